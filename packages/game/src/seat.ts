/** A player's place in a match. */
import { type Endpoint, peerOf } from '@ackade/tcp';
import type { Match, Occupant, Seat } from './match.ts';
import { NO_TALLY } from './score.ts';

export const newSeat = (occupant: Occupant, at: number): Seat => ({
  occupant,
  formerly: null,
  present: occupant === 'bot',
  awaySince: occupant === 'bot' ? null : at,
  mistakesBefore: 0,
  botMoved: false,
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

/** Of the player to whom a seat belongs, also while the bot keeps it; null for the bot's own. */
export function tokenOf({ seats }: Match, at: Endpoint): string | null {
  const { occupant, formerly } = seats[at] ?? { occupant: 'bot', formerly: null };
  return (occupant === 'bot' ? formerly : occupant)?.token ?? null;
}

/** The seats of a rematch: the same two, each at the other end. */
export const swappedSeats = (match: Match): Record<Endpoint, Occupant | null> => ({
  client: match.seats[peerOf('client')]?.occupant ?? null,
  server: match.seats[peerOf('server')]?.occupant ?? null,
});
