import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, atOrBefore, before, distance, type SeqNum, seq, within } from './seq.ts';

const number = fc.nat(0xffffffff).map(seq);
const step = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('sequence numbers (§3.4)', () => {
  it('wrap from 2^32 − 1 to 0', () => {
    expect(add(seq(0xffffffff), 1)).toBe(0);
    expect(seq(-1)).toBe(0xffffffff);
    expect(seq(2 ** 32 + 5)).toBe(5);
  });

  it('compare across the wrap', () => {
    const last = seq(0xffffffff);
    expect(before(last, seq(0))).toBe(true);
    expect(before(seq(0), last)).toBe(false);
    expect(distance(last, seq(4))).toBe(5);
    expect(distance(seq(4), last)).toBe(-5);
  });

  it('stay in 0 … 2^32 − 1', () =>
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        const s: number = seq(n);
        expect(s).toBeGreaterThanOrEqual(0);
        expect(s).toBeLessThan(2 ** 32);
        expect(Number.isInteger(s)).toBe(true);
      }),
    ));

  it('distance undoes add', () =>
    fc.assert(fc.property(number, step, (a, n) => distance(a, add(a, n)) === n)));

  it('order by the shorter way round: antisymmetric, and irreflexive where strict', () =>
    fc.assert(
      fc.property(number, step, (a, n) => {
        const b = add(a, n);
        expect(before(a, b)).toBe(n > 0);
        expect(before(b, a)).toBe(false);
        expect(atOrBefore(a, b)).toBe(true);
        expect(atOrBefore(b, a)).toBe(n === 0);
      }),
    ));

  it('order the same wherever the numbering starts', () =>
    fc.assert(
      fc.property(number, number, fc.nat(0xffffffff), (a, b, shift) => {
        const moved = (s: SeqNum): SeqNum => add(s, shift);
        expect(before(moved(a), moved(b))).toBe(before(a, b));
        expect(atOrBefore(moved(a), moved(b))).toBe(atOrBefore(a, b));
      }),
    ));

  it('lie within a window from its first to before its last number, across the wrap', () => {
    const start = seq(0xfffffffe);
    expect([-1, 0, 3, 4].map((n) => within(add(start, n), start, 4))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(within(start, start, 0)).toBe(false);
  });
});
