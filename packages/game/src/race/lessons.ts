/** What the class has learned, and who did best. */
import { ENDPOINTS } from '@ackade/tcp';
import type { Misconception } from '../misconception.ts';
import { remembered } from '../remembered.ts';
import { BOT, playerById, type Race } from './race.ts';
import { standingsOf } from './standings.ts';

/** So many misconceptions are talked about. */
const LESSONS = 3;
const STEPS = 3;

export type Lesson = {
  readonly code: Misconception;
  /** How many moves showed it, and how many players. */
  readonly count: number;
  readonly players: number;
  /** A move of this class that showed it: which of the wrong moves of a match, from 0. */
  readonly example: { readonly match: string; readonly mistake: number };
};

/** The misconceptions that most players showed, the commonest first. */
export const lessonsOf = remembered((race: Race): readonly Lesson[] => {
  const lessons = new Map<Misconception, { lesson: Lesson; players: Set<string> }>();
  for (const { pairs, results } of race.rounds)
    for (const [i, { match, seats }] of pairs.entries())
      for (const end of ENDPOINTS)
        for (const { code, count, example } of results?.[i]?.seats[end].shown ?? []) {
          if (seats[end] === BOT) continue;
          const found = lessons.get(code) ?? {
            lesson: { code, count: 0, players: 0, example: { match, mistake: example } },
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
    .toSorted((a, b) => b.players - a.players || b.count - a.count)
    .slice(0, LESSONS);
});

export type Winner = {
  readonly name: string;
  readonly place: number;
  readonly points: number;
  readonly accuracy: number;
  readonly speed: number | null;
};

export type Podium = {
  /** The first three places; more names where places are shared. */
  readonly winners: readonly Winner[];
  /** The most accurate of all, and the swiftest of those who were right often enough to be called so. */
  readonly accurate: Winner | null;
  readonly swift: Winner | null;
  /** The pair that made the longest part of its moves without a mistake. */
  readonly team: { readonly names: readonly [string, string]; readonly teamwork: number } | null;
};

/** Below this accuracy, per cent, speed is not praised. */
const SWIFT = 60;

export const podiumOf = remembered((race: Race): Podium => {
  const all = standingsOf(race)
    .filter((row) => row.total.matches > 0)
    .map(({ player, place, total }): Winner => {
      const { points, accuracy, speed } = total;
      return { name: playerById(race, player)?.name ?? '', place, points, accuracy, speed };
    });
  return {
    winners: all.filter((w) => w.place <= STEPS),
    accurate: best(all, (w) => w.accuracy),
    swift: best(
      all.filter((w) => w.accuracy >= SWIFT),
      (w) => w.speed ?? 0,
    ),
    team: teamOf(race),
  };
});

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
      if (result?.outcome !== 'finished' || a?.membership !== 'in' || b?.membership !== 'in')
        continue;
      if (result.teamwork > (team?.teamwork ?? 0))
        team = { names: [a.name, b.name], teamwork: result.teamwork };
    }
  return team;
}
