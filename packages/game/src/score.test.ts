import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS } from './scenario.ts';
import {
  ACCURACY_POINTS,
  ALLOWANCE,
  NO_RELAY,
  NO_TALLY,
  relayAfter,
  SPEED_POINTS,
  scoreOf,
  teamworkOf,
  turnPoints,
} from './score.ts';

describe('a turn', () => {
  it.each([
    [0, 600],
    [1, 450],
    [2, 300],
    [3, 150],
    [9, 150],
  ])('with %i mistakes earns %i for accuracy', (mistakes, accuracy) =>
    expect(turnPoints('flags', mistakes, 0, 0).accuracy).toBe(accuracy),
  );

  it.each([
    [0, 600],
    [100, 500],
    [250, 350],
    [450, 150],
    [900, 150],
  ])('with help for %i points earns %i for accuracy', (help, accuracy) =>
    expect(turnPoints('flags', 0, 0, help).accuracy).toBe(accuracy),
  );

  it.each(LEVELS)('earns for speed in a straight line down to nothing at %s', (level) => {
    const speed = (part: number): number => turnPoints(level, 0, part * ALLOWANCE[level], 0).speed;
    expect([0, 0.25, 0.5, 0.75, 1, 7].map(speed)).toEqual([400, 300, 200, 100, 0, 0]);
  });

  it('earns 1000 at most', () =>
    fc.assert(
      fc.property(fc.nat(20), fc.nat(100_000), fc.nat(900), (mistakes, owed, help) => {
        const { accuracy, speed } = turnPoints('numbers', mistakes, owed, help);
        expect(accuracy + speed).toBeLessThanOrEqual(ACCURACY_POINTS + SPEED_POINTS);
        expect(accuracy).toBeGreaterThan(0);
        expect(speed).toBeGreaterThanOrEqual(0);
      }),
    ));
});

/** One turn right at once, one after two mistakes. */
const TALLY = { turns: 2, firstTry: 1, accuracy: 900, speed: 200, mistakes: 2 };

describe('a score', () => {
  it('is nothing before the first turn', () =>
    expect(scoreOf(NO_TALLY, true)).toEqual({
      points: 0,
      of: 0,
      accuracy: 0,
      speed: 0,
      mistakes: 0,
    }));
  it('adds points, and says how many turns were right at the first try', () =>
    expect(scoreOf(TALLY, true)).toEqual({
      points: 1100,
      of: 2000,
      accuracy: 50,
      speed: 25,
      mistakes: 2,
    }));
  it('gives all of the points for accuracy where speed does not count', () =>
    expect(scoreOf(TALLY, false)).toEqual({
      points: 1500,
      of: 2000,
      accuracy: 50,
      speed: null,
      mistakes: 2,
    }));
});

describe('teamwork', () => {
  const after = (...tries: boolean[]): number => teamworkOf(tries.reduce(relayAfter, NO_RELAY));
  it('is the longest run without a mistake at either end', () => {
    expect(after()).toBe(0);
    expect(after(true, true, true, true)).toBe(100);
    expect(after(true, true, false, true)).toBe(50);
    expect(after(true, false, true, true)).toBe(50);
    expect(after(false)).toBe(0);
  });
});
