/** What may be seen of a quiz, in codes and numbers: the sentences are put to it where the reader's language is known. */

import type { Response } from '../quiz/response.ts';
import { remembered } from '../remembered.ts';
import { type QuizStanding, quizStandingsOf } from './quiz-standings.ts';
import { type Race, raceClock } from './race.ts';
import { answerOf, questionEndsAt, quizOn } from './race-quiz.ts';

/** Of the question that is on, what everybody may know. */
export type QuizHead = {
  /** Which quiz of the race, and which of its questions: from 0. */
  readonly quiz: number;
  readonly question: number;
  /** How many questions it has. */
  readonly of: number;
  /** To answer, ms. */
  readonly time: number;
  /** Until the question closes, ms; null once it is closed. */
  readonly endsIn: number | null;
};

/** Null where nothing is asked. */
export function quizHeadOf(race: Race, now: number): QuizHead | null {
  const on = quizOn(race);
  if (!on) return null;
  const endsAt = questionEndsAt(race);
  return {
    ...on.moment,
    of: on.quiz.questions.length,
    time: on.quiz.time,
    endsIn: endsAt === null ? null : Math.max(0, endsAt - raceClock(race, now)),
  };
}

/** Of the ranking, what the projector shows. */
const FIRST = 10;

export type RankedPlayer = Pick<QuizStanding, 'player' | 'place' | 'points'>;

export type QuizBoard = {
  /** What is asked; `answers`: how many have been given. */
  readonly on: (QuizHead & { readonly answers: number }) | null;
  /** The first of those who have answered. */
  readonly ranking: readonly RankedPlayer[];
};

/** What host and projector see: while a question is open, only how many have answered. Null where nothing was asked. */
export function quizBoardOf(race: Race, now: number): QuizBoard | null {
  if (race.quizzes.length === 0) return null;
  const head = quizHeadOf(race, now);
  return {
    on: head && { ...head, answers: quizOn(race)?.put.answers.length ?? 0 },
    ranking: quizStandingsOf(race)
      .slice(0, FIRST)
      .map(({ player, place, points }) => ({ player, place, points })),
  };
}

/** Where a player stands, and among how many. */
export type QuizPlace = Omit<QuizStanding, 'player'> & { readonly players: number };

/** Null for who has answered nothing that is closed. */
export function quizPlaceOf(race: Race, player: string): QuizPlace | null {
  const standing = placesIn(race).get(player);
  if (!standing) return null;
  const { player: _, ...rest } = standing;
  return { ...rest, players: placesIn(race).size };
}

const placesIn = remembered(
  (race: Race): ReadonlyMap<string, QuizStanding> =>
    new Map(quizStandingsOf(race).map((s) => [s.player, s])),
);

/** What a player has to do with the question that is on. */
export type QuizOwn = {
  /** What he has answered. */
  readonly given: Response | null;
  /** What it came to; null as long as the question is open. */
  readonly result: { readonly right: boolean; readonly points: number } | null;
  readonly place: QuizPlace | null;
};

export function quizOwnOf(race: Race, player: string): QuizOwn | null {
  const put = quizOn(race)?.put;
  if (!put) return null;
  const answer = answerOf(put, player);
  return {
    given: answer?.response ?? null,
    result: put.closed && answer ? { right: answer.right, points: answer.points } : null,
    place: quizPlaceOf(race, player),
  };
}
