/** Learners for tests. */
import {
  decideLearner,
  type Exercise,
  evolveLearner,
  type Learner,
  type LearnerCommand,
  type LearnerEvent,
  type LearnerRefusal,
  type QuestionRef,
  type Skill,
} from '../src/index.ts';

/** A learner, the events that made him, and the time. */
export type Desk = { learner: Learner | null; readonly events: LearnerEvent[]; now: number };

export const newDesk = (now = 0): Desk => ({ learner: null, events: [], now });

/** Gives `command`; the refusal, or null where it was taken. */
export function tell(desk: Desk, command: LearnerCommand): LearnerRefusal | null {
  const decision = decideLearner(desk.learner, command, desk.now);
  if ('refusal' in decision) return decision.refusal;
  desk.events.push(...decision.events);
  desk.learner = decision.events.reduce(evolveLearner, desk.learner);
  return null;
}

export function learnerAt({ learner }: Desk): Learner {
  if (!learner) throw new Error('nobody is there');
  return learner;
}

export function enrolled(now = 0): Desk {
  const desk = newDesk(now);
  tell(desk, { type: 'create', id: 'ada' });
  return desk;
}

export const question = (skill: Skill, variant: string, difficulty = 1100): Exercise => ({
  id: `${skill}-${variant}`,
  kind: 'bits',
  skill,
  variant,
  difficulty,
});

/** So many questions of a skill, each of a variant of its own. */
export const questions = (skill: Skill, count: number, difficulty = 1100): Exercise[] =>
  Array.from({ length: count }, (_, n) => question(skill, `v${n}`, difficulty));

export function begin(
  desk: Desk,
  id: string,
  refs: readonly QuestionRef[],
  offset = 0,
): LearnerRefusal | null {
  return tell(desk, { type: 'begin', id, offset, questions: refs });
}

export const answer = (
  desk: Desk,
  session: string,
  position: number,
  right = true,
): LearnerRefusal | null =>
  tell(desk, {
    type: 'answer',
    session,
    position,
    answer: {
      right,
      helped: false,
      took: null,
      response: { form: 'one', choice: right ? 0 : 1 },
      misconception: right ? null : 'wrong-bits',
    },
  });

/** A whole session; `wrong`: the positions of the wrong answers. */
export function sit(
  desk: Desk,
  id: string,
  refs: readonly QuestionRef[],
  wrong: readonly number[] = [],
): void {
  begin(desk, id, refs);
  for (const position of refs.keys()) answer(desk, id, position, !wrong.includes(position));
}
