/** Who stands where in what the host has asked. Points of questions are none of the race. */
import { remembered } from '../remembered.ts';
import type { Race } from './race.ts';
import type { PutQuestion } from './race-quiz.ts';

export type QuizTotal = {
  readonly points: number;
  /** How many of the answers were right. */
  readonly right: number;
  readonly answers: number;
};

export type QuizStanding = QuizTotal & {
  readonly player: string;
  /** From 1; who has as many points shares it. */
  readonly place: number;
};

/**
 * Everybody in the race who has answered, the best first, over the questions that are closed: of one that is open
 * nothing may be known.
 */
export const quizStandingsOf = remembered((race: Race): readonly QuizStanding[] => {
  const totals = totalsOf(race);
  const order = race.players
    .flatMap(({ id: player, membership }) => {
      const total = totals.get(player);
      return membership === 'in' && total ? [{ player, ...total }] : [];
    })
    .toSorted((a, b) => b.points - a.points);
  let place = 1;
  return order.map((row, i) => {
    if (order[i - 1]?.points !== row.points) place = i + 1;
    return { ...row, place };
  });
});

function totalsOf({ quizzes }: Race): ReadonlyMap<string, QuizTotal> {
  const sums = new Map<string, QuizTotal>();
  for (const { answers } of quizzes.flatMap(({ put }) => put.filter((p) => p.closed)))
    for (const { player, points, right } of answers) {
      const sum = sums.get(player) ?? { points: 0, right: 0, answers: 0 };
      sums.set(player, {
        points: sum.points + points,
        right: sum.right + (right ? 1 : 0),
        answers: sum.answers + 1,
      });
    }
  return sums;
}

/** How the class has answered: told once the question is closed. */
export type QuizTally = {
  readonly answers: number;
  readonly right: number;
  /** Of each of the choices; none where there is nothing to choose from. */
  readonly chosen: readonly number[];
};

/** `choices`: how many there are to choose from. */
export function tallyOf({ answers }: PutQuestion, choices: number): QuizTally {
  const chosen = Array.from({ length: choices }, () => 0);
  for (const { response } of answers) {
    const picked =
      response.form === 'one'
        ? [response.choice]
        : response.form === 'many'
          ? response.choices
          : [];
    for (const i of picked) if (i < choices) chosen[i] = (chosen[i] ?? 0) + 1;
  }
  return { answers: answers.length, right: answers.filter((a) => a.right).length, chosen };
}
