/** Clients of a race that do what the browser does: players, hosts and projectors. */
import {
  PROTOCOL_VERSION,
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

function openSocket(manager: Manager, code: string, token: string): RaceSocket {
  const auth: RaceHandshake = { version: PROTOCOL_VERSION, code, token };
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
  /** What a host may send and a player may not. */
  forge(command: HostCommand): Promise<RaceAnswer>;
  readonly dismissed: Promise<Refusal>;
  leave(): void;
};

export function openRacer(
  url: string,
  code: string,
  token: string,
  manager: Manager = reach(url),
): Racer {
  const socket = openSocket(manager, code, token);
  const view = seen<RaceView>();
  socket.on('race', (next) => view.set(next as RaceView));
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
  /** The refusal's code; null when it is done. */
  host(command: HostCommand, commandId?: string): Promise<string | null>;
  next(): Promise<string | null>;
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
  let boards = 0;
  let known: WholeBoard | null = null;
  socket.on('board', (update) => {
    boards++;
    known = updatedBoard(known, update as BoardUpdate);
    if (known) board.set(known);
  });
  socket.on('lane', (next) => lane.set(next as Lane));
  const refusalIn = (answer: RaceAnswer): string | null =>
    'error' in answer ? answer.error.code : null;
  const host = async (command: HostCommand, commandId = newCommandId()): Promise<string | null> =>
    refusalIn(await ask(socket, 'host', { commandId, command }));
  return {
    ...board,
    socket,
    count: () => boards,
    lane,
    host,
    next: () => {
      const { phase, round } = board.get().head;
      return host({ type: 'next', from: { phase, round } });
    },
    watch: async (match) => refusalIn(await ask(socket, 'watch', { match })),
    leave: () => manager._close(),
  };
}

export const made = async (response: Response): Promise<RaceMade> => {
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as RaceMade;
};
