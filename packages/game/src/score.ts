import type { Level } from './scenario.ts';

/** For a move that is right at the first try; `FLOOR` at least, however many tries it took. */
export const ACCURACY_POINTS = 600;
const PER_MISTAKE = 150;
const FLOOR = 150;
/** For a move made at once, falling in a straight line to 0 at the end of the level's allowance. */
export const SPEED_POINTS = 400;

/** How long a player may owe a move before it earns nothing for speed, ms. */
export const ALLOWANCE: Readonly<Record<Level, number>> = {
  flags: 20_000,
  numbers: 45_000,
  full: 70_000,
};

/** The points that one turn earned: 1000 at most. `help`: what the hints on it cost. */
export function turnPoints(
  level: Level,
  mistakes: number,
  owedMs: number,
  help: number,
): { accuracy: number; speed: number } {
  return {
    accuracy: Math.max(FLOOR, ACCURACY_POINTS - PER_MISTAKE * mistakes - help),
    speed: speedPoints(owedMs, ALLOWANCE[level]),
  };
}

/** For what was owed for that long and could have been for `allowance`, ms. */
export const speedPoints = (owedMs: number, allowance: number): number =>
  Math.round(SPEED_POINTS * Math.max(0, 1 - owedMs / allowance));

/** What one seat has earned so far. */
export type Tally = {
  /** Those that it answered, and those that it tried to and never did. */
  readonly turns: number;
  /** Of these, right at the first try and without a hint. */
  readonly firstTry: number;
  /** Points. */
  readonly accuracy: number;
  readonly speed: number;
  readonly mistakes: number;
};

export const NO_TALLY: Tally = {
  turns: 0,
  firstTry: 0,
  accuracy: 0,
  speed: 0,
  mistakes: 0,
};

/** What two matches have earned together. */
export const plus = (a: Tally, b: Tally): Tally => ({
  turns: a.turns + b.turns,
  firstTry: a.firstTry + b.firstTry,
  accuracy: a.accuracy + b.accuracy,
  speed: a.speed + b.speed,
  mistakes: a.mistakes + b.mistakes,
});

/** A seat's result. */
export type Score = {
  readonly points: number;
  /** What was to be had, 1000 a turn. */
  readonly of: number;
  /** How many turns were right at the first try, without a hint, per cent. */
  readonly accuracy: number;
  /** Of what was to be had for it, per cent. Null where speed does not count. */
  readonly speed: number | null;
  readonly mistakes: number;
};

/** `timed`: whether speed counts; if not, accuracy is worth all of the points. */
export function scoreOf(tally: Tally, timed: boolean): Score {
  const each = ACCURACY_POINTS + SPEED_POINTS;
  const percent = (got: number, each: number): number =>
    tally.turns === 0 ? 0 : Math.round((100 * got) / (each * tally.turns));
  return {
    points: timed
      ? tally.accuracy + tally.speed
      : Math.round((tally.accuracy * each) / ACCURACY_POINTS),
    of: each * tally.turns,
    accuracy: percent(tally.firstTry, 1),
    speed: timed ? percent(tally.speed, SPEED_POINTS) : null,
    mistakes: tally.mistakes,
  };
}

/** The pair's run of moves right at the first try: `current` now, `best` so far, `moves` in all. */
export type Relay = { readonly current: number; readonly best: number; readonly moves: number };

export const NO_RELAY: Relay = { current: 0, best: 0, moves: 0 };

export function relayAfter(relay: Relay, firstTry: boolean): Relay {
  const current = firstTry ? relay.current + 1 : 0;
  return { current, best: Math.max(relay.best, current), moves: relay.moves + 1 };
}

/** Teamwork: the longest run without a mistake at either end, in per cent of all moves. */
export const teamworkOf = (relay: Relay): number =>
  relay.moves === 0 ? 0 : Math.round((100 * relay.best) / relay.moves);
