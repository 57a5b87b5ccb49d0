import {
  bestKey,
  eachSkill,
  isSessionOver,
  type Learner,
  type LearnerEvent,
  masteriesAt,
  openQuestion,
  type Practice,
} from './learner.ts';
import { NEW_SKILL, recordAfter } from './mastery.ts';
import { isBetter, knowledgeOf, merged } from './merge.ts';
import { type Evidence, isExercise } from './question-ref.ts';
import { NO_STREAK, streakAfter } from './streak.ts';
import { dawnOf, dayOf } from './time.ts';

type EventOf<T extends LearnerEvent['type']> = Extract<LearnerEvent, { type: T }>;

/** A match that was told of so many matches ago is not told of again. */
const MATCHES_KEPT = 100;

/** The state after `event`. Events come from `decideLearner` and are not checked again. */
export function evolveLearner(learner: Learner | null, event: LearnerEvent): Learner {
  if (event.type === 'created') return blank(event);
  if (!learner) throw new Error(`a learner begins with "created", not "${event.type}"`);
  return { ...changed(learner, event), at: event.at };
}

function changed(learner: Learner, event: Exclude<LearnerEvent, { type: 'created' }>): Learner {
  switch (event.type) {
    case 'began': {
      const { type: _, at: __, ...terms } = event;
      const { offset } = terms;
      return { ...learner, offset, session: { ...terms, answers: [], left: false } };
    }
    case 'answered':
      return answered(learner, event);
    case 'left':
      return learner.session
        ? { ...learner, session: { ...learner.session, left: true } }
        : learner;
    case 'practised':
      return practised(learner, event);
    case 'learned':
      return { ...learner, learned: [...learner.learned, event.step] };
    case 'merged':
      return { ...learner, ...merged(knowledgeOf(learner), event.knowledge) };
    case 'renamed':
      return { ...learner, name: event.name };
    case 'erased':
      return {
        ...blank({ id: learner.id, at: event.at }),
        erased: true,
      };
  }
}

const blank = ({ id, at }: Pick<Learner, 'id' | 'at'>): Learner => ({
  id,
  name: null,
  skills: eachSkill(() => NEW_SKILL),
  session: null,
  bests: {},
  matches: [],
  played: {},
  learned: [],
  streak: NO_STREAK,
  dawn: null,
  offset: 0,
  erased: false,
  at,
});

function answered(learner: Learner, { answer, at }: EventOf<'answered'>): Learner {
  const question = openQuestion(learner);
  if (!learner.session || !question) throw new Error('no question is open');
  const session = { ...learner.session, answers: [...learner.session.answers, answer] };
  const day = dayOf(at, session.offset);
  const evidence = isExercise(question) ? [{ ...question, ...answer, question: question.id }] : [];
  const next = { ...taught(learner, evidence, at, day), session };
  return isSessionOver(session) ? { ...next, streak: streakAfter(next.streak, day) } : next;
}

function practised(learner: Learner, { practice, at }: EventOf<'practised'>): Learner {
  const day = dayOf(at, practice.offset);
  return {
    ...taught(learner, practice.turns, at, day),
    matches: [...learner.matches, practice.match].slice(-MATCHES_KEPT),
    ...(practice.finished
      ? {
          bests: bestsAfter(learner.bests, practice),
          played: { ...learner.played, [practice.scenario]: day },
          streak: streakAfter(learner.streak, day),
        }
      : {}),
  };
}

/** `evidence` of day `day` taken in. */
function taught(learner: Learner, evidence: readonly Evidence[], at: number, day: number): Learner {
  if (evidence.length === 0) return learner;
  const skills = { ...learner.skills };
  for (const piece of evidence)
    skills[piece.skill] = recordAfter(skills[piece.skill], piece, at, day);
  const dawn =
    learner.dawn && learner.dawn.day >= day
      ? learner.dawn
      : { day, mastery: masteriesAt(learner, dawnOf(day)) };
  return { ...learner, skills, dawn };
}

function bestsAfter(
  bests: Learner['bests'],
  { scenario, level, points, took }: Practice,
): Learner['bests'] {
  const key = bestKey(scenario, level);
  const best = bests[key];
  return best && !isBetter({ points, took }, best) ? bests : { ...bests, [key]: { points, took } };
}
