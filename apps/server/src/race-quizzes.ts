/** Questions between the rounds of a race: drawn for the host, put to everybody in his own language, and closed. */
import {
  type AskRequest,
  type QuizQuestion,
  RACE_CLIENT_EVENTS,
  type RefusalCode,
} from '@ackade/contract';
import {
  mayAsk,
  type Question,
  type QuestionRef,
  type QuizMoment,
  questionSteps,
  questionsToAsk,
  quizHeadOf,
  quizOn,
  quizOwnOf,
  type Race,
  type RaceEvent,
  type Skill,
  skillsToAsk,
} from '@ackade/game';
import type { FastifyBaseLogger } from 'fastify';
import type { Askable, FindAskable } from './askable.ts';
import { exerciseOf } from './catalogue.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { OwnQuestions } from './own-questions.ts';
import { quizWordsFor } from './quiz-words.ts';
import {
  playersOf,
  presentIn,
  type RaceNamespace,
  type RaceSocket,
  watchersOf,
} from './race-rooms.ts';
import type { Races } from './races.ts';
import { newSeed } from './secrets.ts';
import type { Change } from './streams.ts';
import { unhurried } from './unhurried.ts';

/** So many are drawn for one that is asked, to choose from. */
const DRAWN = 3;

export type RaceQuizzesOptions = {
  readonly io: RaceNamespace;
  readonly races: Races;
  readonly find: FindAskable;
  /** Questions of sets. */
  readonly own: Pick<OwnQuestions, 'mixed'>;
  readonly now: () => number;
  readonly log: FastifyBaseLogger;
  /** Whether other nodes write to the same races. */
  readonly many: boolean;
};

/** Does what `payload` asks for, or says why not. */
type Request = (socket: RaceSocket, payload: unknown) => Promise<RefusalCode | null>;

export type RaceQuizzes = {
  readonly ask: Request;
  readonly answer: Request;
  /** What a stored change of a race means to who is asked. */
  tell(change: Change<Race, RaceEvent>): void;
  /** Whoever comes sees what is asked. */
  arrive(socket: RaceSocket): Promise<void>;
  /** A player has gone: perhaps all who are left have answered. */
  left(race: string): void;
};

/** After these everybody sees something new. */
const FOR_ALL: ReadonlySet<RaceEvent['type']> = new Set([
  'quiz-began',
  'question-put',
  'question-closed',
  'quiz-ended',
]);

export function openRaceQuizzes(options: RaceQuizzesOptions): RaceQuizzes {
  const { io, races, find, own, now, log, many } = options;
  const raceOf = (id: string): Race | null => races.peek(id).state;

  const attempt = (what: string, work: (id: string) => Promise<void>) =>
    oneAtATime((id) => work(id).catch((error: unknown) => log.error(error, `${what} failed`)));

  /** To everybody once; the latest state is what counts, for whoever asks meanwhile has it told again. */
  const tellAll = attempt('telling a question', async (id) => {
    const sockets = await io.in([playersOf(id), watchersOf(id)]).fetchSockets();
    const race = raceOf(id);
    if (!race) return;
    const tellTo = await tellerOf(race);
    for (const socket of sockets) socket.emit('quiz', { on: await tellTo(socket.data) });
  });

  /** As a race is now; what is said in one language is put into words once. */
  async function tellerOf(
    race: Race,
  ): Promise<(to: RaceSocket['data']) => Promise<QuizQuestion | null>> {
    const on = quizOn(race);
    const head = quizHeadOf(race, now());
    const question = on && (await find(on.ref.id));
    if (!on || !head || !question) return async () => null;
    const words = quizWordsFor(question, on);
    return async ({ locale, ...place }) => {
      const own = place.role === 'player' ? quizOwnOf(race, place.player) : null;
      const posed = await words.posed(locale);
      const told = on.put.closed ? await words.told(locale, own?.given ?? null) : null;
      return { ...head, posed, own, told };
    };
  }

  const closeIfAllAnswered = attempt('closing a question', async (id) => {
    const race = raceOf(id);
    const open = race && quizOn(race);
    if (!open || open.put.closed) return;
    const answered = new Set(open.put.answers.map((a) => a.player));
    // Most of the time somebody on this very node has not: then nobody else has to be asked.
    for (const socket of io.adapter.rooms.get(playersOf(id)) ?? []) {
      const place = io.sockets.get(socket)?.data;
      if (place?.role === 'player' && !answered.has(place.player)) return;
    }
    const present = [...(await presentIn(io, id))];
    await races.execute(id, { type: 'all-answered', to: open.moment, present });
  });

  /** What the question is that has been put there, also where another node did so a moment ago. */
  async function putAt(id: string, to: QuizMoment): Promise<Askable | RefusalCode> {
    const refIn = (race: Race | null): QuestionRef | undefined => {
      const quiz = race?.quizzes[to.quiz];
      return quiz?.put[to.question] && quiz.questions[to.question];
    };
    let ref = refIn((await races.load(id)).state);
    if (!ref && many) {
      await races.catchUp(id);
      ref = refIn(raceOf(id));
    }
    return ref ? ((await find(ref.id)) ?? 'unknown-question') : 'not-now';
  }

  return {
    async ask({ data: { race: id, role } }, payload) {
      if (role !== 'host') return 'host-only';
      const parsed = RACE_CLIENT_EVENTS.ask.safeParse(payload);
      if (!parsed.success) return 'bad-request';
      const { commandId, about, set, mix, count, time } = parsed.data;
      const { state: race } = await races.load(id);
      if (!race) return 'race-over';
      const made = (most: number) => madeFor(race, about, most);
      const chosen = () => (set === undefined ? made(count) : own.mixed({ set, mix, count }, made));
      // Nothing is drawn for what will be refused, or was taken before and gets its first answer.
      const questions = mayAsk(race) ? await chosen() : [];
      if (typeof questions === 'string') return questions;
      const outcome = await races.execute(
        id,
        { type: 'ask', questions, time },
        { author: 'host', commandId, socket: null },
      );
      return outcome.ok ? null : outcome.refusal;
    },

    async answer({ data: place }, payload) {
      if (place.role !== 'player') return 'not-now';
      const parsed = RACE_CLIENT_EVENTS.answer.safeParse(payload);
      if (!parsed.success) return 'bad-request';
      const { to, response } = parsed.data;
      const question = await putAt(place.race, to);
      if (typeof question === 'string') return question;
      const judgement = question.judge(response);
      if (!judgement) return 'bad-request';
      const outcome = await races.execute(
        place.race,
        { type: 'answer', player: place.player, to, reply: { ...judgement, response } },
        { author: place.player, commandId: `answer-${to.quiz}-${to.question}`, socket: null },
      );
      return outcome.ok ? null : outcome.refusal;
    },

    tell({ id, after, events }) {
      const later = quizOn(after) && events.some((e) => e.type === 'time-added');
      if (later || events.some((e) => FOR_ALL.has(e.type))) void tellAll(id);
      if (events.some((e) => e.type === 'answered' || e.type === 'kicked'))
        void closeIfAllAnswered(id);
    },

    async arrive(socket) {
      const race = raceOf(socket.data.race);
      // Whoever comes back may still have before him what is over.
      if (!race || race.quizzes.length === 0) return;
      const tellTo = await tellerOf(race);
      socket.emit('quiz', { on: await tellTo(socket.data) });
    },

    left: (id) => void closeIfAllAnswered(id),
  };
}

async function madeFor(
  race: Race,
  about: AskRequest['about'],
  count: number,
): Promise<readonly QuestionRef[]> {
  const made =
    about === 'mistakes'
      ? questionsToAsk(race, await draw(count * DRAWN, skillsToAsk(race)), count)
      : await draw(count);
  return made.map(exerciseOf);
}

async function draw(count: number, skills?: readonly Skill[]): Promise<readonly Question[]> {
  const drawn: Question[] = [];
  for await (const question of unhurried(questionSteps(newSeed(), skills ? { skills } : {}))) {
    if (drawn.length === count) break;
    if (question) drawn.push(question);
  }
  return drawn;
}
