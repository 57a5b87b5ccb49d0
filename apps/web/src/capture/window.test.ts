import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type List, revealing, windowOf } from './window.ts';

const list: fc.Arbitrary<List> = fc.record({
  count: fc.integer({ min: 1, max: 5_000_000 }),
  row: fc.integer({ min: 20, max: 120 }),
  viewport: fc.integer({ min: 120, max: 2000 }),
});
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

/** How far `l` can be scrolled, px. */
const range = (l: List): number => Math.max(0, windowOf(l, 0).height - l.viewport);

describe('windowOf', () => {
  test('covers all that is visible, at any scrolling', () => {
    fc.assert(
      fc.property(list, fraction, (l, f) => {
        const scrolled = f * range(l);
        const { first, end, top } = windowOf(l, scrolled);
        expect(first === 0 || top <= scrolled).toBe(true);
        expect(end === l.count || top + (end - first) * l.row >= scrolled + l.viewport).toBe(true);
      }),
    );
  });

  test('draws little more than what is visible, however long the list', () => {
    fc.assert(
      fc.property(list, fraction, (l, f) => {
        const { first, end } = windowOf(l, f * range(l));
        expect(end - first).toBeLessThanOrEqual(l.viewport / l.row + 10);
      }),
    );
  });

  test('the ends of the scrolling are the ends of the list', () => {
    fc.assert(
      fc.property(list, (l) => {
        expect(windowOf(l, 0)).toMatchObject({ first: 0, top: 0 });
        const bottom = windowOf(l, range(l));
        expect(bottom.end).toBe(l.count);
        const foot = bottom.top + (bottom.end - bottom.first) * l.row;
        expect(foot).toBeCloseTo(bottom.height, 2);
      }),
    );
  });

  test('stays below the height that browsers can scroll', () => {
    expect(windowOf({ count: 5_000_000, row: 100, viewport: 600 }, 0).height).toBeLessThan(1e7);
  });
});

describe('revealing', () => {
  test('brings any row into view, and moves no further than it must', () => {
    fc.assert(
      fc.property(list, fraction, fraction, (l, f, g) => {
        const index = Math.min(l.count - 1, Math.floor(g * l.count));
        const scrolled = revealing(l, f * range(l), index);
        const { first, top } = windowOf(l, scrolled);
        const rowTop = top + (index - first) * l.row;
        expect(rowTop).toBeGreaterThanOrEqual(scrolled - 0.01);
        expect(rowTop + l.row).toBeLessThanOrEqual(scrolled + l.viewport + 0.01);
        expect(revealing(l, scrolled, index)).toBeCloseTo(scrolled, 2);
      }),
    );
  });

  test('a row that is visible already stays where it is', () => {
    const l = { count: 1000, row: 40, viewport: 400 };
    expect(revealing(l, 2000, 55)).toBe(2000);
    expect(revealing(l, 2000, 60)).toBe(2040);
    expect(revealing(l, 2000, 3)).toBe(120);
  });
});
