/** The connection to a seat: what is seen from it, and the commands that it takes. */
import type { Answer, ClientToServer, Handshake, ServerToClient } from '@ackade/contract';
import { PROTOCOL_VERSION } from '@ackade/contract/version';
import type { Move, Verdict, View, Weather } from '@ackade/game';
import { type Manager, Socket } from 'socket.io-client';
import type { Problem } from '../api.ts';
import { keepOpen, reachServer } from '../connection.ts';
import { newId } from '../random.ts';
import { advance, NO_STATE, type State, unsynced } from './state.ts';

/** What is known of the seat at this moment. */
export type Seen = {
  /** Null until the first snapshot. */
  readonly view: View | null;
  /** `performance.now()` at which the view came: what runs on the server's clock runs on from there. */
  readonly since: number;
  readonly connected: boolean;
  /** A command is on its way. */
  readonly pending: boolean;
  /** Why this seat is closed to us for good; null while it is not. */
  readonly problem: Problem | null;
};

export type Live = {
  move(move: Move): Promise<Verdict | Problem>;
  callBot(): Promise<Problem | null>;
  hint(): Promise<Problem | null>;
  weather(weather: Weather): Promise<Problem | null>;
  rematch(): Promise<Problem | null>;
  /** Takes the seat back from another tab. */
  reopen(): void;
  close(): void;
};

export const NOTHING_SEEN: Seen = {
  view: null,
  since: 0,
  connected: false,
  pending: false,
  problem: null,
};

/**
 * Opens the seat and keeps telling `see` what is known of it. `manager`: the connection of the race that the match
 * is part of; a match by itself has one of its own.
 */
export function openLive(
  code: string,
  token: string,
  see: (seen: Seen) => void,
  manager?: Manager,
): Live {
  const auth: Handshake = { version: PROTOCOL_VERSION, code, token };
  // Not `manager.socket`, which gives the same one again for the next match of a race, with its first secret.
  const socket: Socket<ServerToClient, ClientToServer> = new Socket(manager ?? reachServer(), '/', {
    auth,
  });
  let seen = NOTHING_SEEN;
  const learn = (news: Partial<Seen>): void => {
    seen = { ...seen, ...news };
    see(seen);
  };
  let state: State = NO_STATE;

  const take = (update: Parameters<typeof advance>[1]): void => {
    const next = advance(state, update);
    // Something was missed: a fresh connection begins with a snapshot.
    if (next === 'gap') socket.disconnect().connect();
    else if (next !== state) {
      state = next;
      learn({ view: next.view, since: performance.now() });
    }
  };

  socket.on('update', take);
  const kept = keepOpen<Answer>(
    socket,
    {
      connected(connected) {
        if (connected) state = unsynced(state);
        learn({ connected });
      },
      problem: (problem) => learn({ problem }),
    },
    // A race may name a match a moment before it is made.
    manager ? ['unknown-code'] : [],
  );

  function ask(event: keyof ClientToServer, payload: object): Promise<Answer> {
    learn({ pending: true });
    return new Promise((resolve) => {
      kept.ask(event, { ...payload, commandId: newId() }, (answer) => {
        // Here and not behind the promise, or an update that follows would come first.
        if ('update' in answer) take(answer.update);
        learn({ pending: false });
        resolve(answer);
      });
    });
  }

  const problemIn = (answer: Answer): Problem | null =>
    'error' in answer ? answer.error.code : null;

  return {
    move: async (move) => {
      const answer = await ask('move', { move });
      if ('error' in answer) return answer.error.code;
      return (answer.verdict as Verdict | null) ?? 'internal';
    },
    callBot: async () => problemIn(await ask('call-bot', {})),
    hint: async () => problemIn(await ask('hint', {})),
    weather: async (weather) => problemIn(await ask('weather', { weather })),
    rematch: async () => problemIn(await ask('rematch', {})),
    reopen: kept.reopen,
    close: kept.close,
  };
}
