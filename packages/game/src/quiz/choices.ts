import type { Choice, Lots, Said } from './question.ts';
import { shuffled } from './sources/lots.ts';

/** A question has at most so many wrong choices … */
export const MOST_WRONG = 3;
/** … and one of segments or states at least so many. */
export const FEWEST_WRONG = 2;

export type Choices = { readonly choices: readonly Choice[]; readonly answer: number };

/** The choices in any order, and where the right one stands. */
export function choicesOf(right: Said, wrong: readonly Choice[], lots: Lots): Choices {
  const key: Choice = { said: right, misconception: null };
  const choices = shuffled([key, ...wrong.slice(0, MOST_WRONG)], lots);
  return { choices, answer: choices.indexOf(key) };
}
