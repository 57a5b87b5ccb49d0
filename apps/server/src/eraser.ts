/**
 * Erases learners, with every trace that their devices have left. That it is to be done is written first, and goes
 * with the last trace: a crash in between is made up for at the next start.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Learners } from './learners.ts';
import type { LearnersTable } from './learners-table.ts';
import type { Matches } from './matches.ts';
import type { Races } from './races.ts';
import type { Traces } from './traces.ts';

export type Eraser = {
  /** Done once nothing is left. */
  erase(learnerId: string): Promise<void>;
  /** Goes on with what was begun and never finished. */
  resume(): Promise<void>;
};

export type EraserOptions = {
  readonly learners: Learners;
  readonly table: LearnersTable;
  readonly traces: Traces;
  readonly matches: Matches;
  readonly races: Races;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
};

/** What is played while it is erased may write once more what it remembers. */
const PASSES = 5;

export function openEraser(options: EraserOptions): Eraser {
  const { learners, table, traces, matches, races, log } = options;

  async function finish(learnerId: string): Promise<void> {
    // Nothing more is kept from here on.
    await learners.execute(learnerId, { type: 'erase' });
    const devices = await table.devicesOf(learnerId);
    for (let pass = 0; pass < PASSES; pass++) {
      const { gone, changed } = await traces.eraseFromLog(devices);
      for (const id of [...gone, ...changed]) await refresh(id);
      await traces.removeFromLog(gone);
      if (gone.length + changed.length === 0) break;
    }
    await traces.eraseFromTables(devices);
    await table.erased(learnerId);
    await learners.reload(learnerId);
  }

  /** What this node remembers of the stream is as it was before. */
  async function refresh(id: string): Promise<void> {
    for (const streams of [matches, races])
      if (streams.peek(id).state)
        await streams.reload(id).catch((error: unknown) => log.error(error, 'reading anew'));
  }

  return {
    async erase(learnerId) {
      await table.erasing(learnerId);
      await finish(learnerId);
    },

    async resume() {
      for (const learnerId of await table.unfinished())
        await finish(learnerId).catch((error: unknown) => log.error(error, 'erasing a learner'));
    },
  };
}
