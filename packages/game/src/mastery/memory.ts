/**
 * When to come back: FSRS-6 with its default weights, for each variant of a skill. Memory has a stability, the days
 * after which nine of ten such things are still known, and a difficulty, 1 … 10.
 *
 * Of ts-fsrs only the model of memory is used. Its scheduler keeps dates and counts in whole days; here a wrong answer
 * may come back in the evening.
 */
import { FSRSAlgorithm, type Grade, Rating } from 'ts-fsrs';
import { expectation } from './elo.ts';
import type { Evidence, Reply } from './question-ref.ts';
import { DAY, HOUR } from './time.ts';

/** Of one variant. Times are wall-clock ms. */
export type Memory = {
  readonly variant: string;
  /** The question that was asked about it last; null where none was. */
  readonly question: string | null;
  /** Days. */
  readonly stability: number;
  readonly difficulty: number;
  readonly seenAt: number;
  readonly dueAt: number;
};

/** Something is due when the chance to know it has fallen to this. */
export const RETENTION = 0.9;
/** Answers closer together than this are one sitting: they say little about what is still known another day. */
export const SITTING = 12 * HOUR;
/** Right, but it took long: it was worked out rather than known. A ladder on a phone is read in half a minute. */
export const SLOW = 90_000;
/** Right as soon as it was read. */
export const FAST = 15_000;
/** The chance from which an item is far below a skill. */
const FAR_BELOW = 0.9;

const SOONEST = 10 * 60_000;
const LATEST = 365 * DAY;

const fsrs = new FSRSAlgorithm({ request_retention: RETENTION, enable_fuzz: false });

/**
 * FSRS's grade of an answer. Wrong: again. Right but slow or helped: hard. Right: good. Easy only where it is new to
 * the learner, fast, and the item is far below the skill: he knew it before he came.
 */
export function gradeOf(
  { right, helped, took }: Reply,
  isNew: boolean,
  skill: number,
  item: number,
): Grade {
  if (!right) return Rating.Again;
  if (helped || (took !== null && took > SLOW)) return Rating.Hard;
  const known = isNew && took !== null && took < FAST && expectation(skill, item) >= FAR_BELOW;
  return known ? Rating.Easy : Rating.Good;
}

/**
 * The memory of a variant after an answer at `now`; null: it was not seen before. `skill` is the rating before it.
 *
 * A slip costs stability and never the whole of it: what had held for a day or more is afterwards still more stable
 * than what was wrong at first sight, what had held longer stays so, and once it is right again it is ahead of where a
 * beginner is after his first right answer.
 */
export function remember(
  memory: Memory | null,
  evidence: Evidence,
  skill: number,
  now: number,
): Memory {
  const grade = gradeOf(evidence, memory === null, skill, evidence.difficulty);
  const elapsed = memory ? Math.max(0, now - memory.seenAt) : 0;
  const { stability, difficulty } = fsrs.next_state(
    memory,
    elapsed < SITTING ? 0 : elapsed / DAY,
    grade,
  );
  const interval = stability * fsrs.interval_modifier * DAY;
  const dueAt = Math.round(now + Math.min(LATEST, Math.max(SOONEST, interval)));
  const question = evidence.question ?? memory?.question ?? null;
  return { variant: evidence.variant, question, stability, difficulty, seenAt: now, dueAt };
}

/** The chance that it is known at `now`, 0 … 1. */
export const retrievability = ({ stability, seenAt }: Memory, now: number): number =>
  fsrs.forgetting_curve(Math.max(0, now - seenAt) / DAY, stability);

/** How long it is overdue at `now`, in stabilities: 1 is once again the time it was given; below 0 it is not due. */
export const overdue = ({ stability, dueAt }: Memory, now: number): number =>
  (now - dueAt) / (stability * DAY);
