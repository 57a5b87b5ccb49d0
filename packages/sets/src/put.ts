/** A question of a set in the shape in which every question is put, and what is said to who has answered it. */
import type { Response } from '@ackade/game';
import { judgeOwn, ownSolution } from './judged.ts';
import { type OwnResponse, ownPosed } from './posed.ts';
import type { OwnQuestion, SetLanguage } from './question.ts';

/** Nothing in it tells the answer. `seed`: of the order of what can be chosen. */
export const putOwn = (question: OwnQuestion, seed: number, language: SetLanguage) => ({
  kind: 'own' as const,
  skill: question.skill,
  prompt: question.prompt,
  figure: [],
  frames: null,
  known: null,
  ...ownPosed(question, seed, language),
});

/** To an answer to `question` as it was put with `seed`. */
export function revealOwn(question: OwnQuestion, response: Response, seed: number) {
  const { right, feedback } = isOwn(response)
    ? judgeOwn(question, response, seed)
    : { right: false, feedback: '' };
  return {
    right,
    response,
    solution: ownSolution(question, seed),
    explanation: [feedback, question.explanation].filter((text) => text !== '').join('\n\n'),
    correction: null,
    rule: null,
    row: null,
  };
}

/** No set asks for an order. */
export const isOwn = (response: Response): response is OwnResponse => response.form !== 'order';
