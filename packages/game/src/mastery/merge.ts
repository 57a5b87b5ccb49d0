/**
 * Two records of one person become one. What either has seen is known once: a merge with what is known already, or
 * done a second time, changes nothing, and it is the same whichever comes first.
 */
import type { Best, Learner } from './learner.ts';
import { eachSkill } from './learner.ts';
import { isSpaced, MASTERED, type SkillRecord, type Success } from './mastery.ts';
import type { Memory } from './memory.ts';
import type { Streak } from './streak.ts';

/** What of a learner goes over into another one. */
export type Knowledge = Pick<
  Learner,
  'name' | 'skills' | 'bests' | 'matches' | 'learned' | 'played' | 'streak'
>;

export const knowledgeOf = ({
  name,
  skills,
  bests,
  matches,
  learned,
  played,
  streak,
}: Knowledge): Knowledge => ({ name, skills, bests, matches, learned, played, streak });

/** `a` with what `b` has learned; the name of `a`, where it has one. */
export const merged = (a: Knowledge, b: Knowledge): Knowledge => ({
  name: a.name ?? b.name,
  skills: eachSkill((skill) => mergedSkill(a.skills[skill], b.skills[skill])),
  bests: mergedKeys(a.bests, b.bests, better),
  matches: [...new Set([...a.matches, ...b.matches])],
  learned: [...new Set([...a.learned, ...b.learned])],
  played: mergedKeys(a.played, b.played, Math.max),
  streak: mergedStreak(a.streak, b.streak),
});

export const isBetter = (a: Best, b: Best): boolean =>
  a.points > b.points || (a.points === b.points && a.took < b.took);

const better = (a: Best, b: Best): Best => (isBetter(b, a) ? b : a);

function mergedKeys<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  of: (a: T, b: T) => T,
): Readonly<Record<string, T>> {
  const all = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const own = all[key];
    all[key] = own === undefined ? value : of(own, value);
  }
  return all;
}

/** The rating that rests on more answers: to add them up would count twice what both have. */
function mergedSkill(a: SkillRecord, b: SkillRecord): SkillRecord {
  const [more, less] = a.rating.answers >= b.rating.answers ? [a, b] : [b, a];
  const even = more.rating.answers === less.rating.answers;
  const rating = even && less.rating.value > more.rating.value ? less.rating : more.rating;
  return {
    rating,
    memories: mergedMemories(a.memories, b.memories),
    successes: mergedSuccesses(a.successes, b.successes),
  };
}

/** Of each variant the memory that was refreshed last. */
function mergedMemories(a: readonly Memory[], b: readonly Memory[]): readonly Memory[] {
  const memories = new Map(a.map((memory) => [memory.variant, memory]));
  for (const memory of b) {
    const own = memories.get(memory.variant);
    if (!own || isLater(memory, own)) memories.set(memory.variant, memory);
  }
  return [...memories.values()];
}

const isLater = (a: Memory, b: Memory): boolean =>
  a.seenAt > b.seenAt || (a.seenAt === b.seenAt && a.stability > b.stability);

/** As if they had been one learner's all along: spaced, and each of another variant. */
function mergedSuccesses(a: readonly Success[], b: readonly Success[]): readonly Success[] {
  const inOrder = [...a, ...b].toSorted((x, y) => x.at - y.at || (x.variant < y.variant ? -1 : 1));
  const kept: Success[] = [];
  for (const success of inOrder) if (isSpaced(kept, success)) kept.push(success);
  return kept.slice(-MASTERED);
}

/** The one that was gone on with last; days of both cannot be told apart any more, so they are not added. */
function mergedStreak(a: Streak, b: Streak): Streak {
  const later =
    (a.last ?? -1) - (b.last ?? -1) || a.length - b.length || (a.rest ?? -1) - (b.rest ?? -1);
  return { ...(later >= 0 ? a : b), longest: Math.max(a.longest, b.longest) };
}
