import type { Podium, Winner } from '@ackade/game';
import { expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

const podium = (...places: number[]): Podium => ({
  winners: places.map((place, i) => ({ name: `n${i}`, place }) as Winner),
  accurate: null,
  swift: null,
  team: null,
});

test('the first stands between the second and the third', () => {
  expect(stepsOf(podium(1, 2, 3)).map((s) => s.place)).toEqual([2, 1, 3]);
});

test('shared places stand together, and what nobody has is left out', () => {
  const steps = stepsOf(podium(1, 1, 3));
  expect(steps.map((s) => [s.place, s.winners.length])).toEqual([
    [1, 2],
    [3, 1],
  ]);
});
