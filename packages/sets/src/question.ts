/** What a question set is: questions that an instructor wrote, in plain text. */
import type { Skill } from '@ackade/game';

/** `truth` is asked as `one` of two, in the language of the set. */
export const OWN_FORMS = ['one', 'many', 'truth', 'match', 'text', 'number'] as const;
export type OwnForm = (typeof OWN_FORMS)[number];

export const SET_LANGUAGES = ['en', 'zh-CN'] as const;
export type SetLanguage = (typeof SET_LANGUAGES)[number];

/** Characters, or how many there may be. */
export const SET_LIMITS = {
  questions: 200,
  title: 120,
  name: 200,
  prompt: 2000,
  /** Of a choice, of either side of a pair, of an accepted text. */
  text: 500,
  feedback: 1000,
  explanation: 2000,
  category: 200,
  idnumber: 100,
  tags: 20,
  tag: 50,
  choices: 20,
  pairs: 10,
  answers: 20,
  /** Of a time limit. */
  seconds: { least: 5, most: 600 },
} as const;

/** Of a right answer. */
export const FULL = 100;

/**
 * `weight`: percent of the points that it is worth, −100 … 100. Where one is chosen, 100 is right; where many are, all
 * that are worth something are, and no other.
 */
export type OwnChoice = {
  readonly text: string;
  readonly weight: number;
  /** What is said to who chose it; '' for nothing. */
  readonly feedback: string;
};

/** `tolerance`: how far off is still right. Both bounds of a range belong to it. */
export type Accepted =
  | { readonly value: number; readonly tolerance: number }
  | { readonly least: number; readonly most: number };

export type NumberAnswer = Accepted & { readonly weight: number; readonly feedback: string };

type Common = {
  /** What the instructor finds it by; '' for none. */
  readonly name: string;
  readonly prompt: string;
  /** What is said to everybody afterwards; '' for nothing. */
  readonly explanation: string;
  readonly skill: Skill | null;
  /** As in a question bank, with `/` between a category and what is in it; '' for none. */
  readonly category: string;
  /** How long one may think; null for as long as one likes. */
  readonly seconds: number | null;
  readonly tags: readonly string[];
  /** What another system knows it by; '' for nothing. */
  readonly idnumber: string;
};

export type OneQuestion = Common & {
  readonly form: 'one' | 'many';
  readonly choices: readonly OwnChoice[];
};

export type TruthQuestion = Common & {
  readonly form: 'truth';
  readonly is: boolean;
  readonly whenTrue: string;
  readonly whenFalse: string;
};

export type MatchQuestion = Common & {
  readonly form: 'match';
  readonly pairs: readonly { readonly left: string; readonly right: string }[];
  /** Right-hand sides that belong to nothing. */
  readonly decoys: readonly string[];
};

export type TextQuestion = Common & {
  readonly form: 'text';
  /** The first that fits counts; `*` stands for any characters, `\*` for itself. */
  readonly answers: readonly OwnChoice[];
  readonly caseSensitive: boolean;
};

export type NumberQuestion = Common & {
  readonly form: 'number';
  /** The first that fits counts. */
  readonly answers: readonly NumberAnswer[];
  /** What is said where none fits. */
  readonly otherwise: string;
};

export type OwnQuestion =
  | OneQuestion
  | TruthQuestion
  | MatchQuestion
  | TextQuestion
  | NumberQuestion;

export type QuestionSet = {
  readonly title: string;
  readonly language: SetLanguage;
  readonly questions: readonly OwnQuestion[];
};
