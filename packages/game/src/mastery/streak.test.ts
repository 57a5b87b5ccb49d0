import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_STREAK, type Streak, streakAfter, streakOn } from './streak.ts';

const after = (days: readonly number[]): Streak => days.reduce(streakAfter, NO_STREAK);

describe('a streak', () => {
  it('grows by a day, once a day, and a day that is behind changes nothing', () => {
    expect(after([1, 2, 2, 3]).length).toBe(3);
    expect(after([1, 2, 3, 2]).length).toBe(3);
  });

  it('still stands on the day after, before anything was done', () => {
    expect(streakOn(after([1, 2]), 2)).toBe(2);
    expect(streakOn(after([1, 2]), 3)).toBe(2);
    expect(streakOn(NO_STREAK, 3)).toBe(0);
  });

  it('takes a day off, one a week', () => {
    expect(after([1, 2, 4]).length).toBe(3);
    expect(streakOn(after([1, 2]), 4)).toBe(2);
    expect(after([1, 2, 4, 6]).length).toBe(1);
    expect(streakOn(after([1, 2, 4]), 6)).toBe(0);
    expect(after([1, 2, 4, 5, 6, 7, 8, 9, 11]).length).toBe(9);
    expect(after([1, 2, 4, 5, 6, 7, 8, 10]).length).toBe(1);
  });

  it('begins anew after two days off, and the longest is kept', () => {
    const streak = after([1, 2, 3, 6]);
    expect(streak).toMatchObject({ length: 1, longest: 3 });
    expect(streakOn(after([1, 2, 3]), 6)).toBe(0);
  });

  it('is what it said it would be: practising never shortens what still stands', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 40 }), (gaps) => {
        let [streak, day] = [NO_STREAK, 0];
        for (const gap of gaps) {
          day += gap;
          const stood = streakOn(streak, day);
          streak = streakAfter(streak, day);
          expect(streak.length).toBe(stood + 1);
          expect(streak.longest).toBeGreaterThanOrEqual(streak.length);
        }
      }),
    );
  });
});
