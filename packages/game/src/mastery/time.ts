export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

/** A learner's day, counted from 1970. `offset`: what his clock is ahead of UTC, minutes. */
export const dayOf = (at: number, offset: number): number =>
  Math.floor((at + offset * 60_000) / DAY);

/** Midnight of UTC: a moment of that day that is the same from wherever one asks. */
export const dawnOf = (day: number): number => day * DAY;
