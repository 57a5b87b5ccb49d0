import { expect, test } from 'vitest';
import { progress } from './progress-fixture.ts';
import { wayOf } from './way.ts';

test('every right move leads on, be it silence, and nothing else does', () => {
  const before = wayOf(progress({ rung: 2, points: [500, 0] }));
  const moved = (given: Parameters<typeof progress>[0]) =>
    wayOf(progress({ rung: 2, points: [500, 0], ...given })) > before;
  expect(moved({ rung: 3 })).toBe(true);
  expect(moved({ points: [500, 600] })).toBe(true);
  expect(moved({ over: true })).toBe(true);
  expect(moved({ stuck: 'wrong-bits', owes: 'client' })).toBe(false);
});
