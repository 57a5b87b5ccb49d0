import { expect, test } from 'vitest';
import { cellsOf, rollFor } from './roll.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

test('a class has room for all of its names', () => {
  for (const n of [1, 8, 9, 30, 45, 72]) {
    const roll = rollFor(n);
    expect(roll.columns * roll.rows).toBeGreaterThanOrEqual(n);
    expect(cellsOf(upTo(n), roll)).toEqual(upTo(n));
  }
});

test('fewer names are written larger', () => {
  expect(rollFor(5).rows).toBeLessThan(rollFor(30).rows);
  expect(rollFor(30).columns).toBeLessThan(rollFor(60).columns);
});

test('of a crowd the latest names are shown, and only one cell changes with each', () => {
  const roll = rollFor(500);
  const room = roll.columns * roll.rows;
  const [before, after] = [cellsOf(upTo(500), roll), cellsOf(upTo(501), roll)];
  expect([...before].sort((a, b) => a - b)).toEqual(upTo(500).slice(-room));
  expect(after.filter((name, i) => name !== before[i])).toEqual([500]);
});
