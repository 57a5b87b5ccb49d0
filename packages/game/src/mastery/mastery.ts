/** How well a skill is known. */
import { type EloRating, expectation, NO_RATING, skillAfter } from './elo.ts';
import { type Memory, remember, retrievability, SITTING } from './memory.ts';
import type { Evidence } from './question-ref.ts';

export const MASTERY_LEVELS = ['new', 'learning', 'familiar', 'mastered'] as const;
export type MasteryLevel = (typeof MASTERY_LEVELS)[number];

/** A right answer that counts towards mastery. */
export type Success = { readonly variant: string; readonly at: number; readonly day: number };

export type SkillRecord = {
  readonly rating: EloRating;
  /** In the order in which the variants were met. */
  readonly memories: readonly Memory[];
  /** The latest successes that no slip has taken back, oldest first, each of another variant: `MASTERED` at most. */
  readonly successes: readonly Success[];
};

export const NEW_SKILL: SkillRecord = { rating: NO_RATING, memories: [], successes: [] };

/**
 * Successes on different days, half a day apart or more, without help, on different variants. Three relearnings on
 * days of their own after the first are where further ones add little: K. Rawson and J. Dunlosky, "Optimizing schedules
 * of retrieval practice for durable and efficient learning: How much is enough?", J. Exp. Psychol. General 140 (2011),
 * 283–302.
 */
export const MASTERED = 4;
export const FAMILIAR = 2;

/** An item in the middle of `ITEM_RANGE`. Who is asked what suits him is mostly right, so mastery asks for its half as well. */
export const MIDDLE = 1400;
const EVEN = 0.5;

/** Below this a level has faded: at the default weights what was due three times over. */
export const FADED = 0.8;

/** `day`: the learner's own. */
export function recordAfter(
  record: SkillRecord,
  evidence: Evidence,
  now: number,
  day: number,
): SkillRecord {
  const { rating, memories } = record;
  const { variant, difficulty, right } = evidence;
  const i = memories.findIndex((m) => m.variant === variant);
  const memory = remember(memories[i] ?? null, evidence, rating.value, now);
  return {
    rating: skillAfter(rating, difficulty, right),
    memories: i < 0 ? [...memories, memory] : memories.with(i, memory),
    successes: successesAfter(record.successes, evidence, now, day),
  };
}

/** A slip takes back the oldest, so that the newest still says when the next may count. */
function successesAfter(
  successes: readonly Success[],
  { variant, right, helped }: Evidence,
  at: number,
  day: number,
): readonly Success[] {
  if (!right) return successes.slice(1);
  const success = { variant, at, day };
  if (helped || !isSpaced(successes, success)) return successes;
  return [...successes, success].slice(-MASTERED);
}

/** Whether `success` counts after `others`: on a later day, half a day later or more, and of another variant. */
export function isSpaced(others: readonly Success[], { variant, at, day }: Success): boolean {
  const last = others.at(-1);
  const apart = !last || (day > last.day && at - last.at >= SITTING);
  return apart && others.every((s) => s.variant !== variant);
}

/** How much of what was seen is still known at `now`, 0 … 1; 1 of a new skill. */
export const freshness = ({ memories }: SkillRecord, now: number): number =>
  memories.length === 0
    ? 1
    : memories.reduce((sum, memory) => sum + retrievability(memory, now), 0) / memories.length;

const isNew = ({ rating }: SkillRecord): boolean => rating.answers === 0;

/** The level at `now`. A slip lowers it by one at most, and so does time. */
export function levelAt(record: SkillRecord, now: number): MasteryLevel {
  if (isNew(record)) return 'new';
  const { successes, rating } = record;
  const earned =
    successes.length >= MASTERED && expectation(rating.value, MIDDLE) >= EVEN
      ? 'mastered'
      : successes.length >= FAMILIAR
        ? 'familiar'
        : 'learning';
  if (freshness(record, now) >= FADED) return earned;
  return earned === 'mastered' ? 'familiar' : 'learning';
}

/**
 * The estimated chance to answer an item of the middle right at `now`, 0 … 1: what the skill can do, less what is
 * forgotten. 0 where nothing is known of it.
 */
export const masteryAt = (record: SkillRecord, now: number): number =>
  isNew(record) ? 0 : expectation(record.rating.value, MIDDLE) * freshness(record, now);
