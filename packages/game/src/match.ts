/** A match: one pair playing one scenario. State, the commands it takes and the events it is made of. */
import type { Endpoint, Segment, Timeout } from '@ackade/tcp';
import type { Alarm } from './agenda.ts';
import type { Move } from './move.ts';
import type { Level } from './scenario.ts';
import type { Relay, Tally } from './score.ts';
import type { Verdict } from './verdict.ts';
import type { Weather, WeatherMaker } from './weather.ts';
import type { World } from './world.ts';

/** Who sits at an end. `token` and `player` are digests that the server makes; opaque here. */
export type Person = {
  readonly name: string;
  readonly token: string;
  readonly player: string | null;
};

export type Occupant = Person | 'bot';

/** What a match takes over from the race that it belongs to. */
export type RaceTerms = {
  readonly id: string;
  /** Which of its rounds, from 0. */
  readonly round: number;
  /** Whether hints may be taken. */
  readonly hints: boolean;
  /** Whether speed counts; without it a move is worth as much for accuracy alone. */
  readonly timed: boolean;
  /** How long one waits for a partner who is away before the bot goes on in the seat, ms. */
  readonly grace: number;
  /** How many times the usual time for a move each seat has. */
  readonly pace: Readonly<Record<Endpoint, number>>;
};

/** A wrong move, kept for the result and the review. `row`: the ladder row it failed to answer. */
export type Mistake = {
  readonly at: Endpoint;
  readonly move: Move;
  readonly verdict: Extract<Verdict, { right: false }>;
  readonly row: number;
  /** How many rows the ladder had. */
  readonly before: number;
  /** The connection's time at that end, ms. */
  readonly time: number;
  /** What would have gone on the wire; null for silence. */
  readonly segment: Segment | null;
};

export type Seat = {
  readonly occupant: Occupant;
  /** Who sat here before the bot took over; null where nobody did. */
  readonly formerly: Person | null;
  /** Connected; always true of a bot. */
  readonly present: boolean;
  /**
   * Wall clock from which the player's absence counts: when it was noticed, or when the other came back to wait
   * for him; null while he is here.
   */
  readonly awaySince: number | null;
  /** How many wrong moves the match had seen when this occupant sat down. */
  readonly mistakesBefore: number;
  /** The latest right move here was the bot's. */
  readonly botMoved: boolean;
  readonly tally: Tally;
  /** Wrong moves since the oldest open turn became the oldest. */
  readonly tries: number;
  /** Hints taken on the oldest segment that is due, or on silence. */
  readonly hints: number;
  /** What all hints on the oldest open turn have cost, points. */
  readonly help: number;
  /** Match clock at which the oldest open turn became the oldest; null when none is open. */
  readonly owesSince: number | null;
  /** Match-clock milliseconds for which a move was owed before that. */
  readonly owed: number;
  readonly wantsRematch: boolean;
};

/** A timer of the connection while it turns before the player's eyes. */
export type Ring = { readonly alarm: Alarm; readonly at: number };

export const GAME_PHASES = ['waiting', 'countdown', 'playing', 'over'] as const;
export type Phase = (typeof GAME_PHASES)[number];

export const MODES = ['duo', 'solo', 'both'] as const;
/** Two people; one with the bot; one person at both ends. */
export type Mode = (typeof MODES)[number];

export const OUTCOMES = ['finished', 'abandoned', 'time-up'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * All times are milliseconds. `clock` values are on the match clock: the wall clock less the time for
 * which it was stopped because somebody was away.
 */
export type Match = {
  readonly id: string;
  /** What the partner types to join. */
  readonly code: string;
  readonly mode: Mode;
  readonly level: Level;
  readonly seed: number;
  /** Null outside a race. */
  readonly race: RaceTerms | null;
  readonly phase: Phase;
  readonly seats: Readonly<Record<Endpoint, Seat | null>>;
  readonly world: World;
  readonly mistakes: readonly Mistake[];
  /** How much weather each of them has made, come down or not. */
  readonly weather: Readonly<Record<WeatherMaker, number>>;
  /** Tokens of players in whose place the bot went on: no longer seats, but no forgeries either. */
  readonly replaced: readonly string[];
  readonly relay: Relay;
  /** Whether the bot has made a move, in whosever place. */
  readonly botPlayed: boolean;
  /** Match clock at which play begins. */
  readonly startsAt: number;
  /** The timer that turns at each end, and when it goes off on the match clock. */
  readonly rings: Readonly<Record<Endpoint, Ring | null>>;
  /** The host of the race has stopped the clocks. */
  readonly held: boolean;
  /** Wall clock since which the match clock stands still. */
  readonly frozenSince: number | null;
  readonly frozenTotal: number;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly outcome: Outcome | null;
  /** Wall clock of the latest event. */
  readonly at: number;
  /** The code of the match that follows with the roles swapped, once both have asked for it. */
  readonly next: string | null;
};

export type Command =
  | {
      readonly type: 'create';
      readonly id: string;
      readonly code: string;
      readonly mode: Mode;
      readonly scenario: string;
      readonly level: Level;
      readonly seed: number;
      readonly seats: Readonly<Record<Endpoint, Occupant | null>>;
      readonly race: RaceTerms | null;
    }
  | { readonly type: 'join'; readonly person: Person }
  /** `absent`: seats of whom the edge knows that nobody is connected, whatever the log says. */
  | { readonly type: 'connect'; readonly seat: Endpoint; readonly absent: readonly Endpoint[] }
  | { readonly type: 'disconnect'; readonly seat: Endpoint }
  /** `lag`: what the network between player and server takes there and back, ms; it costs no points. */
  | {
      readonly type: 'move';
      readonly seat: Endpoint;
      readonly move: Move;
      readonly lag: number;
    }
  /** `seat` goes on with the bot in place of a partner who has left. */
  | { readonly type: 'call-bot'; readonly seat: Endpoint }
  /** `seat` wants one hint more on what it owes. */
  | { readonly type: 'hint'; readonly seat: Endpoint }
  | { readonly type: 'weather'; readonly by: WeatherMaker; readonly weather: Weather }
  | { readonly type: 'rematch'; readonly seat: Endpoint }
  /** Both have asked for a rematch: it has the code `next`. */
  | { readonly type: 'agree-rematch'; readonly next: string }
  /** The race gives a seat to somebody else: a late player takes over from the bot, the bot from who was sent away. */
  | {
      readonly type: 'seat';
      readonly seat: Endpoint;
      readonly occupant: Occupant;
      readonly pace: number;
    }
  | { readonly type: 'rename'; readonly seat: Endpoint; readonly name: string }
  /** The race gives a player more of the usual time, or less: also for the move that he owes. */
  | { readonly type: 'pace'; readonly seat: Endpoint; readonly pace: number }
  /** The race stops all clocks, or lets them run again. */
  | { readonly type: 'hold'; readonly held: boolean }
  /** The time of the race's round is up. */
  | { readonly type: 'stop' }
  /** Time has passed: whatever is due by `now` happens. */
  | { readonly type: 'tick' };

export type Event =
  | (Omit<Extract<Command, { type: 'create' }>, 'type'> & {
      readonly type: 'created';
      readonly at: number;
    })
  | {
      readonly type: 'joined';
      readonly at: number;
      readonly seat: Endpoint;
      readonly person: Person;
    }
  | { readonly type: 'connected'; readonly at: number; readonly seat: Endpoint }
  /** `noticed`: when that became known, which after an outage is later than the last that is recorded. */
  | {
      readonly type: 'disconnected';
      readonly at: number;
      readonly seat: Endpoint;
      readonly noticed: number;
    }
  | { readonly type: 'counted-down'; readonly at: number }
  | { readonly type: 'began'; readonly at: number }
  | {
      readonly type: 'moved';
      readonly at: number;
      readonly seat: Endpoint;
      readonly move: Move;
      readonly verdict: Verdict;
      readonly lag: number;
    }
  | {
      readonly type: 'expired';
      readonly at: number;
      readonly seat: Endpoint;
      readonly timer: Timeout;
    }
  | { readonly type: 'hinted'; readonly at: number; readonly seat: Endpoint }
  | {
      readonly type: 'weather-made';
      readonly at: number;
      readonly by: WeatherMaker;
      readonly weather: Weather;
    }
  | { readonly type: 'replaced'; readonly at: number; readonly seat: Endpoint }
  /** Who was replaced has the seat again. */
  | { readonly type: 'returned'; readonly at: number; readonly seat: Endpoint }
  | {
      readonly type: 'seated';
      readonly at: number;
      readonly seat: Endpoint;
      readonly occupant: Occupant;
      readonly pace: number;
    }
  | {
      readonly type: 'renamed';
      readonly at: number;
      readonly seat: Endpoint;
      readonly name: string;
    }
  | {
      readonly type: 'paced';
      readonly at: number;
      readonly seat: Endpoint;
      readonly pace: number;
    }
  | { readonly type: 'held'; readonly at: number; readonly held: boolean }
  | { readonly type: 'ended'; readonly at: number; readonly outcome: Outcome }
  | { readonly type: 'rematch-wanted'; readonly at: number; readonly seat: Endpoint }
  | { readonly type: 'rematch-agreed'; readonly at: number; readonly next: string };

/** Why a command is refused. A refusal changes nothing. */
export const GAME_REFUSALS = [
  'match-full',
  'name-taken',
  'not-playing',
  'out-of-turn',
  'partner-present',
  'match-not-over',
  'match-over',
  'unknown-scenario',
  'no-such-data',
  'no-more-hints',
  'too-much-weather',
  'host-only',
] as const;
export type GameRefusal = (typeof GAME_REFUSALS)[number];

/** 3, 2, 1, on the match clock. */
export const COUNTDOWN = 3000;
/** How long the rings of the compressed timers turn, ms of match clock. */
export const ALARM_DELAY: Readonly<Record<Timeout, number>> = {
  retransmission: 2500,
  'zero-window-probe': 2500,
  'delayed-ack': 1500,
  user: 3000,
  'time-wait': 3000,
};
/** A match in which nothing has happened for this long is over, ms of wall clock. */
export const ABANDONED_AFTER = 24 * 60 * 60 * 1000;
