import { describe, expect, test } from 'vitest';
import { frontRunners } from './front-runners.ts';
import { progress } from './progress-fixture.ts';

const pairs = (...given: readonly Parameters<typeof progress>[0][]) =>
  new Map(given.map((each, i) => [`m${i}`, progress({ ...each, match: `m${i}` })]));
const order = (...given: readonly Parameters<typeof progress>[0][]) =>
  frontRunners(pairs(...given), 3).map(({ number, place }) => [number, place]);

describe('front-runners', () => {
  test('stand by the points of both ends together, then by their rung', () => {
    expect(
      order(
        { rung: 1, points: [100, 0] },
        { rung: 1, points: [60, 50] },
        { rung: 2, points: [100, 0] },
      ),
    ).toEqual([
      [2, 1],
      [3, 2],
      [1, 3],
    ]);
  });

  test('share a place where they are equal', () => {
    const equal = { rung: 2, points: [50, 50] } as const;
    expect(order({ rung: 1, points: [10, 0] }, equal, equal)).toEqual([
      [2, 1],
      [3, 1],
      [1, 3],
    ]);
  });

  test('are no more than asked for, and only those who have begun', () => {
    const begun = { rung: 1 };
    expect(order({}, begun, begun, begun, begun).length).toBe(3);
    expect(order({}, {})).toEqual([]);
  });
});
