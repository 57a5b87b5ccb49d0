/** The connection to a seat: what is seen from it, and the commands that it takes. */
import type { Answer, ClientToServer, Handshake, Refusal, ServerToClient } from '@ackade/contract';
import type { Move, Verdict, View, Weather } from '@ackade/game';
import { io, type Socket } from 'socket.io-client';
import type { Problem } from '../api.ts';
import { newId } from '../random.ts';
import { advance, NO_STATE, type State, unsynced } from './state.ts';

/** The protocol that this client speaks (docs/protocol.md). */
const PROTOCOL_VERSION = 2;
/** A command whose acknowledgement does not come within this is sent again under its own name, ms. */
const PATIENCE = 2500;
/** Before what was refused for the moment is asked again, ms. */
const PAUSE = 1000;

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

/** Refusals that pass by themselves: what was asked is asked again, under the same name. */
const PASSING: readonly string[] = ['too-many-requests', 'busy', 'internal'];

/** Opens the seat and keeps telling `see` what is known of it. */
export function openLive(code: string, token: string, see: (seen: Seen) => void): Live {
  const auth: Handshake = { version: PROTOCOL_VERSION, code, token };
  const socket: Socket<ServerToClient, ClientToServer> = io({
    auth,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 1000,
    randomizationFactor: 0.3,
    timeout: 5000,
  });
  let seen = NOTHING_SEEN;
  const learn = (news: Partial<Seen>): void => {
    seen = { ...seen, ...news };
    see(seen);
  };
  let state: State = NO_STATE;
  let closed = false;

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
  socket.on('connect', () => {
    state = unsynced(state);
    learn({ connected: true, problem: null });
  });
  socket.on('disconnect', (reason) => {
    learn({ connected: false });
    // The server closes on purpose only with a word before it; without one it is going down.
    if (reason === 'io server disconnect' && seen.problem === null) socket.connect();
  });
  socket.on('dismissed', ({ error }) => {
    learn({ problem: error.code });
  });
  socket.on('connect_error', (error: Error & { data?: Refusal }) => {
    const refused = error.data?.error.code;
    if (refused === undefined) return;
    if (PASSING.includes(refused)) setTimeout(() => closed || socket.connect(), PAUSE);
    else learn({ problem: refused });
  });
  const online = (): void => {
    if (!socket.connected && seen.problem === null) socket.disconnect().connect();
  };
  addEventListener('online', online);

  /** Sends until there is an answer: after a pause, a reload of the server or a change of network too. */
  function ask(event: keyof ClientToServer, payload: object): Promise<Answer> {
    learn({ pending: true });
    const command = { ...payload, commandId: newId() };
    return new Promise((resolve) => {
      const send = (): void => {
        if (closed) return;
        const settle = (error: Error | null, answer: Answer): void => {
          if (error) {
            send();
            return;
          }
          if ('error' in answer && PASSING.includes(answer.error.code)) {
            setTimeout(send, PAUSE);
            return;
          }
          // Here and not behind the promise, or an update that follows would come first.
          if ('update' in answer) take(answer.update);
          learn({ pending: false });
          resolve(answer);
        };
        socket.timeout(PATIENCE).emit(event, command as never, settle as never);
      };
      send();
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
    reopen() {
      learn({ problem: null });
      socket.connect();
    },
    close() {
      closed = true;
      removeEventListener('online', online);
      socket.disconnect();
    },
  };
}
