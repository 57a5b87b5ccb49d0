/** Three scenarios a day. */
import { draw, seedOf } from '../random.ts';
import type { Level, Scenario, Skill } from '../scenario.ts';
import { type Learner, type MasteryOf, masteriesAt } from './learner.ts';
import { dawnOf } from './time.ts';

export const DAILY = 3;

/** What of a scenario's worth is chance; the rest is how weak its skills are. */
const CHANCE = 0.25;
const FINE = 1 << 20;

/**
 * The three of `day`, the learner's own day (`dayOf`): first those with at most one skill that is new to him, and of
 * these the ones whose skills he knows least; then the earliest of the catalogue. What he does on the day changes
 * nothing of it. Each scenario has its turn every other day, so none of tomorrow's is one of today's.
 */
export function dailyThree(
  learner: Learner,
  catalogue: readonly Scenario[],
  day: number,
): readonly Scenario[] {
  const mastery = morningOf(learner, day);
  const seed = seedOf(learner.id);
  const left = catalogue.filter((_, i) => (i + day) % 2 === 0);
  const lot = new Map(
    left.map((s) => [s, (CHANCE * draw(seed + day, catalogue.indexOf(s), FINE)) / FINE]),
  );
  const chosen: Scenario[] = [];
  const covered = new Set<Skill>();
  const worth = (s: Scenario): number => {
    const weak = s.skills.map((skill) => (covered.has(skill) ? 0 : 1 - mastery[skill]));
    return weak.reduce((a, b) => a + b, 0) / weak.length + (lot.get(s) ?? 0);
  };
  while (chosen.length < DAILY) {
    const rest = left.filter((s) => !chosen.includes(s));
    const fitting = rest.filter((s) => fits(s, mastery));
    const [next] = fitting.length > 0 ? fitting.toSorted((a, b) => worth(b) - worth(a)) : rest;
    if (!next) break;
    chosen.push(next);
    for (const skill of next.skills) covered.add(skill);
  }
  return chosen;
}

/** At what level a scenario is the task of `day`: the more of it is known, the more is asked for. */
export function dailyLevel(learner: Learner, { skills, levels }: Scenario, day: number): Level {
  const mastery = morningOf(learner, day);
  const known = skills.reduce((sum, skill) => sum + mastery[skill], 0) / skills.length;
  const place = Math.min(levels.length - 1, Math.floor(known * levels.length));
  return levels[place] ?? levels[0];
}

/** What was known before anything was done on `day`. */
const morningOf = (learner: Learner, day: number): MasteryOf =>
  learner.dawn?.day === day ? learner.dawn.mastery : masteriesAt(learner, dawnOf(day));

/** One new thing at a time. */
const fits = ({ skills }: Scenario, mastery: MasteryOf): boolean =>
  skills.filter((skill) => mastery[skill] === 0).length <= 1;
