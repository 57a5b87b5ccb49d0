import type { Skill } from '../scenario.ts';
import type { QuestionKind } from './question.ts';

/** What most people who have had one lesson get right as often as not. */
const MIDDLE = 1200;

/** Points of Elo that the kind adds: to recognize is easier than to work out. */
const OF_KIND: Readonly<Record<QuestionKind, number>> = {
  'control-bits': -100,
  order: 0,
  statement: -50,
  'state-after': 0,
  'next-segment': 50,
  'state-now': 50,
  'time-wait': 50,
  capture: 100,
  'peer-answer': 100,
  numbers: 150,
  'wrong-segment': 200,
};

/** What the situation adds: the greetings come first in every lesson. */
const OF_SKILL: Readonly<Record<Skill, number>> = {
  handshake: -150,
  close: -50,
  data: 0,
  numbers: 100,
  reset: 50,
  loss: 100,
  'time-wait': 100,
  crossing: 200,
  window: 200,
  'half-open': 250,
  attack: 250,
};

export const HARDNESS = ['easy', 'medium', 'hard'] as const;
export type Hardness = (typeof HARDNESS)[number];

/** How hard a scenario is to play: as what is hardest in it. */
export function hardnessOf({ skills }: { readonly skills: readonly Skill[] }): Hardness {
  const most = Math.max(...skills.map((skill) => OF_SKILL[skill]));
  if (most <= 0) return 'easy';
  return most <= 100 ? 'medium' : 'hard';
}

/** So much does each choice beyond two add: it is harder to guess. */
const OF_CHOICE = 40;

type Many = { readonly length: number };

/** An estimate on Elo's scale, to begin with. */
export const difficultyOf = (
  kind: QuestionKind,
  {
    skill,
    choices,
    figure,
  }: { readonly skill: Skill; readonly choices: Many; readonly figure: Many },
): number =>
  MIDDLE +
  OF_KIND[kind] +
  OF_SKILL[skill] +
  OF_CHOICE * (choices.length - 2) +
  // A long ladder is more to read.
  Math.min(100, 5 * figure.length);
