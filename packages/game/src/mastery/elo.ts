/**
 * How hard: Elo, an answer being a match between a learner's skill and an item. The scale is the one of chess, 400
 * points for odds of ten to one. That a choice of four can be guessed is not modelled apart: an item that is easily
 * guessed comes out as easier.
 *
 * R. Pelánek, "Applications of the Elo rating system in adaptive educational systems", Computers & Education 98
 * (2016), 169–179.
 */

export type EloRating = {
  readonly value: number;
  /** How many answers it rests on. */
  readonly answers: number;
};

type Range = { readonly least: number; readonly most: number };
/** Of a learner's skill: 400 beyond what is asked, where nine of ten answers are right, or wrong. */
export const SKILL_RANGE: Range = { least: 400, most: 2400 };
/** Of an item. */
export const ITEM_RANGE: Range = { least: 800, most: 2000 };

/** A skill of which nothing is known: questions of 1000 are right for it. */
export const NO_RATING: EloRating = { value: 1200, answers: 0 };

/** Points of Elo to one unit of the logistic scale on which the literature gives its constants. */
const LOGIT = 400 / Math.LN10;
/** Pelánek's uncertainty function a / (1 + b·n), a = 1 and b = 0.05. */
const FALL = 0.05;
/** A learner changes, so what he did long ago must go on losing weight; an item stays what it is. */
const SKILL_FLOOR = 0.15;

/** The chance that a skill of `skill` answers an item of `item` right, 0 … 1. */
export const expectation = (skill: number, item: number): number =>
  1 / (1 + 10 ** ((item - skill) / 400));

/** Points that a wholly unexpected answer moves a rating by: 174 at first; at least 26 of a skill, none of an item. */
export const kOf = (answers: number, floor: number): number =>
  LOGIT * Math.max(floor, 1 / (1 + FALL * answers));

const moved = (
  { value, answers }: EloRating,
  surprise: number,
  floor: number,
  { least, most }: Range,
): EloRating => ({
  value: Math.min(most, Math.max(least, value + kOf(answers, floor) * surprise)),
  answers: answers + 1,
});

/** The rating of a skill after an answer to an item of difficulty `item`. */
export const skillAfter = (skill: EloRating, item: number, right: boolean): EloRating =>
  moved(skill, (right ? 1 : 0) - expectation(skill.value, item), SKILL_FLOOR, SKILL_RANGE);

/** The rating of an item after an answer by a skill of `skill`: right makes it easier. */
export const itemAfter = (item: EloRating, skill: number, right: boolean): EloRating =>
  moved(item, expectation(skill, item.value) - (right ? 1 : 0), 0, ITEM_RANGE);
