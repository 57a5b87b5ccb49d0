/** Questions that a host puts to the class between two rounds: everybody answers the same one at the same time. */
import type { QuestionRef } from '../mastery/question-ref.ts';
import type { Belief } from '../quiz/belief.ts';
import type { Response } from '../quiz/response.ts';
import { remembered } from '../remembered.ts';
import { type Race, raceClock } from './race.ts';

export type RaceQuiz = {
  readonly questions: readonly QuestionRef[];
  /** To answer each, ms. */
  readonly time: number;
  /** Whether speed counts. */
  readonly timed: boolean;
  /** Every question so far, in their order; the last one is on while the quiz is. */
  readonly put: readonly PutQuestion[];
  readonly over: boolean;
};

export type PutQuestion = {
  /** Race clock at which it was put, ms. */
  readonly at: number;
  /** Nobody can answer any more, and the answer may be told. */
  readonly closed: boolean;
  readonly answers: readonly QuizAnswer[];
};

/** An answer, and what it comes to. */
export type QuizReply = {
  readonly response: Response;
  readonly right: boolean;
  readonly misconception: Belief | null;
};

export type QuizAnswer = QuizReply & {
  readonly player: string;
  /** 1000 at most. */
  readonly points: number;
};

/** A question of a quiz of the race, both counted from 0. */
export type QuizMoment = { readonly quiz: number; readonly question: number };

export const MOST_QUESTIONS = 30;

/** A question that is on, or whose answer is being talked about. */
export type QuizOn = {
  readonly moment: QuizMoment;
  readonly quiz: RaceQuiz;
  readonly ref: QuestionRef;
  readonly put: PutQuestion;
};

/** Null where the host asks nothing. */
export function quizOn({ quizzes }: Pick<Race, 'quizzes'>): QuizOn | null {
  const quiz = quizzes.at(-1);
  const question = (quiz?.put.length ?? 0) - 1;
  const [ref, put] = [quiz?.questions[question], quiz?.put[question]];
  if (!quiz || quiz.over || !ref || !put) return null;
  return { moment: { quiz: quizzes.length - 1, question }, quiz, ref, put };
}

/** Between two rounds only: whoever plays is left in peace. */
export const mayAsk = (race: Pick<Race, 'phase' | 'quizzes'>): boolean =>
  race.phase === 'between' && quizOn(race) === null;

export const isSameMoment = (a: QuizMoment, b: QuizMoment): boolean =>
  a.quiz === b.quiz && a.question === b.question;

/** Race clock at which the question closes by itself, ms; null where none is open. */
export function questionEndsAt(race: Race): number | null {
  const on = quizOn(race);
  return on && !on.put.closed ? on.put.at + on.quiz.time : null;
}

/** Whether the time to answer is up at wall-clock time `now`. */
export function isQuestionDue(race: Race, now: number): boolean {
  const endsAt = questionEndsAt(race);
  return endsAt !== null && raceClock(race, now) >= endsAt;
}

/** What a player has answered; undefined where nothing. */
export const answerOf = (put: PutQuestion, player: string): QuizAnswer | undefined =>
  answersIn(put).get(player);

const answersIn = remembered(
  ({ answers }: PutQuestion): ReadonlyMap<string, QuizAnswer> =>
    new Map(answers.map((a) => [a.player, a])),
);
