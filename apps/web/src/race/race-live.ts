/** The connection to a race, as a player, its host, or a projector. */
import type {
  Board,
  Quiz,
  RaceAnswer,
  RaceClientToServer,
  RaceHandshake,
  RaceServerToClient,
} from '@ackade/contract';
import { PROTOCOL_VERSION } from '@ackade/contract/version';
import type { Lane, RaceView } from '@ackade/game';
import type { Manager, Socket } from 'socket.io-client';
import type { Problem } from '../api.ts';
import { keepOpen, type Listener, reachServer } from '../connection.ts';

/** Told of whatever comes, as it comes. */
export type RaceListener = Listener & {
  readonly race?: (view: RaceView) => void;
  readonly board?: (board: Board) => void;
  readonly lane?: (lane: Lane) => void;
  readonly quiz?: (quiz: Quiz) => void;
};

/** Which race, what opens it, and the language in which questions are put. */
type RacePlace = Omit<RaceHandshake, 'version'>;

export type RaceLink = {
  /** The connection that the matches of the race share. */
  readonly manager: Manager;
  /** Resolves once it is stored, or with why not. */
  ask(event: keyof RaceClientToServer, payload: object): Promise<Problem | null>;
  /** Asks for the ladder of one match; null: of none. */
  watch(match: string | null): Promise<Problem | null>;
  /** Takes the place back from another device. */
  reopen(): void;
  close(): void;
};

export function openRace(place: RacePlace, listener: RaceListener): RaceLink {
  const auth: RaceHandshake = { version: PROTOCOL_VERSION, ...place };
  const manager = reachServer();
  const socket: Socket<RaceServerToClient, RaceClientToServer> = manager.socket('/race', { auth });
  let watched: string | null = null;

  socket.on('race', (view) => listener.race?.(view as RaceView));
  socket.on('board', (board) => listener.board?.(board));
  socket.on('lane', (lane) => listener.lane?.(lane as Lane));
  socket.on('quiz', (quiz) => listener.quiz?.(quiz));
  const kept = keepOpen<RaceAnswer>(socket, {
    ...listener,
    connected(connected) {
      listener.connected(connected);
      if (connected && watched !== null) void ask('watch', { match: watched });
    },
  });

  const ask = (event: keyof RaceClientToServer, payload: object): Promise<Problem | null> =>
    new Promise((resolve) => {
      kept.ask(event, payload, (answer) => resolve('error' in answer ? answer.error.code : null));
    });

  return {
    manager,
    ask,
    watch(match) {
      watched = match;
      return ask('watch', { match });
    },
    reopen: kept.reopen,
    close: kept.close,
  };
}
