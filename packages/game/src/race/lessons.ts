/** What the class has learned, and who did best. */
import { ENDPOINTS } from '@ackade/tcp';
import type { Misconception } from '../misconception.ts';
import { remembered } from '../remembered.ts';
import { BOT, playerById, type Race } from './race.ts';
import { type Standing, standingsOf } from './standings.ts';

/** So many lessons are talked about. */
const TOPICS = 3;
const STEPS = 3;

export type Lesson = {
  readonly code: Misconception;
  /** How many moves showed it, and how many players. */
  readonly count: number;
  readonly players: number;
  /** The first match in which a move showed it. */
  readonly match: string;
};

/** Every misconception that players showed; what most of them showed comes first. */
export const lessonsOf = remembered((race: Race): readonly Lesson[] => {
  const lessons = new Map<Misconception, { lesson: Lesson; players: Set<string> }>();
  for (const { pairs, results } of race.rounds)
    for (const [i, { match, seats }] of pairs.entries())
      for (const end of ENDPOINTS)
        for (const { code, count } of results?.[i]?.seats[end].shown ?? []) {
          if (seats[end] === BOT) continue;
          const found = lessons.get(code) ?? {
            lesson: { code, count: 0, players: 0, match },
            players: new Set<string>(),
          };
          found.players.add(seats[end]);
          const lesson = {
            ...found.lesson,
            count: found.lesson.count + count,
            players: found.players.size,
          };
          lessons.set(code, { ...found, lesson });
        }
  return [...lessons.values()]
    .map(({ lesson }) => lesson)
    .toSorted((a, b) => b.players - a.players || b.count - a.count);
});

/** The first of these, for the debrief. */
export const topicsOf = remembered((race: Race): readonly Lesson[] =>
  lessonsOf(race).slice(0, TOPICS),
);

export type Winner = {
  readonly name: string;
  readonly place: number;
  readonly points: number;
  readonly accuracy: number;
  readonly speed: number | null;
};

export type Podium = {
  /** The first three places, of those with points; more names where places are shared. */
  readonly winners: readonly Winner[];
  /**
   * The most accurate, and the swiftest of those who were right often enough to be called so: among who had at
   * least half as many turns as the middle of the class, so that one lucky move is not the best of all.
   */
  readonly accurate: Winner | null;
  readonly swift: Winner | null;
  /** The pair that made the longest part of its moves without a mistake, and all of them itself. */
  readonly team: { readonly names: readonly [string, string]; readonly teamwork: number } | null;
};

/** Below this accuracy, per cent, speed is not praised. */
const SWIFT = 60;

export const podiumOf = remembered((race: Race): Podium => {
  const all = standingsOf(race).filter((row) => row.total.matches > 0);
  // As many points are to be had in every turn.
  const least = medianOf(all.map(({ total }) => total.of)) / 2;
  const winner = ({ player, place, total }: Standing): Winner => {
    const { points, accuracy, speed } = total;
    return { name: playerById(race, player)?.name ?? '', place, points, accuracy, speed };
  };
  const steady = all.filter(({ total }) => total.of >= least).map(winner);
  return {
    winners: all.filter(({ place, total }) => place <= STEPS && total.points > 0).map(winner),
    accurate: best(steady, (w) => w.accuracy),
    swift: best(
      steady.filter((w) => w.accuracy >= SWIFT),
      (w) => w.speed ?? 0,
    ),
    team: teamOf(race),
  };
});

function medianOf(numbers: readonly number[]): number {
  const order = numbers.toSorted((a, b) => a - b);
  const [low = 0, high = low] = [order[(order.length - 1) >> 1], order[order.length >> 1]];
  return (low + high) / 2;
}

/** The one with most of something, if anybody has any of it. */
const best = (winners: readonly Winner[], by: (winner: Winner) => number): Winner | null => {
  const [first] = winners.toSorted((a, b) => by(b) - by(a));
  return first && by(first) > 0 ? first : null;
};

function teamOf(race: Race): Podium['team'] {
  let team: Podium['team'] = null;
  for (const { pairs, results } of race.rounds)
    for (const [i, { seats }] of pairs.entries()) {
      const result = results?.[i];
      const [a, b] = ENDPOINTS.map((e) => playerById(race, seats[e]));
      if (!result || result.botPlayed || a?.membership !== 'in' || b?.membership !== 'in') continue;
      const { teamwork } = result;
      if (teamwork !== null && teamwork > (team?.teamwork ?? 0))
        team = { names: [a.name, b.name], teamwork };
    }
  return team;
}
