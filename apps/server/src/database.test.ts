import { existsSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { onEachDatabase, type Scratch, scratchSqlite } from '../test/databases.ts';
import { openDatabase } from './database.ts';

describe('a database', () => {
  onEachDatabase((scratch) => {
    test('answers a ping until it is closed', async () => {
      const database = await openDatabase(scratch().config);
      await database.ping();
      await database.close();
    });

    test('keeps what one client wrote for the next', async () => {
      const first = await openDatabase(scratch().config);
      const data = { stream: 's', version: 1, at: 1n, commandId: 'c', events: '[]' };
      await first.client.log.create({ data });
      await first.close();
      const second = await openDatabase(scratch().config);
      expect(await second.client.log.findMany({ where: { stream: 's' } })).toEqual([data]);
      await second.close();
    });

    test('takes back a transaction that fails, and goes on', async () => {
      const { client, close } = await openDatabase(scratch().config);
      const data = { stream: 'twice', version: 1, at: 1n, commandId: 'c', events: '[]' };
      const twice = client.$transaction([client.log.create({ data }), client.log.create({ data })]);
      await expect(twice).rejects.toThrow();
      expect(await client.log.count({ where: { stream: 'twice' } })).toBe(0);
      await client.$transaction([client.log.create({ data })]);
      expect(await client.log.count({ where: { stream: 'twice' } })).toBe(1);
      await close();
    });
  });

  test('that is not reachable is an error at opening', async () => {
    const databaseUrl = 'postgresql://nobody@127.0.0.1:1/none';
    await expect(openDatabase({ dataDir: '', databaseUrl })).rejects.toThrow();
  });
});

describe('a SQLite database', () => {
  let scratch: Scratch;
  afterEach(() => scratch.remove());

  const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'];

  test('keeps its pragmas and its one connection over transactions', async () => {
    scratch = await scratchSqlite();
    const { client, close } = await openDatabase(scratch.config);
    const read = () =>
      Promise.all(
        pragmas.map(async (name) => {
          const [first] = await client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
          return Object.values(first ?? {})[0];
        }),
      );
    const expected = ['wal', 1, 1, 5000];
    expect(await read()).toEqual(expected);
    const files = openFiles();
    for (let i = 0; i < 3; i++) await client.$transaction([client.log.count(), client.log.count()]);
    expect(await read()).toEqual(expected);
    expect(openFiles()).toBe(files);
    await close();
  });

  test.each(['with a space', 'a#b?c%20', '资料'])('may lie in the folder %j', async (name) => {
    scratch = await scratchSqlite();
    const dataDir = `${scratch.config.dataDir}/${name}`;
    const database = await openDatabase({ dataDir, databaseUrl: undefined });
    await database.close();
    expect(existsSync(`${dataDir}/ackade.db`)).toBe(true);
  });

  test('may be named by a URL', async () => {
    scratch = await scratchSqlite();
    await openDatabase(scratch.config).then((database) => database.close());
    const databaseUrl = `file:${scratch.config.dataDir}/other.db`;
    await openDatabase({ dataDir: '', databaseUrl }).then((database) => database.close());
    expect(existsSync(`${scratch.config.dataDir}/other.db`)).toBe(true);
  });
});

/** How many files this process has open; where the system does not tell, always the same. */
function openFiles(): number {
  return existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0;
}
