import { setImmediate as nextTurn } from 'node:timers/promises';

/** What a row is written under: of two rows with one key only the first is ever committed. */
export type Keyed = { readonly key: string };

/** Writes all rows at once or none, and gives the keys of those that were not taken before. */
export type Commit<Row extends Keyed> = (rows: readonly Row[]) => Promise<ReadonlySet<string>>;

export type GroupCommit<Row extends Keyed> = {
  /** True once committed, false if the key was taken; rejects with what `commit` rejected with. */
  append(row: Row): Promise<boolean>;
  /** Resolves when nothing is queued or under way. */
  drain(): Promise<void>;
};

type Waiting<Row> = {
  readonly row: Row;
  readonly resolve: (committed: boolean) => void;
  readonly reject: (reason: unknown) => void;
};

/** So that one statement stays within a few megabytes and a few milliseconds. */
export const maxBatch = 500;

/**
 * Continuous group commit: while one commit runs, the next batch gathers. Never two commits at
 * once, rows in the order of their appending, at most `maxBatch` rows a commit.
 */
export function groupCommit<Row extends Keyed>(commit: Commit<Row>): GroupCommit<Row> {
  const queue: Waiting<Row>[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (queue.length > 0) {
      // SQLite commits without ever giving way to I/O: without this turn of the event loop no
      // message could arrive while it runs, and every batch would hold a single row.
      await nextTurn();
      await commitBatch(queue.splice(0, maxBatch));
    }
    running = undefined;
  }

  async function commitBatch(batch: readonly Waiting<Row>[]): Promise<void> {
    const firstOfKey = new Map<string, Waiting<Row>>();
    for (const waiting of batch) {
      if (!firstOfKey.has(waiting.row.key)) firstOfKey.set(waiting.row.key, waiting);
    }
    try {
      const committed = await commit([...firstOfKey.values()].map(({ row }) => row));
      for (const waiting of batch) {
        const { key } = waiting.row;
        waiting.resolve(firstOfKey.get(key) === waiting && committed.has(key));
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return {
    append: (row) =>
      new Promise((resolve, reject) => {
        queue.push({ row, resolve, reject });
        running ??= run();
      }),
    drain: async () => {
      await running;
    },
  };
}
