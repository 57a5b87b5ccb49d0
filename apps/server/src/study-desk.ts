/** What somebody who studies alone asks for. A learner comes into being with the first thing that is kept of him. */
import {
  type Answered,
  type AnswerQuestion,
  type BeginSession,
  CODE_LENGTH,
  type LinkCode,
  type Locale,
  type Posed,
  type RefusalCode,
  type Revealed,
  type SessionReview,
  type StudyExport,
  type StudySession,
  type StudyState,
} from '@ackade/contract';
import {
  type Exercise,
  isSessionOver,
  knowledgeOf,
  type Learner,
  type LearnerCommand,
  type LearnerEvent,
  openQuestion,
  type Practice,
  parseName,
  pick,
  type QuestionRef,
  type Session,
  SHORTEST_SESSION,
} from '@ackade/game';
import { orderOf } from '@ackade/sets';
import type { FindAskable } from './askable.ts';
import { type Catalogue, itemOf } from './catalogue.ts';
import type { Eraser } from './eraser.ts';
import type { EventLog } from './event-log.ts';
import type { Items } from './items.ts';
import type { Learners } from './learners.ts';
import type { LearnersTable } from './learners-table.ts';
import type { MatchesTable } from './matches-table.ts';
import type { OwnQuestions } from './own-questions.ts';
import { digest, newCode, newSeed, newToken } from './secrets.ts';
import { exportOf } from './study-export.ts';
import { forgotten } from './study-memories.ts';
import { NOBODY, studyStateOf } from './study-state.ts';

/** How long a code lets another device join, ms. */
const CODE_HOLDS = 10 * 60 * 1000;
/** A class on one device is no class: more would be somebody who shares his token. */
const MOST_DEVICES = 10;
const MOST_MATCHES = 10_000;

/** `token`: the device's own; `device`: its digest. */
export type StudyDesk = {
  state(token: string, offset: number): Promise<StudyState>;
  begin(token: string, request: BeginSession, locale: Locale): Promise<StudySession | RefusalCode>;
  session(token: string, locale: Locale): Promise<StudySession | RefusalCode>;
  answer(token: string, answer: AnswerQuestion, locale: Locale): Promise<Answered | RefusalCode>;
  /** What has been answered in the latest session. */
  review(token: string, locale: Locale): Promise<SessionReview | RefusalCode>;
  leave(token: string, session: string): Promise<Done>;
  learn(token: string, step: string): Promise<Done>;
  rename(token: string, name: string | null): Promise<Done>;
  offer(token: string): Promise<LinkCode | RefusalCode>;
  /** Takes in what a match has shown of who played it on the device. */
  practise(device: string, practice: Omit<Practice, 'offset'>): Promise<Done>;
  /** The learner of the device becomes the one whose code it is. */
  join(token: string, code: string): Promise<Done>;
  /** The device is none of its learner's any more. */
  forget(token: string): Promise<Done>;
  /** All that is kept. */
  export(token: string): Promise<StudyExport | RefusalCode>;
  /** Nothing is kept any more, on any of the learner's devices. */
  erase(token: string): Promise<void>;
};

type Done = RefusalCode | null;

export type StudyDeskOptions = {
  readonly learners: Learners;
  readonly table: LearnersTable;
  readonly catalogue: Catalogue;
  readonly items: Items;
  /** Questions of sets. */
  readonly own: Pick<OwnQuestions, 'drawn'>;
  readonly find: FindAskable;
  readonly eraser: Eraser;
  readonly results: MatchesTable;
  readonly log: EventLog;
  readonly now: () => number;
  /** Whether other nodes write to the same learners. */
  readonly many: boolean;
};

export function openStudyDesk(options: StudyDeskOptions): StudyDesk {
  const { learners, table, catalogue, items, own, find, eraser, results, log, now, many } = options;

  /** The learner as the log has him; null while nothing is kept. */
  async function read(id: string): Promise<Learner | null> {
    if (many) await learners.catchUp(id);
    return (await learners.load(id)).state;
  }

  async function learnerOf(device: string): Promise<Learner | null> {
    const id = await table.find(device);
    const learner = id === undefined ? null : await read(id);
    return learner?.erased ? null : learner;
  }

  /** The id of the device's learner, whether or not anything is kept of him. */
  async function idOf(device: string): Promise<string> {
    const fresh = newToken();
    const added = (await table.find(device)) === undefined && (await table.add(device, fresh));
    return added ? fresh : ((await table.find(device)) ?? fresh);
  }

  /** The learner of the device, who is made where there is none. */
  async function enrolled(device: string): Promise<Learner | RefusalCode> {
    // The device comes first: if a crash comes in between, the next request makes the learner that it leads to.
    const id = await idOf(device);
    const learner = await read(id);
    if (learner) return learner.erased ? 'busy' : learner;
    const made = await learners.execute(id, { type: 'create', id });
    if (made.ok && (await table.find(device)) === id) return made.after;
    if (made.ok) {
      // Meanwhile the device has been erased, or has joined another learner.
      await eraser.erase(id);
      return 'busy';
    }
    // Another request of the device has been quicker.
    await learners.catchUp(id);
    return learners.peek(id).state ?? made.refusal;
  }

  /** Gives a command to the learner of the device. */
  async function tell(device: string, command: LearnerCommand): Promise<Learner | RefusalCode> {
    const learner = await enrolled(device);
    if (typeof learner === 'string') return learner;
    const outcome = await learners.execute(learner.id, command);
    return outcome.ok ? outcome.after : outcome.refusal;
  }

  async function merge(id: string, from: Learner): Promise<Done> {
    const outcome = await learners.execute(id, { type: 'merge', knowledge: knowledgeOf(from) });
    return outcome.ok ? null : outcome.refusal;
  }

  const done = (told: Learner | RefusalCode): Done => (typeof told === 'string' ? told : null);

  async function picked(
    learner: Learner,
    { count, skills }: Pick<BeginSession, 'count' | 'skills'>,
  ): Promise<readonly Exercise[]> {
    const drawn = await catalogue.exercises(skills);
    const due = forgotten(learner, drawn, skills, now());
    return pick(learner, [...drawn, ...due], { count, seed: newSeed(), now: now() });
  }

  /** The questions of a session, those of a set and others mixed; or that there are too few. */
  async function chosen(
    learner: Learner,
    { set, mix = 0, count, skills }: BeginSession,
  ): Promise<readonly QuestionRef[] | RefusalCode> {
    if (set === undefined) {
      const questions = await picked(learner, { count, skills });
      return questions.length < SHORTEST_SESSION ? 'bad-session' : questions;
    }
    const seed = newSeed();
    const others = Math.round((count * mix) / 100);
    const ofSet = await own.drawn(set, Math.max(1, count - others), seed);
    if (ofSet.length === 0) return 'unknown-set';
    const rest = Math.min(others, count - ofSet.length);
    const made = rest === 0 ? [] : await picked(learner, { count: rest, skills });
    const all = [...ofSet, ...made];
    return orderOf(all.length, seed).flatMap((i) => all[i] ?? []);
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
    async state(token, offset) {
      catalogue.warm();
      const learner = await learnerOf(digest(token));
      const devices = learner ? (await table.devicesOf(learner.id)).length : 0;
      return studyStateOf(learner ?? NOBODY, devices, offset, now());
    },

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

    async leave(token, session) {
      const learner = await learnerOf(digest(token));
      if (!learner) return 'unknown-learner';
      return done(await tell(digest(token), { type: 'leave', session }));
    },

    learn: async (token, step) => done(await tell(digest(token), { type: 'learn', step })),

    async rename(token, name) {
      const parsed = name === null ? null : parseName(name);
      if (parsed && !parsed.ok) return parsed.error;
      return done(await tell(digest(token), { type: 'rename', name: parsed?.name ?? null }));
    },

    async offer(token) {
      const learner = await enrolled(digest(token));
      if (typeof learner === 'string') return learner;
      const code = newCode(CODE_LENGTH.device);
      const expiresAt = now() + CODE_HOLDS;
      await table.offer({ code: digest(code), learnerId: learner.id, expiresAt }, now());
      return { code, expiresAt };
    },

    async practise(device, practice) {
      const learner = await enrolled(device);
      if (typeof learner === 'string') return learner;
      const { offset } = learner;
      return done(await tell(device, { type: 'practise', practice: { ...practice, offset } }));
    },

    async join(token, code) {
      const device = digest(token);
      const id = await table.offered(digest(code), now());
      if (id === undefined) return 'unknown-link';
      const before = await table.find(device);
      if (before !== id && (await table.devicesOf(id)).length >= MOST_DEVICES)
        return 'too-many-devices';
      // It is used up first: whatever happens then, nobody else comes in with it.
      if (!(await table.redeem(digest(code)))) return 'unknown-link';
      if (before === id) return null;
      const own = before === undefined ? null : await read(before);
      const taken = own && (await merge(id, own));
      if (taken) return taken;
      const left = await table.move(device, id, before);
      if (!left || before === undefined) return null;
      // From here on the device's requests go to the other learner. What was still on its way to this one comes along.
      const end = await learners.execute(before, { type: 'erase' });
      const latest = end.ok ? end.before : null;
      const refused = latest && latest !== own && !latest.erased && (await merge(id, latest));
      await eraser.erase(before);
      return refused || null;
    },

    async forget(token) {
      const device = digest(token);
      const id = await table.find(device);
      if (id === undefined) return null;
      // Nobody could reach the learner any more, not even to erase what is kept.
      if ((await table.devicesOf(id)).length === 1) return 'last-device';
      await table.remove(device);
      // The last two have been forgotten at once.
      if ((await table.devicesOf(id)).length === 0) await eraser.erase(id);
      return null;
    },

    async export(token) {
      const learner = await learnerOf(digest(token));
      if (!learner) return 'unknown-learner';
      const devices = await table.devicesOf(learner.id);
      const found = await Promise.all(devices.map((d) => results.recent(d, MOST_MATCHES)));
      const matches = new Map(found.flat().map((result) => [result.id, result]));
      const rows = await log.read(learner.id);
      const events = rows.flatMap((row) => row.events as readonly LearnerEvent[]);
      return exportOf({ learner, events, devices, results: [...matches.values()] }, now());
    },

    async erase(token) {
      await eraser.erase(await idOf(digest(token)));
    },
  };
}
