import type { Skill } from '../scenario.ts';

/** What scheduling knows of a question: all but its text and its answer. */
export type QuestionRef = {
  readonly id: string;
  readonly kind: string;
  /** Null of one that belongs to no skill: an answer to it teaches nothing. */
  readonly skill: Skill | null;
  /** The situation it asks about. Questions of one variant differ in numbers and words, and are remembered as one. */
  readonly variant: string;
  /** On the Elo scale, `ITEM_RANGE`. */
  readonly difficulty: number;
};

/** A question that exercises a skill. */
export type Exercise = QuestionRef & { readonly skill: Skill };

export const isExercise = (question: QuestionRef): question is Exercise => question.skill !== null;

/** What an answer, or a turn of a match, tells of a skill. */
export type Evidence = Pick<Exercise, 'skill' | 'variant' | 'difficulty'> &
  Reply & {
    /** The id of the question; null of a turn of a match. */
    readonly question: string | null;
  };

export type Reply = {
  readonly right: boolean;
  /** A hint was taken, or it was not the first try. */
  readonly helped: boolean;
  /** ms; null where nobody looked at the clock. */
  readonly took: number | null;
};
