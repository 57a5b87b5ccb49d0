import type { Skill } from '../scenario.ts';

/** What scheduling knows of a question: all but its text and its answer. */
export type QuestionRef = {
  readonly id: string;
  readonly kind: string;
  readonly skill: Skill;
  /** The situation it asks about. Questions of one variant differ in numbers and words, and are remembered as one. */
  readonly variant: string;
  /** On the Elo scale, `ITEM_RANGE`. */
  readonly difficulty: number;
};

/** What an answer, or a turn of a match, tells of a skill. */
export type Evidence = Pick<QuestionRef, 'skill' | 'variant' | 'difficulty'> & Reply;

export type Reply = {
  readonly right: boolean;
  /** A hint was taken, or it was not the first try. */
  readonly helped: boolean;
  /** ms; null where nobody looked at the clock. */
  readonly took: number | null;
};
