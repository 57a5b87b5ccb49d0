import type { OwnQuestion } from './question.ts';

export type FaultParams = Readonly<Record<string, string | number>>;

/** What can be wrong with a question, whoever wrote it. */
export const PROBLEMS = [
  'empty',
  'too-long',
  'too-few',
  'too-many',
  'duplicate',
  'bad-character',
  'no-right-answer',
  'weight-out-of-range',
  'weights-do-not-add-up',
  'bad-range',
  'seconds-out-of-range',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** What can be wrong with a file besides. */
export const FAULTS = [
  ...PROBLEMS,
  'too-large',
  'not-utf8',
  'no-questions',
  'too-many-questions',
  'not-supported',
  'picture',
  'unclosed-name',
  'unclosed-answer',
  'unopened-answer',
  'blank-line-in-answer',
  'second-answer',
  'no-arrow',
  'bad-number',
  'bad-weight',
  'bad-xml',
  'doctype',
  'not-a-quiz',
  'missing-element',
  'units',
  'bad-spreadsheet',
  'no-header',
  'bad-correct-answers',
  'bad-time-limit',
] as const;
export type FaultCode = (typeof FAULTS)[number];

/** What was left out of a question that was read, which asks the same without it. */
export const NOTES = ['formatting', 'left-out'] as const;
export type NoteCode = (typeof NOTES)[number];

/** In a spreadsheet the line is a row, the column a column; both from 1. */
export type Place = { readonly line: number; readonly column: number | null };

type At<Code> = Place & { readonly code: Code; readonly params: FaultParams };
export type Fault = At<FaultCode>;
export type Note = At<NoteCode>;

/** Questions, or everything that is wrong: never some questions of a bad file. */
export type Reading =
  | {
      readonly ok: true;
      readonly questions: readonly OwnQuestion[];
      readonly notes: readonly Note[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };
