import { describe, expect, it } from 'vitest';
import {
  type Draft,
  EMPTY,
  missing,
  moveOf,
  sent,
  stepNumber,
  toggleBit,
  toggleData,
  withNumber,
} from './draft.ts';

const synAck: Draft = { bits: ['SYN', 'ACK'], data: null, seq: '300', ack: '1001' };

describe('a draft', () => {
  it('toggles bits and data', () => {
    const once = toggleData(toggleBit(EMPTY, 'FIN'), 1);
    expect(once).toMatchObject({ bits: ['FIN'], data: 1 });
    expect(toggleData(toggleBit(once, 'FIN'), 1)).toEqual(EMPTY);
  });

  it('takes digits only, ten at most', () => {
    expect(withNumber(EMPTY, 'seq', ' 1,0a00 ').seq).toBe('1000');
    expect(withNumber(EMPTY, 'ack', '123456789012').ack).toBe('1234567890');
  });

  it('counts around the corner', () => {
    expect(stepNumber(EMPTY, 'seq', -1).seq).toBe('4294967295');
    expect(stepNumber({ ...EMPTY, seq: '4294967295' }, 'seq', 1).seq).toBe('0');
  });

  it('becomes the move that it shows', () => {
    expect(moveOf(synAck, 'numbers', [])).toEqual({
      kind: 'send',
      ctl: 18,
      seq: 300,
      ack: 1001,
      len: 0,
    });
    expect(moveOf(synAck, 'flags', [])).toEqual({ kind: 'send', ctl: 18, seq: 0, ack: 0, len: 0 });
    const data: Draft = { ...EMPTY, bits: ['ACK', 'PSH'], data: 0 };
    expect(moveOf(data, 'flags', ['GET /'])).toMatchObject({ ctl: 24, len: 5 });
  });

  it('sends no ack number without ACK', () => {
    expect(moveOf({ ...synAck, bits: ['SYN'] }, 'numbers', [])).toMatchObject({ ctl: 2, ack: 0 });
  });

  it('says which number is missing, only where numbers count', () => {
    expect(missing(EMPTY, 'flags')).toBeNull();
    expect(missing(EMPTY, 'numbers')).toBe('seq');
    expect(missing({ ...synAck, ack: '' }, 'numbers')).toBe('ack');
    expect(missing({ ...synAck, bits: ['SYN'], ack: '' }, 'numbers')).toBeNull();
    expect(missing({ ...synAck, seq: '9999999999' }, 'numbers')).toBe('seq');
  });

  it('keeps its numbers once sent, and nothing else', () => {
    expect(sent(synAck)).toEqual({ ...EMPTY, seq: '300', ack: '1001' });
  });
});
