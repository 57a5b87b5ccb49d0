/** How far a pair has come: what the host and the projector see of its match. */
import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import { wholeLadder } from '../ladder.ts';
import type { Match } from '../match.ts';
import type { Misconception } from '../misconception.ts';
import { NO_TALLY } from '../score.ts';
import { tokenOf } from '../seat.ts';
import { type RowView, scoreAt, teamworkIn, tookOf } from '../view.ts';
import {
  BOT,
  type Pair,
  type PairResult,
  type Racer,
  type SeatResult,
  type Shown,
} from './race.ts';
import { rungOf } from './rung.ts';

export type ProgressSeat = {
  /** A player's id, or the bot. */
  readonly racer: Racer;
  /** The bot goes on in the place of the player, who is away. */
  readonly replaced: boolean;
  readonly away: boolean;
  /** It is this end that has to move. */
  readonly owes: boolean;
  /** What the player has earned himself; the bot earns nothing. */
  readonly points: number;
};

export type Progress = {
  readonly match: string;
  /** How many rungs of the ideal ladder it has passed. */
  readonly rung: number;
  readonly over: boolean;
  readonly mistakes: number;
  /** What the last wrong move at what is open now showed; null where there was none. */
  readonly stuck: Misconception | null;
  readonly seats: Readonly<Record<Endpoint, ProgressSeat>>;
};

/** Null in place of the match: it has not been made yet. */
export function progressOf({ match: id, seats }: Pair, match: Match | null): Progress {
  const seatAt = (e: Endpoint): ProgressSeat => {
    const seat = match?.seats[e];
    return {
      racer: seats[e],
      replaced: seats[e] !== BOT && seat?.occupant === 'bot',
      away: seat ? !seat.present : true,
      owes: match?.phase === 'playing' && match.world.ends[e].turns.length > 0,
      points:
        match && seats[e] !== BOT && tokenOf(match, e) !== null ? scoreAt(match, e).points : 0,
    };
  };
  return {
    match: id,
    rung: match ? rungOf(match.world) : 0,
    over: match?.phase === 'over',
    mistakes: match?.mistakes.length ?? 0,
    stuck: match ? stuckOn(match) : null,
    seats: { client: seatAt('client'), server: seatAt('server') },
  };
}

function stuckOn(match: Match): Misconception | null {
  if (match.phase !== 'playing') return null;
  const last = match.mistakes.findLast(({ at }) => (match.seats[at]?.tries ?? 0) > 0);
  return last?.verdict.misconceptions[0] ?? null;
}

/**
 * What the race keeps of a match that is over; null while it is played. `tokens`: of the players to whom the
 * seats belong; who came too late to take his has nothing of it.
 */
export function pairResultOf(
  match: Match,
  tokens: Readonly<Record<Endpoint, string | null>>,
): PairResult | null {
  const { outcome } = match;
  if (outcome === null) return null;
  const [client, server] = ENDPOINTS.map((e) =>
    tokenOf(match, e) === tokens[e] ? seatResultOf(match, e) : NO_RESULT,
  ) as [SeatResult, SeatResult];
  return {
    outcome,
    teamwork: teamworkIn(match),
    botPlayed: match.botPlayed,
    took: tookOf(match),
    seats: { client, server },
  };
}

const NO_RESULT: SeatResult = { tally: NO_TALLY, shown: [] };

/** Of a match of which nothing is known any more. */
export const CAME_TO_NOTHING: PairResult = {
  outcome: 'abandoned',
  teamwork: null,
  botPlayed: false,
  took: 0,
  seats: { client: NO_RESULT, server: NO_RESULT },
};

function seatResultOf({ seats, mistakes }: Match, at: Endpoint): SeatResult {
  const shown = new Map<Misconception, Shown>();
  const from = seats[at]?.mistakesBefore ?? 0;
  for (const [example, { at: by, verdict }] of mistakes.entries()) {
    if (by !== at || example < from) continue;
    const [code] = verdict.misconceptions;
    const known = shown.get(code) ?? { code, count: 0, example };
    shown.set(code, { ...known, count: known.count + 1 });
  }
  return { tally: seats[at]?.tally ?? NO_TALLY, shown: [...shown.values()] };
}

/** The ladder of a pair, as the class may watch it. */
export type Lane = {
  readonly match: string;
  readonly rows: readonly RowView[];
};

export const laneOf = (match: Match): Lane => ({ match: match.id, rows: wholeLadder(match).rows });
