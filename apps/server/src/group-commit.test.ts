import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupCommit, maxBatch } from './group-commit.ts';

type Row = { readonly key: string; readonly n: number };

/** A commit that ends when it is told to, against a table of keys. */
function tableByHand() {
  const taken = new Map<string, number>();
  const batches: number[][] = [];
  let flush: ((how: 'write' | 'fail') => void) | undefined;
  const commit = (rows: readonly Row[]) =>
    new Promise<ReadonlySet<string>>((resolve, reject) => {
      batches.push(rows.map(({ n }) => n));
      flush = (how) => {
        flush = undefined;
        if (how === 'fail') return reject(new Error('disk full'));
        const fresh = rows.filter(({ key }) => !taken.has(key));
        for (const { key, n } of fresh) taken.set(key, n);
        resolve(new Set(fresh.map(({ key }) => key)));
      };
    });
  return {
    taken,
    batches,
    commit,
    busy: () => flush !== undefined,
    /** Ends the commit under way, and waits until the next one has begun. */
    flush: async (how: 'write' | 'fail' = 'write') => {
      flush?.(how);
      await nextTurn();
      await nextTurn();
    },
  };
}

describe('group commit', () => {
  test('commits what was appended at once with one statement', async () => {
    const table = tableByHand();
    const { append } = groupCommit(table.commit);
    const answers = Promise.all([1, 2, 3].map((n) => append({ key: `k${n}`, n })));
    await nextTurn();
    await table.flush();
    expect(await answers).toEqual([true, true, true]);
    expect(table.batches).toEqual([[1, 2, 3]]);
  });

  test('gathers the next batch while a commit runs, and never runs two', async () => {
    const table = tableByHand();
    const { append } = groupCommit(table.commit);
    const first = append({ key: 'a', n: 1 });
    await nextTurn();
    const later = [2, 3, 4].map((n) => append({ key: `k${n}`, n }));
    await nextTurn();
    expect(table.batches).toEqual([[1]]);
    await table.flush();
    expect(await first).toBe(true);
    expect(table.batches).toEqual([[1], [2, 3, 4]]);
    await table.flush();
    expect(await Promise.all(later)).toEqual([true, true, true]);
  });

  test('answers no one before the commit', async () => {
    const table = tableByHand();
    const { append } = groupCommit(table.commit);
    let answered = false;
    const answer = append({ key: 'a', n: 1 }).then(() => {
      answered = true;
    });
    await nextTurn();
    await nextTurn();
    expect(answered).toBe(false);
    await table.flush();
    await answer;
  });

  test('lets the first of two rows with one key win, and never writes the second', async () => {
    const table = tableByHand();
    const { append } = groupCommit(table.commit);
    const answers = Promise.all([append({ key: 'a', n: 1 }), append({ key: 'a', n: 2 })]);
    await nextTurn();
    await table.flush();
    expect(await answers).toEqual([true, false]);
    expect(table.batches).toEqual([[1]]);
  });

  test('answers false to all who want a key that was taken before', async () => {
    const table = tableByHand();
    table.taken.set('a', 0);
    const { append } = groupCommit(table.commit);
    const answers = Promise.all([append({ key: 'a', n: 1 }), append({ key: 'a', n: 2 })]);
    await nextTurn();
    await table.flush();
    expect(await answers).toEqual([false, false]);
  });

  test('rejects the whole batch when the commit fails, and goes on with the next', async () => {
    const table = tableByHand();
    const { append } = groupCommit(table.commit);
    const failed = Promise.allSettled([append({ key: 'a', n: 1 }), append({ key: 'b', n: 2 })]);
    await nextTurn();
    const next = append({ key: 'a', n: 3 });
    await table.flush('fail');
    await table.flush();
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await next).toBe(true);
  });

  test('bounds a batch', async () => {
    const table = tableByHand();
    const { append } = groupCommit(table.commit);
    const rows = Array.from({ length: maxBatch + 1 }, (_, n) => ({ key: `k${n}`, n }));
    const answers = Promise.all(rows.map(append));
    await nextTurn();
    await table.flush();
    await table.flush();
    await answers;
    expect(table.batches.map(({ length }) => length)).toEqual([maxBatch, 1]);
  });

  test('drains: at once when idle, otherwise when the last commit has ended', async () => {
    const table = tableByHand();
    const { append, drain } = groupCommit(table.commit);
    await drain();
    const answer = append({ key: 'a', n: 1 });
    let drained = false;
    const draining = drain().then(() => {
      drained = true;
    });
    await nextTurn();
    expect(drained).toBe(false);
    await table.flush();
    await draining;
    expect(await answer).toBe(true);
  });

  test('answers every append exactly once and truthfully, whatever comes when', async () => {
    const action = fc.oneof(
      { weight: 5, arbitrary: fc.record({ append: fc.constantFrom('a', 'b', 'c', 'd', 'e') }) },
      { weight: 2, arbitrary: fc.constantFrom('turn' as const, 'write' as const) },
      { weight: 1, arbitrary: fc.constant('fail' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 60 }), async (actions) => {
        const table = tableByHand();
        const { append, drain } = groupCommit(table.commit);
        const answers: { n: number; key: string; as: boolean | 'rejected' }[] = [];
        let n = 0;
        for (const act of actions) {
          if (act === 'turn') await nextTurn();
          else if (act === 'write' || act === 'fail') await table.flush(act);
          else {
            const row = { key: act.append, n: n++ };
            const note = (as: boolean | 'rejected') => answers.push({ ...row, as });
            append(row).then(note, () => note('rejected'));
          }
        }
        await nextTurn();
        while (table.busy()) await table.flush();
        await drain();

        expect(answers.map((answer) => answer.n).sort((a, b) => a - b)).toEqual([
          ...Array(n).keys(),
        ]);
        expect(new Map(answers.filter(({ as }) => as === true).map((a) => [a.key, a.n]))).toEqual(
          table.taken,
        );
        expect(answers.filter(({ as }) => as === true)).toHaveLength(table.taken.size);
        const written = table.batches.flat();
        expect(written).toEqual(written.toSorted((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });
});
