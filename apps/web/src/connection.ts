/** How this client reaches the server: what all live connections have in common. */
import type { Refusal, RefusalCode } from '@ackade/contract';
import { Manager, type Socket } from 'socket.io-client';

/** A command whose acknowledgement does not come within this is sent again under its own name, ms. */
const PATIENCE = 2500;
/** Before what was refused for the moment is asked again, ms. */
const PAUSE = 1000;

/** Refusals that pass by themselves: what was asked is asked again, under the same name. */
const PASSING: readonly string[] = ['too-many-requests', 'busy', 'internal'];

/** A connection that is kept up for as long as one of its sockets is open. */
export const reachServer = (): Manager =>
  new Manager({
    autoConnect: false,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 1000,
    randomizationFactor: 0.3,
    timeout: 5000,
  });

export type Listener = {
  readonly connected: (connected: boolean) => void;
  /** Why this is closed to us for good; null once it is opened again. */
  readonly problem: (problem: RefusalCode | null) => void;
};

/** A socket that comes back by itself until it is closed, by us or for good. */
export type Kept<Answer> = {
  /** Sends until there is an answer, also after a restart of the server or a change of network; `heard` once. */
  ask(event: string, payload: object, heard: (answer: Answer | Refusal) => void): void;
  /** Takes what is closed to us back from another device or tab. */
  reopen(): void;
  close(): void;
};

/**
 * Connects `socket` and keeps it so, whatever happens in between. `patient`: what usually closes it for good passes
 * by itself here.
 */
export function keepOpen<Answer extends object>(
  socket: Socket,
  listener: Listener,
  patient: readonly RefusalCode[] = [],
): Kept<Answer> {
  let closed = false;
  let gone = false;

  const end = (code: RefusalCode): void => {
    gone = true;
    listener.problem(code);
  };
  socket.on('connect', () => listener.connected(true));
  socket.on('disconnect', (reason) => {
    listener.connected(false);
    // The server closes on purpose only with a word before it; without one it is going down.
    if (reason === 'io server disconnect' && !gone) socket.connect();
  });
  socket.on('dismissed', ({ error }: Refusal) => end(error.code));
  socket.on('connect_error', (error: Error & { data?: Refusal }) => {
    const refused = error.data?.error.code;
    if (refused === undefined) return;
    if ([...PASSING, ...patient].includes(refused))
      setTimeout(() => closed || socket.connect(), PAUSE);
    else end(refused);
  });
  const online = (): void => {
    if (!socket.connected && !gone) socket.disconnect().connect();
  };
  addEventListener('online', online);
  socket.connect();

  return {
    ask(event, payload, heard) {
      const send = (): void => {
        if (closed) return;
        socket
          .timeout(PATIENCE)
          .emit(event, payload, (error: Error | null, answer: Answer | Refusal) => {
            if (error) send();
            else if ('error' in answer && PASSING.includes(answer.error.code))
              setTimeout(send, PAUSE);
            else heard(answer);
          });
      };
      send();
    },
    reopen() {
      gone = false;
      listener.problem(null);
      socket.connect();
    },
    close() {
      closed = true;
      removeEventListener('online', online);
      socket.disconnect();
    },
  };
}
