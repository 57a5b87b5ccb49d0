/** A player's place in a match. */
import type { Endpoint } from '@ackade/tcp';
import type { Match, Occupant, Seat } from './match.ts';
import { NO_TALLY } from './score.ts';

export const newSeat = (occupant: Occupant, at: number): Seat => ({
  occupant,
  formerly: null,
  present: occupant === 'bot',
  awaySince: occupant === 'bot' ? null : at,
  mistakesBefore: 0,
  tally: NO_TALLY,
  tries: 0,
  hints: 0,
  help: 0,
  owesSince: null,
  owed: 0,
  wantsRematch: occupant === 'bot',
});

/** The match with something else at the seat at `at`. */
export function withSeat(match: Match, at: Endpoint, change: Partial<Seat> | Seat): Match {
  const seat = match.seats[at] ?? newSeat('bot', 0);
  return { ...match, seats: { ...match.seats, [at]: { ...seat, ...change } } };
}
