/** What somebody answers to a question, and what it comes to. */
import type { Belief } from './belief.ts';
import type { Question } from './question.ts';

/** Indices are of the question's choices. */
export type Response =
  | { readonly form: 'one'; readonly choice: number }
  | { readonly form: 'many'; readonly choices: readonly number[] }
  /** All choices, first to last. */
  | { readonly form: 'order'; readonly order: readonly number[] }
  /** For each of the left-hand side which of the right. */
  | { readonly form: 'match'; readonly right: readonly number[] }
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'number'; readonly number: number };

/** The right response. */
export const solutionOf = ({ answer }: Pick<Question, 'answer'>): Response =>
  typeof answer === 'number' ? { form: 'one', choice: answer } : { form: 'order', order: answer };

/** Whether one can answer like that at all: in the form that is asked for, each of the choices once. */
export function isFitting(
  { choices, answer }: Pick<Question, 'choices' | 'answer'>,
  response: Response,
): boolean {
  if (response.form === 'one')
    return typeof answer === 'number' && response.choice < choices.length;
  if (response.form !== 'order' || typeof answer === 'number') return false;
  const { order } = response;
  return order.length === choices.length && [...choices.keys()].every((i) => order.includes(i));
}

/** Whether a fitting response is right. */
export function isRight({ answer }: Pick<Question, 'answer'>, response: Response): boolean {
  if (response.form === 'one') return response.choice === answer;
  if (response.form !== 'order' || typeof answer === 'number') return false;
  return response.order.every((choice, place) => choice === answer[place]);
}

/** What a response betrays. */
export const betrayedBy = (
  { choices }: Pick<Question, 'choices'>,
  response: Response,
): Belief | null =>
  response.form === 'one' ? (choices[response.choice]?.misconception ?? null) : null;
