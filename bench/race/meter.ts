/** Counts what the server sends to players, and how long it takes. */
import type { Manager } from 'socket.io-client';
import type { Player } from '../../apps/server/test/player.ts';

/** What comes over a connection, by how its text begins; the first that fits. */
const FRAMES = [
  ['acknowledgements', /^3/],
  ['updates', /^2\["update"/],
  ['views', /^2\/race,\["race"/],
  ['others', /^2/],
] as const;
type Frame = (typeof FRAMES)[number][0];

export type Measured = {
  readonly moves: number;
  /** Events and acknowledgements that players were sent. */
  readonly frames: Readonly<Record<Frame, number>>;
  /** Updates that a partner's move led to; the others tell of beginnings, presence, timers and ends. */
  readonly moveUpdates: number;
  /** From the move to its acknowledgement, and to the partner's screen, ms each. */
  readonly acknowledged: readonly number[];
  readonly shown: readonly number[];
};

export type Meter = {
  /** Counts everything that the server sends over this connection. */
  count(manager: Manager): void;
  /** Notes when each change of the match comes to this player. */
  follow(player: Player): void;
  /** A move of `player` went out at `sent`, ms, and was acknowledged with `version` of the match just now. */
  moved(player: Player, sent: number, version: number): void;
  read(): Measured;
};

export function openMeter(): Meter {
  const frames: Record<Frame, number> = { acknowledgements: 0, updates: 0, views: 0, others: 0 };
  const acknowledged: number[] = [];
  const shown: number[] = [];
  /** What came to one of a pair, and what the other sent, until the two are brought together. */
  const came = new Map<string, number>();
  const went = new Map<string, number>();
  const keyOf = ({ seat }: Player, version: number): string => `${seat.code} ${version}`;

  return {
    count(manager) {
      manager.on('open', () => {
        manager.engine.on('packet', ({ type, data }) => {
          if (type !== 'message' || typeof data !== 'string') return;
          const kind = FRAMES.find(([, begins]) => begins.test(data));
          if (kind) frames[kind[0]]++;
        });
      });
    },
    follow(player) {
      player.socket.on('update', ({ version }) => {
        const now = performance.now();
        const key = keyOf(player, version);
        const sent = went.get(key);
        if (sent === undefined) came.set(key, now);
        else {
          shown.push(now - sent);
          went.delete(key);
        }
      });
    },
    moved(player, sent, version) {
      const now = performance.now();
      acknowledged.push(now - sent);
      const key = keyOf(player, version);
      const seen = came.get(key);
      if (seen === undefined) went.set(key, sent);
      else {
        shown.push(seen - sent);
        came.delete(key);
      }
    },
    read: () => ({
      moves: acknowledged.length,
      frames,
      moveUpdates: shown.length,
      acknowledged,
      shown,
    }),
  };
}
