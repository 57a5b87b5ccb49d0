import { describe, expect, it } from 'vitest';
import { segment } from '../test/notation.ts';
import { ENDPOINTS, FLIGHT, fateOf, kindOf, type LinkProgram, peerOf, transitOf } from './link.ts';
import { ACK, SYN } from './segment.ts';

const PROGRAM: LinkProgram = [
  { time: 5, at: 'server', inject: segment('<SEQ=300><CTL=SYN>') },
  { from: 'server', ctl: SYN | ACK, nth: 2, transit: [] },
  { from: 'server', ctl: ACK, nth: 2, transit: [50, 90] },
];

describe('the link does with a segment', () => {
  it('what its program says of the nth of a kind', () => {
    expect(transitOf(PROGRAM, 'server', SYN | ACK, 2)).toEqual([]);
    expect(transitOf(PROGRAM, 'server', ACK, 2)).toEqual([50, 90]);
  });

  it('with all others the same', () => {
    expect(transitOf(PROGRAM, 'server', SYN | ACK, 1)).toEqual([FLIGHT]);
    expect(transitOf(PROGRAM, 'server', SYN, 2)).toEqual([FLIGHT]);
    expect(transitOf(PROGRAM, 'client', ACK, 2)).toEqual([FLIGHT]);
    expect(transitOf([], 'client', SYN, 1)).toEqual([FLIGHT]);
  });

  it('the same whether it is pushed or not', () =>
    expect(kindOf(segment('<SEQ=300><ACK=101><CTL=SYN,PSH,ACK>'))).toBe(SYN | ACK));
});

it('without a copy that arrives a segment is lost', () =>
  expect([[], [50], [50, 90]].map(fateOf)).toEqual(['lost', 'delivered', 'delivered']));

it('either end is the other’s peer', () =>
  expect(ENDPOINTS.map(peerOf)).toEqual(['server', 'client']));
