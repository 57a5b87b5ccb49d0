/** A race: many pairs play their way through a deck at the same time. */
import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import type { Outcome } from '../match.ts';
import type { Misconception } from '../misconception.ts';
import { remembered } from '../remembered.ts';
import type { Level } from '../scenario.ts';
import type { Tally } from '../score.ts';
import type { Weather } from '../weather.ts';
import type { RaceQuiz } from './race-quiz.ts';

export const PAIRINGS = ['random', 'mixed', 'keep', 'by-hand'] as const;
/** By lot; strong with weak; the same two all along; as the host says, the rest by lot. */
export type Pairing = (typeof PAIRINGS)[number];

export const NICKNAMES = ['free', 'generated', 'roster'] as const;
/** Chosen freely; drawn for the player; picked from a list of the host's. */
export type Nicknames = (typeof NICKNAMES)[number];

/** What the host chooses; it may be changed until the first round and between rounds. */
export type RaceOptions = {
  /** Of a round, ms. */
  readonly time: number;
  /** Whether speed counts beside accuracy. */
  readonly timed: boolean;
  /** Whether everybody changes ends with every round, where he can; otherwise he keeps the one he had last. */
  readonly swap: boolean;
  readonly hints: boolean;
  /** Whether one may join once the first round has begun. */
  readonly lateJoin: boolean;
  readonly nicknames: Nicknames;
  /** The names to pick from, where nicknames are `roster`. */
  readonly roster: readonly string[];
  /** Whether rude names are refused. */
  readonly filter: boolean;
  readonly pairing: Pairing;
  /** How long one waits for a partner who is away before the bot goes on, ms. */
  readonly grace: number;
};

/** What a round plays. */
export type Leg = { readonly scenario: string; readonly level: Level };

export type RacePlayer = {
  readonly id: string;
  readonly name: string;
  /** How the name looks: no two players have the same. */
  readonly skeleton: string;
  /** Digests that the server makes; opaque here. */
  readonly token: string;
  readonly player: string | null;
  /** Who was kicked may come back as a new player; who was banned may not. */
  readonly membership: 'in' | 'kicked' | 'banned';
  /** How many times the usual time for a move the player has. */
  readonly pace: number;
};

/** Who sits at an end of a pair: a player's id, or the bot. */
export type Racer = string;
export const BOT = 'bot';

export type Pair = {
  /** The match that they play. */
  readonly match: string;
  readonly seats: Readonly<Record<Endpoint, Racer>>;
};

export type Round = {
  readonly leg: Leg;
  /** Whether speed counted when it was played, whatever the host has chosen since. */
  readonly timed: boolean;
  readonly pairs: readonly Pair[];
  /** Race clock at which it is over, ms. */
  readonly endsAt: number;
  /** What the host has made, in order. */
  readonly weather: readonly Weather[];
  /** Null until it is over; then of every pair, in the order of the pairs. */
  readonly results: readonly PairResult[] | null;
};

/** How often a player showed a misconception, and one move that did. */
export type Shown = {
  readonly code: Misconception;
  readonly count: number;
  /** Which of the match's wrong moves, from 0. */
  readonly example: number;
};

export type SeatResult = {
  readonly tally: Tally;
  readonly shown: readonly Shown[];
};

export type PairResult = {
  readonly outcome: Outcome;
  /** Per cent; null where the match was not finished. */
  readonly teamwork: number | null;
  /** Whether the bot made a move in it, in whosever place. */
  readonly botPlayed: boolean;
  /** From the beginning to the end, ms of match clock. */
  readonly took: number;
  readonly seats: Readonly<Record<Endpoint, SeatResult>>;
};

export const RACE_PHASES = ['lobby', 'round', 'between', 'podium', 'debrief', 'over'] as const;
export type RacePhase = (typeof RACE_PHASES)[number];

/**
 * All times are milliseconds. The race clock is the wall clock less the time for which the race was paused,
 * or the server away.
 */
export type Race = {
  readonly id: string;
  /** What players type to join. */
  readonly code: string;
  /** Digests of what opens the host's controls, and the projector. */
  readonly host: string;
  readonly screen: string;
  readonly seed: number;
  readonly legs: readonly Leg[];
  readonly options: RaceOptions;
  readonly phase: RacePhase;
  readonly players: readonly RacePlayer[];
  /** Every round so far; the last one is played while the phase is `round`. */
  readonly rounds: readonly Round[];
  /** Every quiz so far; the last one may be on while the phase is `between`. */
  readonly quizzes: readonly RaceQuiz[];
  /** Pairs that the host has made for the next round, by player's id. */
  readonly planned: readonly (readonly [string, string])[];
  readonly locked: boolean;
  readonly namesHidden: boolean;
  /** The match that fills the projector. */
  readonly spotlight: string | null;
  /** The host has asked for the end: the podium follows the round that is played. */
  readonly ending: boolean;
  /** Wall clock since which the race is paused. */
  readonly pausedSince: number | null;
  readonly pausedTotal: number;
  readonly createdAt: number;
  readonly endedAt: number | null;
  /** Wall clock of the latest event. */
  readonly at: number;
};

/** An end of a match of the round that is played. */
export type Place = { readonly match: string; readonly seat: Endpoint };

/** The longest list of names, and so the largest class that has one. */
export const LONGEST_ROSTER = 500;
/** A race takes no more players than this. */
export const MOST_PLAYERS = 10_000;
/** A race in which nothing has happened for this long is over, ms of wall clock. */
export const RACE_ABANDONED_AFTER = 24 * 60 * 60 * 1000;

/** The round that is played or was played last; undefined before the first. */
export const currentRound = (race: Race): Round | undefined => race.rounds.at(-1);

/** The race clock at wall-clock time `now`. */
export const raceClock = (race: Pick<Race, 'pausedSince' | 'pausedTotal'>, now: number): number =>
  (race.pausedSince ?? now) - race.pausedTotal;

export const playerById = (race: Race, id: string): RacePlayer | undefined =>
  byId(race.players).get(id);

const byId = remembered(
  (players: readonly RacePlayer[]): ReadonlyMap<string, RacePlayer> =>
    new Map(players.map((p) => [p.id, p])),
);

/** Where a player sits in the round that is played, or was played last. */
export function placeOf(race: Race, id: string): Place | null {
  const round = currentRound(race);
  return (round && placesIn(round).get(id)) ?? null;
}

/** Where everybody sits. */
export const placesIn = remembered(({ pairs }: Round): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  for (const { match, seats } of pairs)
    for (const seat of ENDPOINTS) if (seats[seat] !== BOT) places.set(seats[seat], { match, seat });
  return places;
});
