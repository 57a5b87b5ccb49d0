import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachDatabase } from '../test/databases.ts';
import { type Database, openDatabase } from './database.ts';
import { describingPostgresqlAdapter } from './postgresql.ts';
import { missingMigration, readMigrations } from './schema-engine.ts';
import { sqliteAdapter } from './sqlite.ts';

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
