/** Clients of a race that do what the browser does: players, hosts and projectors. */
import {
  type AskRequest,
  type Locale,
  PROTOCOL_VERSION,
  type Quiz,
  type RaceAnswer,
  type RaceClientToServer,
  type RaceHandshake,
  type RaceMade,
  type RaceServerToClient,
  type Refusal,
} from '@ackade/contract';
import {
  type BoardUpdate,
  type HostCommand,
  type Lane,
  type QuizMoment,
  type Response as QuizResponse,
  type RaceView,
  updatedBoard,
  type WholeBoard,
} from '@ackade/game';
import type { Manager, Socket } from 'socket.io-client';
import { connect, newCommandId, type Player, reach } from './player.ts';

type RaceSocket = Socket<RaceServerToClient, RaceClientToServer>;

/** How long to wait for an acknowledgement, ms. */
const PATIENCE = 60_000;

/** Something that changes, and can be waited for. */
type Seen<T> = {
  get(): T;
  set(value: T): void;
  until(condition: (value: T) => boolean): Promise<T>;
};

function seen<T>(): Seen<T> {
  let value: T | undefined;
  const waiting = new Set<() => void>();
  const get = (): T => {
    if (value === undefined) throw new Error('nothing seen yet');
    return value;
  };
  return {
    get,
    set(next) {
      value = next;
      for (const check of waiting) check();
    },
    until: (condition) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (value === undefined || !condition(value)) return;
          waiting.delete(check);
          resolve(value);
        };
        waiting.add(check);
        check();
      }),
  };
}

function openSocket(
  manager: Manager,
  code: string,
  token: string,
  locale: Locale = 'en',
): RaceSocket {
  const auth: RaceHandshake = { version: PROTOCOL_VERSION, code, token, locale };
  // The manager keeps the connection up for this one while matches come and go.
  const socket: RaceSocket = manager.socket('/race', { auth });
  socket.connect();
  return socket;
}

const ask = (
  socket: RaceSocket,
  event: keyof RaceClientToServer,
  payload: unknown,
): Promise<RaceAnswer> =>
  new Promise((resolve, reject) => {
    const settle = (error: Error | null, answer: RaceAnswer): void =>
      error ? reject(error) : resolve(answer);
    socket.timeout(PATIENCE).emit(event, payload as never, settle as never);
  });

const dismissalOf = (socket: RaceSocket): Promise<Refusal> =>
  new Promise((resolve) => {
    socket.on('dismissed', resolve);
  });

export type Racer = Seen<RaceView> & {
  readonly socket: RaceSocket;
  readonly token: string;
  /** The seat of the match that is played, opened over the same connection. */
  match(): Promise<Player>;
  /** What is asked between two rounds. */
  readonly quiz: Seen<Quiz>;
  /** Answers the question that is asked; the refusal's code, or null when it is stored. */
  answer(response: QuizResponse, to?: QuizMoment): Promise<string | null>;
  /** What a host may send and a player may not. */
  forge(command: HostCommand): Promise<RaceAnswer>;
  ask(): Promise<string | null>;
  readonly dismissed: Promise<Refusal>;
  leave(): void;
};

export function openRacer(
  url: string,
  code: string,
  token: string,
  manager: Manager = reach(url),
  locale: Locale = 'en',
): Racer {
  const socket = openSocket(manager, code, token, locale);
  const view = seen<RaceView>();
  const quiz = seen<Quiz>();
  socket.on('race', (next) => view.set(next as RaceView));
  socket.on('quiz', quiz.set);
  return {
    ...view,
    socket,
    token,
    async match() {
      const { match: place } = await view.until((v) => v.match !== null);
      if (!place) throw new Error('no match');
      const { match, seat } = place;
      return connect(url, { code: match, token, seat }, () => {}, manager);
    },
    quiz,
    async answer(response, to = momentOf(quiz.get())) {
      return refusalIn(await ask(socket, 'answer', { to, response }));
    },
    ask: async () => refusalIn(await ask(socket, 'ask', askRequest({}))),
    forge: (command) => ask(socket, 'host', { commandId: newCommandId(), command }),
    dismissed: dismissalOf(socket),
    leave: () => manager._close(),
  };
}

export type Watcher = Seen<WholeBoard> & {
  readonly socket: RaceSocket;
  /** How many boards have come. */
  count(): number;
  readonly lane: Seen<Lane>;
  readonly quiz: Seen<Quiz>;
  /** The refusal's code; null when it is done. */
  host(command: HostCommand, commandId?: string): Promise<string | null>;
  next(): Promise<string | null>;
  ask(request?: Partial<AskRequest>): Promise<string | null>;
  watch(match: string | null): Promise<string | null>;
  leave(): void;
};

/** A host or a projector, as the token says. */
export function openWatcher(
  url: string,
  code: string,
  token: string,
  manager: Manager = reach(url),
): Watcher {
  const socket = openSocket(manager, code, token);
  const board = seen<WholeBoard>();
  const lane = seen<Lane>();
  const quiz = seen<Quiz>();
  let boards = 0;
  let known: WholeBoard | null = null;
  socket.on('board', (update) => {
    boards++;
    known = updatedBoard(known, update as BoardUpdate);
    if (known) board.set(known);
  });
  socket.on('lane', (next) => lane.set(next as Lane));
  socket.on('quiz', quiz.set);
  const host = async (command: HostCommand, commandId = newCommandId()): Promise<string | null> =>
    refusalIn(await ask(socket, 'host', { commandId, command }));
  return {
    ...board,
    socket,
    count: () => boards,
    lane,
    quiz,
    host,
    ask: async (request = {}) => refusalIn(await ask(socket, 'ask', askRequest(request))),
    next: () => {
      const { phase, round } = board.get().head;
      return host({ type: 'next', from: { phase, round } });
    },
    watch: async (match) => refusalIn(await ask(socket, 'watch', { match })),
    leave: () => manager._close(),
  };
}

const refusalIn = (answer: RaceAnswer): string | null =>
  'error' in answer ? answer.error.code : null;

function momentOf({ on }: Quiz): QuizMoment {
  if (!on) throw new Error('nothing is asked');
  return { quiz: on.quiz, question: on.question };
}

const askRequest = (request: Partial<AskRequest>): AskRequest => ({
  commandId: newCommandId(),
  count: 2,
  about: 'everything',
  time: 300_000,
  ...request,
});

export const made = async (response: Response): Promise<RaceMade> => {
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as RaceMade;
};
