import { describe, expect, it } from 'vitest';
import {
  type Draft,
  EMPTY,
  missing,
  moveOf,
  rangeOf,
  sent,
  silenceOf,
  toggleBit,
  toggleData,
} from './draft.ts';
import { filled } from './filled.ts';
import { stepNumber, withNumber } from './typed.ts';

const synAck: Draft = { ...EMPTY, bits: ['SYN', 'ACK'], seq: '300', ack: '1001' };
const WORDS = ['Hello, ', 'world'];
const hello: Draft = toggleData({ ...EMPTY, bits: ['ACK'], seq: '7001', ack: '601' }, 0, WORDS);

describe('a draft', () => {
  it('toggles bits and data, which it takes whole', () => {
    const once = toggleData(toggleBit(EMPTY, 'FIN'), 1, WORDS);
    expect(once).toMatchObject({ bits: ['FIN'], data: 1, len: '5' });
    expect(toggleData(toggleBit(once, 'FIN'), 1, WORDS)).toEqual(EMPTY);
  });

  it('takes digits only, ten at most', () => {
    expect(withNumber(EMPTY, 'seq', ' 1,0a00 ').seq).toBe('1000');
    expect(withNumber(EMPTY, 'ack', '123456789012').ack).toBe('1234567890');
  });

  it('counts around the corner', () => {
    const range = rangeOf('seq', EMPTY, []);
    expect(stepNumber(EMPTY, 'seq', -1, range).seq).toBe('4294967295');
    expect(stepNumber({ ...EMPTY, seq: '4294967295' }, 'seq', 1, range).seq).toBe('0');
    expect(stepNumber({ ...EMPTY, wnd: '0' }, 'wnd', -1, rangeOf('wnd', EMPTY, [])).wnd).toBe(
      '65535',
    );
  });

  it('counts octets from one to the end of all that waits', () => {
    const range = rangeOf('len', hello, WORDS);
    expect(range).toEqual([1, 12]);
    expect(rangeOf('len', { ...hello, data: 1 }, WORDS)).toEqual([1, 5]);
    expect(stepNumber(hello, 'len', -1, range).len).toBe('6');
    expect(stepNumber({ ...hello, len: '1' }, 'len', -1, range).len).toBe('12');
  });

  it('becomes the move that it shows', () => {
    const nothing = { len: 0, wnd: 0, state: null };
    expect(moveOf(synAck, 'numbers', [])).toEqual({
      kind: 'send',
      ctl: 18,
      seq: 300,
      ack: 1001,
      ...nothing,
    });
    expect(moveOf(synAck, 'flags', [])).toEqual({
      kind: 'send',
      ctl: 18,
      seq: 0,
      ack: 0,
      ...nothing,
    });
    expect(moveOf({ ...hello, len: '1' }, 'numbers', WORDS)).toMatchObject({ len: 1 });
    expect(moveOf({ ...hello, len: '1' }, 'flags', WORDS)).toMatchObject({ len: 7 });
  });

  it('says the window and the state where they count', () => {
    const full: Draft = { ...synAck, wnd: '65535', state: 'SYN-RECEIVED' };
    expect(moveOf(full, 'full', [])).toMatchObject({ wnd: 65535, state: 'SYN-RECEIVED' });
    expect(moveOf(full, 'numbers', [])).toMatchObject({ wnd: 0, state: null });
    expect(silenceOf(full, 'full')).toEqual({ kind: 'silent', state: 'SYN-RECEIVED' });
    expect(silenceOf(full, 'flags')).toEqual({ kind: 'silent', state: null });
  });

  it('sends no ack number without ACK', () => {
    expect(moveOf({ ...synAck, bits: ['SYN'] }, 'numbers', [])).toMatchObject({ ctl: 2, ack: 0 });
  });

  it('says what is missing, as far as it counts', () => {
    expect(missing(EMPTY, 'flags', [])).toBeNull();
    expect(missing(EMPTY, 'numbers', [])).toBe('seq');
    expect(missing({ ...synAck, ack: '' }, 'numbers', [])).toBe('ack');
    expect(missing({ ...synAck, bits: ['SYN'], ack: '' }, 'numbers', [])).toBeNull();
    expect(missing({ ...synAck, seq: '9999999999' }, 'numbers', [])).toBe('seq');
    expect(missing({ ...hello, len: '13' }, 'numbers', WORDS)).toBe('len');
    expect(missing({ ...hello, len: '0' }, 'numbers', WORDS)).toBe('len');
    expect(missing(synAck, 'full', [])).toBe('wnd');
    expect(missing({ ...synAck, bits: ['RST'] }, 'full', [])).toBe('state');
    expect(missing({ ...synAck, wnd: '65536' }, 'full', [])).toBe('wnd');
    expect(missing({ ...synAck, wnd: '0' }, 'full', [])).toBe('state');
    expect(missing({ ...synAck, wnd: '0', state: 'SYN-RECEIVED' }, 'full', [])).toBeNull();
  });

  it('keeps its numbers and its state once sent, and nothing else', () => {
    const full: Draft = { ...hello, wnd: '9', state: 'ESTABLISHED' };
    expect(sent(full)).toEqual({
      ...EMPTY,
      seq: '7001',
      ack: '601',
      wnd: '9',
      state: 'ESTABLISHED',
    });
  });

  it.each([
    { ctl: 18, seq: 300, ack: 1001, len: 0, wnd: 65535, state: 'SYN-RECEIVED' },
    { ctl: 24, seq: 7001, ack: 601, len: 5, wnd: 6, state: 'ESTABLISHED' },
    { ctl: 16, seq: 7008, ack: 601, len: 1, wnd: 65535, state: 'ESTABLISHED' },
    { ctl: 17, seq: 7001, ack: 601, len: 12, wnd: 0, state: 'FIN-WAIT-1' },
  ] as const)('filled in with $ctl of $len octets becomes that move again', (segment) => {
    const move = { kind: 'send', ...segment } as const;
    expect(moveOf(filled(move, WORDS), 'full', WORDS)).toEqual(move);
  });

  it('filled in with silence says the state', () => {
    const silence = { kind: 'silent', state: 'CLOSED' } as const;
    expect(silenceOf(filled(silence, WORDS), 'full')).toEqual(silence);
  });
});
