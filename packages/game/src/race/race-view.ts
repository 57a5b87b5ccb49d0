/** What a player may know of the race, and what its host and projector see. */
import { type Endpoint, peerOf } from '@ackade/tcp';
import type { Outcome } from '../match.ts';
import { remembered } from '../remembered.ts';
import { scenarioById } from '../scenarios/index.ts';
import { type Score, scoreOf } from '../score.ts';
import type { RowView } from '../view.ts';
import type { Weather } from '../weather.ts';
import { type Lesson, type Podium, podiumOf, topicsOf } from './lessons.ts';
import { type QuizBoard, type QuizPlace, quizBoardOf, quizPlaceOf } from './quiz-view.ts';
import {
  currentRound,
  type Leg,
  type Pair,
  type PairResult,
  type Place,
  placeOf,
  placesIn,
  playerById,
  type Race,
  type RaceOptions,
  type RacePhase,
  type RacePlayer,
  type Round,
  raceClock,
  type Shown,
} from './race.ts';
import { standingsOf, type Total } from './standings.ts';
import { rungsOf, trackUpTo } from './track.ts';

/** What everybody in the race sees of it. */
export type RaceHead = {
  readonly code: string;
  readonly phase: RacePhase;
  /** How many rounds have begun, and of how many. */
  readonly round: number;
  readonly of: number;
  /** What is played, or was played last. */
  readonly leg: Leg | null;
  /** What comes next; null after the last round. */
  readonly next: Leg | null;
  /** Until the round is over, ms; null where no round is played. */
  readonly endsIn: number | null;
  readonly paused: boolean;
  /** Players are told at the debrief: at the podium they look at the projector, where it is revealed. */
  readonly podium: Podium | null;
  /** What most players got wrong; told at the debrief. */
  readonly lessons: readonly Lesson[] | null;
};

/** One round as it went for a player. */
export type PlayedRound = {
  readonly leg: Leg;
  readonly seat: Endpoint;
  /** The partner's name; null for the bot. */
  readonly partner: string | null;
  /** The name under which the match can be watched again. */
  readonly replay: string;
  readonly outcome: Outcome;
  readonly score: Score;
  readonly shown: readonly Shown[];
};

export type RaceView = RaceHead & {
  readonly you: {
    readonly name: string;
    readonly place: number;
    readonly total: Total;
  };
  /** Where one stands in what the host has asked; null for who has answered nothing. */
  readonly quiz: QuizPlace | null;
  /** How many are in the race. */
  readonly players: number;
  /** The match to play, and the number of its pair on the projector, from 1; null for who waits for the next round. */
  readonly match: (Place & { readonly number: number }) | null;
  readonly played: readonly PlayedRound[];
};

/** The view of the player with `id` at wall-clock time `now`; null for who is not in the race. */
export function raceViewFor(race: Race, id: string, now: number): RaceView | null {
  const player = playerById(race, id);
  const standing = rowsOf(race).get(id);
  if (!player || !standing) return null;
  const { place, total } = standing;
  const head = raceHeadOf(race, now);
  return {
    ...head,
    podium: race.phase === 'podium' ? null : head.podium,
    you: { name: player.name, place, total },
    quiz: quizPlaceOf(race, id),
    players: rowsOf(race).size,
    match: race.phase === 'round' ? ownMatch(race, id) : null,
    played: playedBy(race, id),
  };
}

function ownMatch(race: Race, id: string): RaceView['match'] {
  const round = currentRound(race);
  const place = placeOf(race, id);
  const found = round && place && pairsIn(round).get(place.match);
  return found ? { ...place, number: found.number } : null;
}

const ALL = Number.POSITIVE_INFINITY;

export function raceHeadOf(race: Race, now: number): RaceHead {
  const { phase, rounds, legs } = race;
  const round = currentRound(race);
  const told = phase === 'podium' || phase === 'debrief' || phase === 'over';
  return {
    code: race.code,
    phase,
    round: rounds.length,
    of: legs.length,
    leg: round?.leg ?? null,
    next: told ? null : (legs[rounds.length] ?? null),
    endsIn: phase === 'round' && round ? Math.max(0, round.endsAt - raceClock(race, now)) : null,
    paused: race.pausedSince !== null,
    podium: told && rounds.length > 0 ? podiumOf(race) : null,
    lessons: phase === 'debrief' || phase === 'over' ? topicsOf(race) : null,
  };
}

const rowsOf = remembered((race: Race) => new Map(standingsOf(race).map((s) => [s.player, s])));

/** The pair that plays a match of a round, its number among them, and what came of it. */
const pairsIn = remembered(
  ({ pairs, results }: Round) =>
    new Map(
      pairs.map((pair, i): readonly [string, Playing] => [
        pair.match,
        { pair, number: i + 1, result: results?.[i] ?? null },
      ]),
    ),
);

type Playing = {
  readonly pair: Pair;
  readonly number: number;
  readonly result: PairResult | null;
};

function playedBy(race: Race, id: string): PlayedRound[] {
  return race.rounds.flatMap((round): PlayedRound[] => {
    const place = placesIn(round).get(id);
    const { pair, result } = (place && pairsIn(round).get(place.match)) ?? {};
    if (!place || !pair || !result) return [];
    const { tally, shown } = result.seats[place.seat];
    const partner = playerById(race, pair.seats[peerOf(place.seat)])?.name ?? null;
    return [
      {
        leg: round.leg,
        seat: place.seat,
        partner,
        replay: place.match,
        outcome: result.outcome,
        score: scoreOf(tally, round.timed),
        shown,
      },
    ];
  });
}

/** A player as the host sees him. `present` is known to the edge only. */
export type BoardPlayer = Pick<RacePlayer, 'id' | 'name' | 'pace'> & {
  readonly present: boolean;
  readonly place: number;
  readonly total: Total;
};

/** The race without its players and pairs, as host and projector see it. */
export type BoardHead = RaceHead & {
  readonly legs: readonly Leg[];
  readonly options: RaceOptions;
  readonly locked: boolean;
  readonly namesHidden: boolean;
  readonly spotlight: string | null;
  readonly planned: readonly (readonly [string, string])[];
  readonly weather: readonly Weather[];
  /** What the host asks; null where nothing was asked yet. */
  readonly quiz: QuizBoard | null;
  /** How many rungs the ideal ladder has of what is played, or was last. */
  readonly rungs: number;
  /** That ladder; while the round is played, as far as it is told. */
  readonly track: readonly RowView[];
};

/** `told`: as many rungs of the track are told while the round is played. */
export function boardHeadOf(race: Race, told: number, now: number): BoardHead {
  const round = currentRound(race);
  const scenario = round && scenarioById(round.leg.scenario);
  const { legs, options, locked, namesHidden, spotlight, planned } = race;
  return {
    ...raceHeadOf(race, now),
    legs,
    options,
    locked,
    namesHidden,
    spotlight,
    planned,
    weather: round?.weather ?? [],
    quiz: quizBoardOf(race, now),
    rungs: scenario ? rungsOf(scenario) : 0,
    track: scenario ? trackUpTo(scenario, race.phase === 'round' ? told : ALL) : [],
  };
}

/** Everybody in the race, in the order of joining, given who is connected; `among`: only those with these ids. */
export function boardPlayersOf(
  race: Race,
  present: ReadonlySet<string>,
  among?: ReadonlySet<string>,
): BoardPlayer[] {
  return race.players.flatMap(({ id, name, pace }): BoardPlayer[] => {
    const row = among && !among.has(id) ? undefined : rowsOf(race).get(id);
    return row
      ? [{ id, name, pace, present: present.has(id), place: row.place, total: row.total }]
      : [];
  });
}
