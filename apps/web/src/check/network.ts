/** The ways to the server that a check tries. */
import type { CheckToServer, Refusal, ServerTime } from '@ackade/contract';
import { Manager, Socket } from 'socket.io-client';
import type { Trouble } from './results.ts';

export type Transport = 'polling' | 'websocket';

/** A live connection. What does not come about stays pending; patience is the caller's. */
export type Line = {
  /** Null once it stands. */
  readonly opened: Promise<Trouble | null>;
  /** Resolves when it ends, from whichever side. */
  readonly closed: Promise<void>;
  /** Null once the message is back. */
  echo(n: number): Promise<Trouble | null>;
  close(): void;
};

export type Network = {
  /** The server's clock, milliseconds since 1970. */
  time(signal: AbortSignal): Promise<number | Trouble>;
  dial(transport: Transport): Line;
};

export const network: Network = { time, dial };

async function time(signal: AbortSignal): Promise<number | Trouble> {
  const init: RequestInit = { signal, cache: 'no-store', redirect: 'manual' };
  const response = await fetch('/api/time', init).catch(() => null);
  if (!response) return 'unreachable';
  const answer = (await response.json().catch(() => null)) as Partial<ServerTime & Refusal> | null;
  if (response.ok && typeof answer?.now === 'number') return answer.now;
  return answer?.error?.code ? 'busy' : 'foreign';
}

function dial(transport: Transport): Line {
  const manager = new Manager({
    autoConnect: false,
    transports: [transport],
    upgrade: false,
    reconnection: false,
  });
  const socket: Socket<Record<string, never>, CheckToServer> = new Socket(manager, '/check');
  const opened = new Promise<Trouble | null>((resolve) => {
    socket.on('connect', () => resolve(null));
    // What the server refuses has a refusal as its data; what the network refuses has none.
    socket.on('connect_error', (error: Error & { data?: Refusal }) =>
      resolve(error.data?.error ? 'busy' : 'unreachable'),
    );
  });
  const closed = new Promise<void>((resolve) => {
    socket.on('disconnect', () => resolve());
  });
  socket.connect();
  return {
    opened,
    closed,
    echo: (n) =>
      new Promise((resolve) => {
        socket.emit('echo', { n }, (answer) => {
          if ('error' in answer) resolve('busy');
          else resolve(answer.n === n ? null : 'foreign');
        });
      }),
    close: () => {
      socket.disconnect();
    },
  };
}
