import {
  type Exercise,
  type Learner,
  overdue,
  questionAbout,
  questionOf,
  SKILLS,
} from '@ackade/game';
import { exerciseOf } from './catalogue.ts';

/** To make a question costs a millisecond, and a session has no room for more. */
const MOST = 20;

/**
 * What is due at `now` and has not been drawn into the catalogue: the questions that were asked about it last, or, of
 * what was met in a match only, any. The most overdue come first.
 */
export function forgotten(
  { skills }: Learner,
  drawn: readonly Exercise[],
  only: readonly string[],
  now: number,
): readonly Exercise[] {
  const due = SKILLS.filter((skill) => only.length === 0 || only.includes(skill)).flatMap((skill) =>
    skills[skill].memories.flatMap((memory) =>
      memory.dueAt <= now ? [{ skill, memory, key: `${skill}/${memory.variant}` }] : [],
    ),
  );
  if (due.length === 0) return [];
  const there = new Set(drawn.map(({ skill, variant }) => `${skill}/${variant}`));
  return due
    .filter(({ key }) => !there.has(key))
    .toSorted((a, b) => overdue(b.memory, now) - overdue(a.memory, now))
    .slice(0, MOST)
    .flatMap(({ skill, memory: { question: id, variant } }) => {
      const question = id === null ? questionAbout({ skill, variant }) : questionOf(id);
      return question ? [exerciseOf(question)] : [];
    });
}
