import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrive } from '../test/arrival.ts';
import { TCB_IN } from '../test/tcb-in.ts';
import { MAX_HELD, withSpan } from './held.ts';
import { add, distance, seq } from './seq.ts';
import type { Span } from './tcb.ts';

const span = (from: number, end: number): Span => ({ from: seq(from), end: seq(end) });
const HELD = [span(10, 20), span(30, 40)];

describe('spans that are held', () => {
  it.each([
    ['before all', span(1, 5), [span(1, 5), ...HELD]],
    ['between two', span(22, 25), [span(10, 20), span(22, 25), span(30, 40)]],
    ['after all', span(41, 45), [...HELD, span(41, 45)]],
    ['touching from the left', span(5, 10), [span(5, 20), span(30, 40)]],
    ['touching from the right', span(20, 25), [span(10, 25), span(30, 40)]],
    ['filling the gap', span(20, 30), [span(10, 40)]],
    ['over two', span(15, 35), [span(10, 40)]],
    ['around all', span(1, 99), [span(1, 99)]],
    ['within one', span(12, 18), HELD],
    ['again', span(10, 20), HELD],
  ])('take one %s', (_, added, expected) => expect(withSpan(HELD, added)).toEqual(expected));

  it('say of each octet whether it has come, wherever the numbering starts', () =>
    fc.assert(
      fc.property(
        fc.nat(0xffffffff).map(seq),
        fc.array(fc.record({ from: fc.nat(60), len: fc.integer({ min: 1, max: 9 }) })),
        (start, all) => {
          const come = new Set<number>();
          let held: readonly Span[] = [];
          for (const { from, len } of all) {
            for (let i = 0; i < len; i++) come.add(from + i);
            held = withSpan(held, { from: add(start, from), end: add(start, from + len) });
          }
          const octets = held.flatMap(({ from, end }) =>
            Array.from({ length: distance(from, end) }, (_, i) => distance(start, from) + i),
          );
          expect(octets).toEqual([...come].sort((a, b) => a - b));
        },
      ),
    ));

  it('are the first ones needed where there are too many', () => {
    const odd = Array.from({ length: MAX_HELD }, (_, i) => span(100 + 2 * i, 101 + 2 * i));
    expect(withSpan(odd, span(500, 501))).toEqual(odd);
    expect(withSpan(odd, span(90, 91))).toEqual([span(90, 91), ...odd.slice(0, -1)]);
    expect(withSpan(odd, span(101, 102))).toHaveLength(MAX_HELD - 1);
  });
});

describe('a flood of single octets', () => {
  const { ESTABLISHED } = TCB_IN;
  const octet = (n: number): string => `<SEQ=${n}><ACK=101><CTL=ACK><DATA=1>`;
  const flooded = arrive(
    ESTABLISHED,
    ...Array.from({ length: 2 * MAX_HELD }, (_, i) => octet(303 + 2 * i)),
  );

  it('is held in part', () => expect(flooded.rcv.held).toHaveLength(MAX_HELD));
  it('does not keep the octets in order from getting through', () => {
    expect(arrive(flooded, octet(301)).rcv.nxt).toBe(302);
    expect(arrive(flooded, octet(301), octet(302)).rcv.nxt).toBe(304);
  });
});
