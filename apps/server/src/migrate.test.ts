import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { onEachDatabase } from '../test/databases.ts';
import { type Database, openDatabase } from './database.ts';
import { readMigrations, readSchema } from './migrations.ts';
import { describingPostgresqlAdapter, postgresqlAdapter } from './postgresql.ts';
import { everything, missingMigration, withSchemaEngine } from './schema-engine.ts';
import { sqliteAdapter } from './sqlite.ts';

vi.mock('./schema-engine.ts', { spy: true });

describe('migrations', () => {
  onEachDatabase((scratch) => {
    let nodes: Database[];
    let client: Database['client'];

    beforeAll(async () => {
      // SQLite has one process, PostgreSQL as many as there are.
      const together = scratch().provider === 'sqlite' ? 1 : 3;
      const { config } = scratch();
      nodes = await Promise.all(Array.from({ length: together }, () => openDatabase(config)));
      client = (nodes[0] as Database).client;
    });
    afterAll(() => Promise.all(nodes.map((node) => node.close())));

    const applied = () =>
      client.$queryRaw<{ name: string }[]>`
        SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1`;

    test('are applied once, however many nodes start at the same moment', async () => {
      const { migrationDirectories } = await readMigrations(scratch().provider);
      expect(await applied()).toEqual(migrationDirectories.map(({ path }) => ({ name: path })));
    });

    test('are applied already when the database is opened again', async () => {
      const before = await applied();
      const again = await openDatabase(scratch().config);
      await again.close();
      expect(await applied()).toEqual(before);
    });

    describe('need the engine', () => {
      /** How often a start takes it, whatever comes of that. */
      async function uses(): Promise<number> {
        vi.mocked(withSchemaEngine).mockClear();
        const database = await openDatabase(scratch().config).catch(() => null);
        await database?.close();
        return vi.mocked(withSchemaEngine).mock.calls.length;
      }
      /** Starts once with the history that `change` makes of the true one. */
      async function usesAfter(change: () => Promise<unknown>): Promise<number> {
        await client.$executeRaw`CREATE TABLE kept AS SELECT * FROM _prisma_migrations`;
        await change();
        const used = await uses();
        await client.$executeRaw`DELETE FROM _prisma_migrations`;
        await client.$executeRaw`INSERT INTO _prisma_migrations SELECT * FROM kept`;
        await client.$executeRaw`DROP TABLE kept`;
        return used;
      }

      test('for nothing where all are there', async () => {
        expect(await uses()).toBe(0);
      });

      test('where one has been changed, is missing, has failed or was rolled back', async () => {
        const [{ name } = { name: '' }] = await applied();
        const changes = [
          () => client.$executeRaw`
            UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = ${name}`,
          () => client.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name = ${name}`,
          () => client.$executeRaw`
            UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ${name}`,
          () => client.$executeRaw`
            UPDATE _prisma_migrations SET rolled_back_at = started_at WHERE migration_name = ${name}`,
        ];
        for (const change of changes) expect(await usesAfter(change), String(change)).toBe(1);
      });
    });

    test('give exactly the schema', async () => {
      const { databaseUrl } = scratch().config;
      const missing =
        databaseUrl === undefined
          ? await missingMigration('sqlite', sqliteAdapter('file::memory:'))
          : await missingMigration('postgresql', describingPostgresqlAdapter(databaseUrl));
      expect(missing).toBeUndefined();
    });

    test('of a newer version are an error that says so', async () => {
      const [first] = await applied();
      await client.$executeRaw`
        INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
        SELECT '2', checksum, '29990101000000_later', started_at, finished_at, 1 FROM _prisma_migrations
        WHERE migration_name = ${first?.name}`;
      await expect(openDatabase(scratch().config)).rejects.toThrow(
        'used by a newer version of Ackade, which added 29990101000000_later',
      );
      await client.$executeRaw`DELETE FROM _prisma_migrations WHERE id = '2'`;
    });

    test('that failed half-way are an error that says so', async () => {
      await client.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`;
      await expect(openDatabase(scratch().config)).rejects.toThrow('failed half-way');
    });
  });
});

describe('an update', () => {
  onEachDatabase((scratch) => {
    test('keeps all that the first version has stored', async () => {
      const { provider, config } = scratch();
      const { dataDir, databaseUrl } = config;
      if (databaseUrl === undefined) await mkdir(dataDir, { recursive: true });
      const adapter =
        databaseUrl === undefined
          ? sqliteAdapter(`file:${join(dataDir, 'ackade.db')}`)
          : postgresqlAdapter(databaseUrl);
      const all = await readMigrations(provider);
      const [first, ...later] = all.migrationDirectories;
      expect(later.length).toBeGreaterThan(0);
      const migrationsList = { ...all, migrationDirectories: first ? [first] : [] };
      await withSchemaEngine(adapter, await readSchema(provider), (engine) =>
        engine.applyMigrations({ migrationsList, filters: everything }),
      );
      const old = await adapter.connect();
      await old.executeScript(`
        INSERT INTO log VALUES ('m', 1, 5, 'server:a', '[]');
        INSERT INTO match VALUES ('m', 'K7M4QX', 'handshake', 'flags', 'duo', 1, 2, 3, 'finished');
        INSERT INTO match_player VALUES ('m', 'client', 'Ada', false, 'hash', 3, 1000, 90, 80, 70, 1);
        INSERT INTO match_player VALUES ('m', 'server', 'Bo', false, NULL, 3, 900, 100, 60, 70, 0);
        INSERT INTO mistake VALUES ('m', 'client', 'syn-without-ack', 1);
      `);
      await old.dispose();

      const database = await openDatabase(config);
      const { client } = database;
      expect(await client.log.findMany()).toEqual([
        { stream: 'm', version: 1, at: 5n, commandId: 'server:a', events: '[]' },
      ]);
      const include = {
        players: { include: { reasons: true }, orderBy: { role: 'asc' } },
      } as const;
      const player = { matchId: 'm', bot: false, endedAt: 3n, teamwork: 70 };
      expect(await client.match.findMany({ include })).toEqual([
        {
          id: 'm',
          code: 'K7M4QX',
          scenario: 'handshake',
          level: 'flags',
          mode: 'duo',
          raceId: null,
          round: null,
          createdAt: 1n,
          startedAt: 2n,
          endedAt: 3n,
          outcome: 'finished',
          players: [
            {
              ...player,
              role: 'client',
              name: 'Ada',
              playerHash: 'hash',
              points: 1000,
              accuracy: 90,
              speed: 80,
              mistakes: 1,
              reasons: [
                { matchId: 'm', role: 'client', misconception: 'syn-without-ack', count: 1 },
              ],
            },
            {
              ...player,
              role: 'server',
              name: 'Bo',
              playerHash: null,
              points: 900,
              accuracy: 100,
              speed: 60,
              mistakes: 0,
              reasons: [],
            },
          ],
        },
      ]);
      // What belongs to a match still goes with it.
      await client.match.delete({ where: { id: 'm' } });
      expect(await client.mistake.count()).toBe(0);
      await database.close();
    });
  });
});
