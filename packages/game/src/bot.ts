import type { Endpoint } from '@ackade/tcp';
import type { Match } from './match.ts';
import type { Move } from './move.ts';
import { maySilently, moveFor, optionsOf } from './owed.ts';
import { draw } from './random.ts';

/** A bot answers after this long, ms of match clock: about as fast as somebody who knows. */
const QUICKEST = 900;
const SPREAD = 1300;

/** When the bot at `at` will answer its oldest open turn, on the match clock; null when it owes nothing. */
export function botAnswersAt(match: Match, at: Endpoint): number | null {
  const seat = match.seats[at];
  const turn = match.world.ends[at].turns[0];
  if (seat?.occupant !== 'bot' || seat.owesSince === null || !turn) return null;
  return seat.owesSince + QUICKEST + draw(match.seed, turn.id, SPREAD);
}

/**
 * A right move for `at`, drawn among all that are. The bot knows what its own end knows: the core's
 * answer for its own TCB. It never looks at the far end.
 */
export function botMove(match: Match, at: Endpoint): Move {
  const { turns } = match.world.ends[at];
  if (maySilently(turns)) return { kind: 'silent', state: turns[0]?.after ?? null };
  const options = optionsOf(turns);
  const id = turns[0]?.id ?? 0;
  const option = options[draw(match.seed, id + 1000, options.length)];
  if (!option) throw new Error('the bot was asked though it owes nothing');
  return moveFor(option);
}
