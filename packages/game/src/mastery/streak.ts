/**
 * Days in a row. A day off a week is everybody's own: it bridges the days around it, and nobody has to ask for it.
 * A streak that ends takes nothing with it; the longest is kept.
 */
export type Streak = {
  /** Days practised, those off not counted. */
  readonly length: number;
  readonly longest: number;
  /** The last day practised, and the last day off that was bridged. */
  readonly last: number | null;
  readonly rest: number | null;
};

export const NO_STREAK: Streak = { length: 0, longest: 0, last: null, rest: null };

/** Days from one day off to the next. */
const WEEK = 7;

/** Practised on `day`. A day that is behind, as travellers have them, changes nothing. */
export function streakAfter(streak: Streak, day: number): Streak {
  const { length, longest, last, rest } = streak;
  if (last !== null && day <= last) return streak;
  const goesOn = reaches(streak, day);
  const next = goesOn ? length + 1 : 1;
  const bridged = goesOn && last !== null && day === last + 2;
  return {
    length: next,
    longest: Math.max(longest, next),
    last: day,
    rest: bridged ? day - 1 : rest,
  };
}

/** The length as it stands on `day`, whether or not it has been practised on yet. */
export const streakOn = (streak: Streak, day: number): number =>
  reaches(streak, day) ? streak.length : 0;

function reaches({ last, rest }: Streak, day: number): boolean {
  if (last === null) return false;
  const missed = day - last - 1;
  return missed <= 0 || (missed === 1 && (rest === null || day - 1 - rest >= WEEK));
}
