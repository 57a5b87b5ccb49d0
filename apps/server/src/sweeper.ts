/** Ends what was abandoned, mends what a crash left half done, and keeps memory small. */
import { ABANDONED_AFTER, type Match } from '@ackade/game';
import type { FastifyBaseLogger } from 'fastify';
import type { Matches } from './matches.ts';
import { BEING_MADE, type MatchesTable } from './matches-table.ts';
import type { Races } from './races.ts';

/** Between two sweeps, ms. */
const EVERY = 10 * 60 * 1000;

export type SweeperOptions = {
  readonly matches: Matches;
  readonly races: Races;
  readonly table: MatchesTable;
  /** Keeps what a match that is over came to. */
  readonly conclude: (match: Match) => Promise<void>;
  readonly log: FastifyBaseLogger;
  readonly now: () => number;
  /** Whether anybody is connected to it on this node. */
  readonly inhabited: Record<'match' | 'race', (id: string) => boolean>;
  /** Drops what else is kept in memory of races in which nobody is, and of learners. */
  readonly forget: () => void;
  /** Goes on with the erasures that a crash interrupted. */
  readonly resume: () => Promise<void>;
};

export type Sweeper = { sweep(before: number): Promise<void>; stop(): void };

/** Sweeps once at the start, when every open match may be one that a crash interrupted, then regularly. */
export function openSweeper(options: SweeperOptions): Sweeper {
  const { matches, races, table, conclude, log, now, inhabited, forget, resume } = options;

  async function settle(id: string): Promise<void> {
    const outcome = await matches.execute(id, { type: 'tick' });
    if (!outcome.ok) {
      // Reserved long ago and never made: a crash came in between.
      if (outcome.refusal === 'not-playing') await table.remove(id, now() - BEING_MADE);
      return;
    }
    await conclude(outcome.after);
  }

  async function sweep(before: number): Promise<void> {
    races.forget(inhabited.race);
    forget();
    matches.forget(inhabited.match);
    await resume();
    for (const id of await table.open(before))
      if (!inhabited.match(id))
        await settle(id).catch((error: unknown) => log.error(error, 'sweeping'));
    matches.forget(inhabited.match);
  }

  const run = (before: number): void => {
    sweep(before).catch((error: unknown) => log.error(error, 'sweeping'));
  };
  const timer = setInterval(() => run(now() - ABANDONED_AFTER), EVERY);
  run(now());
  return { sweep, stop: () => clearInterval(timer) };
}
