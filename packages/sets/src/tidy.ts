import type { OwnQuestion, QuestionSet } from './question.ts';

/** The set as it is kept: no spaces around texts, one kind of line end. */
export const tidied = (set: QuestionSet): QuestionSet => tidiedValue(set) as QuestionSet;
export const tidiedQuestion = (question: OwnQuestion): OwnQuestion =>
  tidiedValue(question) as OwnQuestion;

function tidiedValue(value: unknown): unknown {
  if (typeof value === 'string') return tidyText(value);
  // Nobody tells −0 from 0.
  if (typeof value === 'number') return value + 0;
  if (Array.isArray(value)) return value.map(tidiedValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, tidiedValue(of)]));
}

export const tidyText = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
