/** Sessions of questions: what is asked, what is answered, and what was right. */
import type {
  Answered,
  AnswerQuestion,
  BeginSession,
  Locale,
  Posed,
  RefusalCode,
  Revealed,
  SessionReview,
  StudySession,
} from '@ackade/contract';
import {
  type Exercise,
  isSessionOver,
  type Learner,
  openQuestion,
  pick,
  type QuestionRef,
  type Session,
  SHORTEST_SESSION,
} from '@ackade/game';
import type { FindAskable } from './askable.ts';
import { type Catalogue, itemOf } from './catalogue.ts';
import type { Enrolment } from './enrolment.ts';
import type { Items } from './items.ts';
import type { Learners } from './learners.ts';
import type { OwnQuestions } from './own-questions.ts';
import { digest, newSeed } from './secrets.ts';
import { forgotten } from './study-memories.ts';
import { NOBODY } from './study-state.ts';

/** `token`: the device's own. */
export type StudySessions = {
  begin(token: string, request: BeginSession, locale: Locale): Promise<StudySession | RefusalCode>;
  session(token: string, locale: Locale): Promise<StudySession | RefusalCode>;
  answer(token: string, answer: AnswerQuestion, locale: Locale): Promise<Answered | RefusalCode>;
  /** What has been answered in the latest session. */
  review(token: string, locale: Locale): Promise<SessionReview | RefusalCode>;
};

export type StudySessionsOptions = {
  readonly learners: Learners;
  readonly catalogue: Catalogue;
  readonly items: Items;
  /** Questions of sets. */
  readonly own: Pick<OwnQuestions, 'mixed'>;
  readonly find: FindAskable;
  readonly now: () => number;
};

export function openStudySessions(
  { learnerOf, tell }: Enrolment,
  { learners, catalogue, items, own, find, now }: StudySessionsOptions,
): StudySessions {
  async function picked(
    learner: Learner,
    { count, skills }: Pick<BeginSession, 'count' | 'skills'>,
  ): Promise<readonly Exercise[]> {
    const drawn = await catalogue.exercises(skills);
    const due = await forgotten(learner, drawn, skills, now());
    return pick(learner, [...drawn, ...due], { count, seed: newSeed(), now: now() });
  }

  /** The questions of a session, those of a set and others mixed; or that there are too few. */
  async function chosen(
    learner: Learner,
    { set, mix, count, skills }: BeginSession,
  ): Promise<readonly QuestionRef[] | RefusalCode> {
    if (set === undefined) {
      const questions = await picked(learner, { count, skills });
      return questions.length < SHORTEST_SESSION ? 'bad-session' : questions;
    }
    return own.mixed({ set, mix, count }, (rest) => picked(learner, { count: rest, skills }));
  }

  async function posedAt(
    session: Session,
    position: number,
    locale: Locale,
  ): Promise<Posed | null> {
    const ref = session.questions[position];
    const question = ref && (await find(ref.id));
    return question ? { ...(await question.pose(locale)), position } : null;
  }

  async function revealedAt(
    { questions, answers }: Session,
    position: number,
    locale: Locale,
  ): Promise<Revealed | null> {
    const [ref, answer] = [questions[position], answers[position]];
    const question = ref && answer && (await find(ref.id));
    return question ? { ...(await question.reveal(answer.response, locale)), position } : null;
  }

  async function sessionIn(learner: Learner, locale: Locale): Promise<StudySession | RefusalCode> {
    const { session } = learner;
    if (!session) return 'not-now';
    const open = openQuestion(learner) !== null;
    return {
      id: session.id,
      count: session.questions.length,
      answers: session.answers.map(({ right }) => right),
      over: isSessionOver(session),
      next: open ? await posedAt(session, session.answers.length, locale) : null,
    };
  }

  async function answeredAt(
    learner: Learner,
    position: number,
    locale: Locale,
  ): Promise<Answered | RefusalCode> {
    const session = await sessionIn(learner, locale);
    if (typeof session === 'string' || !learner.session) return 'not-now';
    const revealed = await revealedAt(learner.session, position, locale);
    return revealed ? { revealed, session } : 'unknown-question';
  }

  return {
    async begin(token, request, locale) {
      const device = digest(token);
      const known = await learnerOf(device);
      if (known?.session?.id === request.id) return sessionIn(known, locale);
      if (known?.session && !isSessionOver(known.session)) return 'session-open';
      const questions = await chosen(known ?? NOBODY, request);
      if (typeof questions === 'string') return questions;
      const { id, offset } = request;
      const begun = await tell(device, { type: 'begin', id, offset, questions });
      return typeof begun === 'string' ? begun : sessionIn(begun, locale);
    },

    async session(token, locale) {
      const learner = await learnerOf(digest(token));
      return learner ? sessionIn(learner, locale) : 'unknown-learner';
    },

    async answer(token, { session: id, position, response, took }, locale) {
      const learner = await learnerOf(digest(token));
      if (!learner) return 'unknown-learner';
      const { session } = learner;
      if (session?.id !== id) return 'not-now';
      if (position < session.answers.length) return answeredAt(learner, position, locale);
      const ref = openQuestion(learner);
      if (!ref || position > session.answers.length) return 'not-now';
      const judgement = (await find(ref.id))?.judge(response);
      if (judgement === undefined) return 'unknown-question';
      if (judgement === null) return 'bad-request';
      const answer = { ...judgement, response, helped: false, took };
      const outcome = await learners.execute(learner.id, {
        type: 'answer',
        session: id,
        position,
        answer,
      });
      if (!outcome.ok) return outcome.refusal;
      if (ref.skill && outcome.events.length > 0)
        items.answered(
          itemOf(ref),
          ref.difficulty,
          learner.skills[ref.skill].rating.value,
          judgement.right,
        );
      return answeredAt(outcome.after, position, locale);
    },

    async review(token, locale) {
      const session = (await learnerOf(digest(token)))?.session;
      if (!session) return 'not-now';
      const questions: { posed: Posed; revealed: Revealed }[] = [];
      for (const position of session.answers.keys()) {
        const posed = await posedAt(session, position, locale);
        const revealed = await revealedAt(session, position, locale);
        if (posed && revealed) questions.push({ posed, revealed });
      }
      return { questions };
    },
  };
}
