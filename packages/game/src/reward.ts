/** What moves and hints are worth to the seats of a match. */
import type { Endpoint } from '@ackade/tcp';
import { HINT_PRICES, HINTS } from './hint.ts';
import type { Match } from './match.ts';
import { plus, relayAfter, turnPoints } from './score.ts';
import { withSeat } from './seat.ts';

/**
 * Points for the turns that a right move closed: the tries and the time belong to the oldest. What the bot does
 * in somebody's place earns that player nothing.
 */
export function rewarded(match: Match, at: Endpoint, closed: number, clock: number): Match {
  const seat = match.seats[at];
  if (!seat) return match;
  if (seat.formerly) return closed > 0 ? unsolved(match, at) : match;
  const pace = match.race?.pace[at] ?? 1;
  let { tally } = seat;
  let { relay } = match;
  for (let i = 0; i < closed; i++) {
    const tries = i === 0 ? seat.tries : 0;
    const help = i === 0 ? seat.help : 0;
    const owed = i === 0 ? Math.max(0, clock - (seat.owesSince ?? clock)) : 0;
    const points = turnPoints(match.level, tries, owed / pace, help);
    relay = relayAfter(relay, tries === 0);
    const firstTry = tries === 0 && help === 0 ? 1 : 0;
    tally = plus(tally, { turns: 1, firstTry, ...points, mistakes: 0 });
  }
  return { ...withSeat(match, at, { tally }), relay };
}

/** A turn that the player at `at` has tried and will not solve any more: it was to be had, and earned nothing. */
export function unsolved(match: Match, at: Endpoint): Match {
  const seat = match.seats[at];
  if (!seat || seat.tries === 0) return match;
  return withSeat(match, at, { tally: { ...seat.tally, turns: seat.tally.turns + 1 } });
}

export function hinted(match: Match, at: Endpoint): Match {
  const { hints, help } = match.seats[at] ?? { hints: 0, help: 0 };
  const step = HINTS[hints];
  return step ? withSeat(match, at, { hints: hints + 1, help: help + HINT_PRICES[step] }) : match;
}
