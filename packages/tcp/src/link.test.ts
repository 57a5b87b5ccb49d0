import { describe, expect, it } from 'vitest';
import { segment } from '../test/notation.ts';
import { ENDPOINTS, fateOf, type LinkProgram, peerOf } from './link.ts';
import { ACK, SYN } from './segment.ts';

const PROGRAM: LinkProgram = [{ from: 'server', ctl: SYN | ACK, nth: 2, fate: 'lost' }];
const SYN_ACK = segment('<SEQ=300><ACK=101><CTL=SYN,ACK>');
const PLAIN_ACK = segment('<SEQ=301><ACK=101><CTL=ACK>');

describe('the link loses what its program names and nothing else', () => {
  it('the nth of a kind', () => {
    expect(fateOf(PROGRAM, 'server', SYN_ACK, [])).toBe('delivered');
    expect(fateOf(PROGRAM, 'server', SYN_ACK, [SYN_ACK])).toBe('lost');
    expect(fateOf(PROGRAM, 'server', SYN_ACK, [SYN_ACK, SYN_ACK])).toBe('delivered');
  });

  it('counting only that kind', () => {
    expect(fateOf(PROGRAM, 'server', SYN_ACK, [PLAIN_ACK])).toBe('delivered');
    expect(fateOf(PROGRAM, 'server', PLAIN_ACK, [SYN_ACK])).toBe('delivered');
  });

  it('whether pushed or not', () => {
    const pushed = segment('<SEQ=300><ACK=101><CTL=SYN,PSH,ACK>');
    expect(fateOf(PROGRAM, 'server', pushed, [SYN_ACK])).toBe('lost');
    expect(fateOf(PROGRAM, 'server', SYN_ACK, [pushed])).toBe('lost');
  });

  it('from the named end', () =>
    expect(fateOf(PROGRAM, 'client', SYN_ACK, [SYN_ACK])).toBe('delivered'));
});

it('either end is the other’s peer', () =>
  expect(ENDPOINTS.map(peerOf)).toEqual(['server', 'client']));
