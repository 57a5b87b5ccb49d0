/** When each client has its whole view again after the server was away. */
import { setTimeout as delay } from 'node:timers/promises';

/** `active`: it wants to be connected. */
type Connection = { readonly connected: boolean; readonly active: boolean };

export type Returns = {
  /** From now on `socket` is expected back; what this gives is to be called whenever its whole view comes. */
  expect(socket: Connection): () => void;
  /** Gives what waits until all who are connected now have seen their views since a moment. */
  whoIsHere(): (moment: number) => Promise<{
    /** When the last of them had it, by `performance.now()`. */
    readonly at: number;
    /** How many did not come. */
    readonly missing: number;
  }>;
};

/** Nobody is waited for any longer, ms. */
const PATIENCE = 20_000;
/** Between two looks at who is back, ms. */
const LOOK = 10;

export function openReturns(): Returns {
  const seen = new Map<Connection, number>();
  return {
    expect(socket) {
      seen.set(socket, 0);
      return () => seen.set(socket, performance.now());
    },
    whoIsHere() {
      for (const socket of seen.keys()) if (!socket.active) seen.delete(socket);
      const here = [...seen.keys()].filter((socket) => socket.connected);
      return async (moment) => {
        const last = (socket: Connection): number => seen.get(socket) ?? 0;
        // Who has left meanwhile, since its match is over, need not come back.
        const awaited = (): Connection[] => here.filter((s) => s.active && last(s) < moment);
        const until = moment + PATIENCE;
        while (awaited().length > 0 && performance.now() < until) await delay(LOOK);
        return { at: Math.max(...here.map(last)), missing: awaited().length };
      };
    },
  };
}
