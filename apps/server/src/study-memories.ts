import {
  type Exercise,
  type Learner,
  overdue,
  type Question,
  questionOf,
  SKILLS,
  searchAbout,
} from '@ackade/game';
import { exerciseOf } from './catalogue.ts';
import { unhurried } from './unhurried.ts';

/** A session has no room for more. */
const MOST = 20;

/**
 * What is due at `now` and has not been drawn into the catalogue: the questions that were asked about it last, or, of
 * what was met in a match only, any. The most overdue come first.
 */
export async function forgotten(
  { skills }: Learner,
  drawn: readonly Exercise[],
  only: readonly string[],
  now: number,
): Promise<readonly Exercise[]> {
  const due = SKILLS.filter((skill) => only.length === 0 || only.includes(skill)).flatMap((skill) =>
    skills[skill].memories.flatMap((memory) =>
      memory.dueAt <= now ? [{ skill, memory, key: `${skill}/${memory.variant}` }] : [],
    ),
  );
  if (due.length === 0) return [];
  const there = new Set(drawn.map(({ skill, variant }) => `${skill}/${variant}`));
  const missing = due
    .filter(({ key }) => !there.has(key))
    .toSorted((a, b) => overdue(b.memory, now) - overdue(a.memory, now))
    .slice(0, MOST);
  const found: Exercise[] = [];
  for (const { skill, memory } of missing) {
    const { question: id, variant } = memory;
    const question = id === null ? await questionAbout({ skill, variant }) : questionOf(id);
    if (question) found.push(exerciseOf(question));
  }
  return found;
}

async function questionAbout(
  situation: Pick<Question, 'skill' | 'variant'>,
): Promise<Question | null> {
  for await (const question of unhurried(searchAbout(situation))) if (question) return question;
  return null;
}
