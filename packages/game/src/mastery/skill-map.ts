/** What a learner sees of himself. */
import { SKILLS, type Skill } from '../scenario.ts';
import { isSessionOver, type Learner } from './learner.ts';
import { levelAt, type MasteryLevel, masteryAt, type SkillRecord } from './mastery.ts';

export type SkillView = {
  readonly skill: Skill;
  readonly level: MasteryLevel;
  /** 0 … 1. */
  readonly mastery: number;
  /** How many variants are due. */
  readonly due: number;
  readonly practisedAt: number | null;
  /** When the next one comes due that is not yet; null where none is waiting. */
  readonly nextDueAt: number | null;
};

export const NEXT_STEPS = ['resume', 'start', 'review', 'strengthen', 'explore', 'rest'] as const;
/**
 * Go on with the session that is open; begin with the first lesson; what is due; the skills that are not mastered;
 * those that are new; nothing, for today all is known.
 */
export type NextStep = (typeof NEXT_STEPS)[number];

export type SkillMap = { readonly skills: readonly SkillView[]; readonly next: NextStep };

export function skillMapOf(learner: Learner, now: number): SkillMap {
  const skills = SKILLS.map((skill) => skillView(skill, learner.skills[skill], now));
  return { skills, next: nextStep(learner, skills) };
}

function skillView(skill: Skill, record: SkillRecord, now: number): SkillView {
  let due = 0;
  let practisedAt: number | null = null;
  let nextDueAt: number | null = null;
  for (const { seenAt, dueAt } of record.memories) {
    practisedAt = Math.max(practisedAt ?? 0, seenAt);
    if (dueAt <= now) due++;
    else nextDueAt = Math.min(nextDueAt ?? dueAt, dueAt);
  }
  const [level, mastery] = [levelAt(record, now), masteryAt(record, now)];
  return { skill, level, mastery, due, practisedAt, nextDueAt };
}

function nextStep({ session, learned }: Learner, skills: readonly SkillView[]): NextStep {
  const has = (level: MasteryLevel): boolean => skills.some((s) => s.level === level);
  if (session && !isSessionOver(session)) return 'resume';
  if (learned.length === 0 && skills.every((s) => s.level === 'new')) return 'start';
  if (skills.some((s) => s.due > 0)) return 'review';
  if (has('learning') || has('familiar')) return 'strengthen';
  return has('new') ? 'explore' : 'rest';
}
