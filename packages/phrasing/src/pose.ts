/** A question as it is put to people, and what is said to who has answered it. */
import { betrayedBy, isRight, type Question, type Response, solutionOf } from '@ackade/game';
import type { Endpoint } from '@ackade/tcp';
import { correction } from './correction.ts';
import { phrase } from './phrase.ts';
import type { Words } from './words.ts';

/** Nothing in it tells the answer. */
export function pose(question: Question, words: Words) {
  const { kind, skill, figure, frames, known, prompt } = question;
  const { prompt: sentence, choices } = phrase(question, words);
  const rows = question.choices.flatMap(({ said }) => (said.kind === 'row' ? [said.row] : []));
  return {
    kind,
    skill,
    form: solutionOf(question).form,
    prompt: sentence,
    figure,
    frames,
    known: known && { at: prompt.params['at'] as Endpoint, tcb: known },
    choices,
    ...(rows.length > 0 && { rows }),
    left: [],
  };
}

export function reveal(question: Question, response: Response, words: Words) {
  const { explanation } = phrase(question, words);
  const right = isRight(question, response);
  const belief = right ? null : betrayedBy(question, response);
  const corrected = belief && correction(belief, words);
  return {
    right,
    response,
    solution: solutionOf(question),
    explanation,
    // Where that is what the whole question is about, the explanation says so already.
    correction: corrected && explanation.includes(corrected) ? null : corrected,
    rule: question.rule,
    row: question.row,
  };
}
