import { expect, test } from 'vitest';
import { progress } from './progress-fixture.ts';
import { waitsAfter } from './waits.ts';

const waited = (waits: ReturnType<typeof waitsAfter>) =>
  [...waits.values()].map((wait) => wait.waited);

test('who stays waits, who makes a right move begins anew, and who comes begins', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((match) => progress({ match, rung: 1 })) as [
    ReturnType<typeof progress>,
    ReturnType<typeof progress>,
    ReturnType<typeof progress>,
  ];
  const first = waitsAfter(new Map(), [a, b], 1000);
  expect(waited(first)).toEqual([0, 0]);
  const second = waitsAfter(first, [{ ...a, mistakes: 3 }, { ...b, rung: 2 }, c], 1000);
  expect(waited(second)).toEqual([1000, 0, 0]);
  expect(waited(waitsAfter(second, [a, { ...b, rung: 2 }], 500))).toEqual([1500, 500]);
});
