/** A learner: what somebody who studies alone has done and knows. State, commands and events. */
import type { Belief } from '../quiz/belief.ts';
import type { Response } from '../quiz/response.ts';
import { type Level, SKILLS, type Skill } from '../scenario.ts';
import { masteryAt, type SkillRecord } from './mastery.ts';
import type { Knowledge } from './merge.ts';
import type { Evidence, QuestionRef, Reply } from './question-ref.ts';
import type { Streak } from './streak.ts';

/** A reply and what it showed, as judged where the answer is known. */
export type Answer = Reply & {
  readonly response: Response;
  readonly misconception: Belief | null;
};

/** A run of questions, answered in order. It stays until the next one begins. */
export type Session = {
  readonly id: string;
  /** What the learner's clock is ahead of UTC, minutes. */
  readonly offset: number;
  readonly questions: readonly QuestionRef[];
  /** Of the first questions, in order; the next is still to be answered. */
  readonly answers: readonly Answer[];
  readonly left: boolean;
};

/** The best match of a scenario at a level. */
export type Best = { readonly points: number; readonly took: number };

/**
 * All times are wall-clock milliseconds. Holds nothing that names a person, but for the name that he gives; on which
 * devices he studies is kept elsewhere, so that a device can be forgotten.
 */
export type Learner = {
  readonly id: string;
  readonly name: string | null;
  readonly skills: Readonly<Record<Skill, SkillRecord>>;
  readonly session: Session | null;
  /** By `bestKey`. */
  readonly bests: Readonly<Record<string, Best>>;
  /** Matches whose evidence was taken, the latest of them. */
  readonly matches: readonly string[];
  /** The latest day on which each scenario was played to its end, by its id. */
  readonly played: Readonly<Record<string, number>>;
  /** Steps of lessons that are done. */
  readonly learned: readonly string[];
  readonly streak: Streak;
  /** How well each skill was known before anything was done on the latest day on which something was. */
  readonly dawn: Dawn | null;
  /** What his clock was ahead of UTC when he last said so, minutes. */
  readonly offset: number;
  readonly erased: boolean;
  /** Of the latest event. */
  readonly at: number;
};

export type Dawn = { readonly day: number; readonly mastery: MasteryOf };
export type MasteryOf = Readonly<Record<Skill, number>>;

/** A match that was played, and what its turns tell. */
export type Practice = {
  readonly match: string;
  readonly scenario: string;
  readonly level: Level;
  /** Whether it was played to its end: otherwise only its turns count. */
  readonly finished: boolean;
  readonly points: number;
  /** ms. */
  readonly took: number;
  readonly offset: number;
  /** In the order of the turns. */
  readonly turns: readonly Evidence[];
};

export type LearnerCommand =
  | { readonly type: 'create'; readonly id: string }
  /** `questions`: picked by the caller, who knows the catalogue. */
  | ({ readonly type: 'begin' } & Pick<Session, 'id' | 'offset' | 'questions'>)
  /** The same position of a session may be answered more than once: the first answer stands. */
  | {
      readonly type: 'answer';
      readonly session: string;
      /** From 0. */
      readonly position: number;
      readonly answer: Answer;
    }
  /** The session is not gone on with; what was answered in it counts. */
  | { readonly type: 'leave'; readonly session: string }
  | { readonly type: 'practise'; readonly practice: Practice }
  | { readonly type: 'learn'; readonly step: string }
  /** Takes over what the same person has learned elsewhere. */
  | { readonly type: 'merge'; readonly knowledge: Knowledge }
  | { readonly type: 'rename'; readonly name: string | null }
  | { readonly type: 'erase' };

type At = { readonly at: number };

export type LearnerEvent = At &
  (
    | (Omit<Extract<LearnerCommand, { type: 'create' }>, 'type'> & { readonly type: 'created' })
    | (Omit<Extract<LearnerCommand, { type: 'begin' }>, 'type'> & { readonly type: 'began' })
    /** An answer to the next question of the open session. */
    | { readonly type: 'answered'; readonly answer: Answer }
    | { readonly type: 'left' }
    | { readonly type: 'practised'; readonly practice: Practice }
    | { readonly type: 'learned'; readonly step: string }
    | { readonly type: 'merged'; readonly knowledge: Knowledge }
    | { readonly type: 'renamed'; readonly name: string | null }
    | { readonly type: 'erased' }
  );

/** Why a command of a learner is refused. A refusal changes nothing. */
export const LEARNER_REFUSALS = [
  'unknown-learner',
  'bad-session',
  'session-open',
  'not-now',
] as const;
export type LearnerRefusal = (typeof LEARNER_REFUSALS)[number];

/** Questions in a session. */
export const SHORTEST_SESSION = 5;
export const LONGEST_SESSION = 20;

/** Steps of lessons that are kept of a learner: more than there will ever be. */
export const MOST_LEARNED = 200;

export const bestKey = (scenario: string, level: Level): string => `${scenario}/${level}`;

export const isSessionOver = ({ left, answers, questions }: Session): boolean =>
  left || answers.length === questions.length;

/** What is to be answered next; null where no session is open. */
export const openQuestion = ({ session }: Learner): QuestionRef | null =>
  session && !isSessionOver(session) ? (session.questions[session.answers.length] ?? null) : null;

export const masteriesAt = ({ skills }: Learner, now: number): MasteryOf =>
  eachSkill((skill) => masteryAt(skills[skill], now));

export const eachSkill = <T>(of: (skill: Skill) => T): Record<Skill, T> =>
  Object.fromEntries(SKILLS.map((skill) => [skill, of(skill)])) as Record<Skill, T>;
