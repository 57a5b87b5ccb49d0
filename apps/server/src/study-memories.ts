import { type Exercise, isExercise, type Learner, overdue, questionOf, SKILLS } from '@ackade/game';
import { exerciseOf } from './catalogue.ts';

/** To make a question costs a millisecond, and a session has no room for more. */
const MOST = 20;

/**
 * What is due at `now` and has not been drawn into the catalogue: the questions that were asked about it last. The
 * most overdue come first.
 */
export function forgotten(
  { skills }: Learner,
  drawn: readonly Exercise[],
  only: readonly string[],
  now: number,
): readonly Exercise[] {
  const there = new Set(drawn.map(({ skill, variant }) => `${skill}/${variant}`));
  return SKILLS.filter((skill) => only.length === 0 || only.includes(skill))
    .flatMap((skill) =>
      skills[skill].memories
        .filter(({ dueAt, variant }) => dueAt <= now && !there.has(`${skill}/${variant}`))
        .map((memory) => memory),
    )
    .toSorted((a, b) => overdue(b, now) - overdue(a, now))
    .slice(0, MOST)
    .flatMap(({ question: id }) => {
      const question = id === null ? null : questionOf(id);
      return question ? [exerciseOf(question)].filter(isExercise) : [];
    });
}
