import type { Socket } from 'socket.io';

/** No player is forgiven more than this, ms: who delays his own answers gains next to nothing. */
const MOST = 1000;

/**
 * What the network takes to a client and back, ms, as the transport's own pings tell; a client that polls waits
 * for its next poll in between. 0 before the first ping, which comes after seconds: the lobby lasts longer.
 */
export function lagOf(conn: Socket['conn'], now: () => number): () => number {
  const known = LAGS.get(conn);
  if (known) return known;
  let asked = now();
  let lag = 0;
  conn.on('packetCreate', ({ type }: { type: string }) => {
    if (type === 'ping') asked = now();
  });
  conn.on('packet', ({ type }: { type: string }) => {
    if (type === 'pong') lag = Math.min(MOST, Math.max(0, now() - asked));
  });
  const read = (): number => lag;
  LAGS.set(conn, read);
  return read;
}

/** One connection carries the sockets of several namespaces, one after the other. */
const LAGS = new WeakMap<Socket['conn'], () => number>();
