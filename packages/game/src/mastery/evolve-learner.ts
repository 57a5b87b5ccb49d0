import {
  type Best,
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
import type { Evidence } from './question-ref.ts';
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
      return { ...learner, session: { ...terms, answers: [], left: false } };
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
    case 'linked':
      return { ...learner, devices: [...learner.devices, event.device] };
    case 'unlinked':
      return { ...learner, devices: learner.devices.filter((d) => d !== event.device) };
    case 'renamed':
      return { ...learner, name: event.name };
    case 'erased':
      return {
        ...blank({ id: learner.id, devices: [], locale: '', at: event.at }),
        erased: true,
      };
  }
}

const blank = ({
  id,
  devices,
  locale,
  at,
}: Pick<Learner, 'id' | 'devices' | 'locale' | 'at'>): Learner => ({
  id,
  devices,
  locale,
  name: null,
  skills: eachSkill(() => NEW_SKILL),
  session: null,
  bests: {},
  matches: [],
  learned: [],
  streak: NO_STREAK,
  dawn: null,
  erased: false,
  at,
});

function answered(learner: Learner, { answer, at }: EventOf<'answered'>): Learner {
  const question = openQuestion(learner);
  if (!learner.session || !question) throw new Error('no question is open');
  const session = { ...learner.session, answers: [...learner.session.answers, answer] };
  const day = dayOf(at, session.offset);
  const next = { ...taught(learner, [{ ...question, ...answer }], at, day), session };
  return isSessionOver(session) ? { ...next, streak: streakAfter(next.streak, day) } : next;
}

function practised(learner: Learner, { practice, at }: EventOf<'practised'>): Learner {
  const day = dayOf(at, practice.offset);
  return {
    ...taught(learner, practice.turns, at, day),
    bests: bestsAfter(learner.bests, practice),
    matches: [...learner.matches, practice.match].slice(-MATCHES_KEPT),
    streak: streakAfter(learner.streak, day),
  };
}

/** `evidence` of day `day` taken in. */
function taught(learner: Learner, evidence: readonly Evidence[], at: number, day: number): Learner {
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

const isBetter = (a: Best, b: Best): boolean =>
  a.points > b.points || (a.points === b.points && a.took < b.took);
