import { createHash } from 'node:crypto';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type Migrations, type Provider, readMigrations, readSchema } from './migrations.ts';

/** Any number will do, as long as nothing else that shares the database uses it. */
const lockId = 2_071_952_793;

/**
 * The engine diagnoses a PostgreSQL database without its table as one to migrate, but not a SQLite
 * one, because the adapter words that error differently than the engine expects.
 */
const newDatabase = { history: { diagnostic: 'databaseIsBehind' }, failedMigrationNames: [] };

/**
 * Applies the migrations that the database lacks. Safe to call from several nodes at once.
 * @throws if the database cannot be reached, was migrated by a newer version of this program, or
 * holds a migration that failed half-way.
 */
export async function migrate(
  provider: Provider,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<void> {
  // The engine takes a second to start, and most starts have nothing to do for it.
  if (await isUpToDate(await readMigrations(provider), adapter)) return;
  if (provider === 'sqlite') await applyMissing(provider, adapter);
  else await oneAtATime(adapter, () => applyMissing(provider, adapter));
}

/** Whether Prisma's own table lists exactly these migrations, all of them applied; any doubt is for the engine. */
async function isUpToDate(
  { migrationDirectories }: Migrations,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<boolean> {
  const expected = migrationDirectories.map(({ path, migrationFile: { content } }) =>
    content.tag === 'ok' ? `${path} ${sha256(content.value)}` : '',
  );
  const connection = await adapter.connect();
  try {
    const { rows } = await connection.queryRaw({ sql: APPLIED, args: [], argTypes: [] });
    const applied = rows.map(([name, checksum, done]) => (done ? `${name} ${checksum}` : ''));
    return applied.length === expected.length && applied.every((row, i) => row === expected[i]);
  } catch {
    return false;
  } finally {
    await connection.dispose();
  }
}

const APPLIED = `
  SELECT migration_name, checksum, finished_at IS NOT NULL AND rolled_back_at IS NULL
  FROM _prisma_migrations
  ORDER BY migration_name`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function applyMissing(
  provider: Provider,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<void> {
  const { everything, withSchemaEngine } = await import('./schema-engine.ts');
  const migrationsList = await readMigrations(provider);
  await withSchemaEngine(adapter, await readSchema(provider), async (engine) => {
    const { history, failedMigrationNames } = await engine
      .diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters: everything,
      })
      .catch((error: unknown) => {
        if (String(error).includes('no such table: _prisma_migrations')) return newDatabase;
        throw error;
      });
    if (failedMigrationNames.length > 0) {
      throw new Error(
        `Migration ${failedMigrationNames.join(', ')} failed half-way in this database. ` +
          'Restore a backup, or repair it by hand and delete its row from _prisma_migrations.',
      );
    }
    if (history !== null && 'unpersistedMigrationNames' in history) {
      throw new Error(
        'This database was used by a newer version of Ackade, which added ' +
          `${history.unpersistedMigrationNames.join(', ')}. Start that version or a later one.`,
      );
    }
    if (history !== null) await engine.applyMigrations({ migrationsList, filters: everything });
  });
}

/** Runs `work` while no other node runs its own on the same PostgreSQL database. */
async function oneAtATime(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: () => Promise<void>,
): Promise<void> {
  const connection = await adapter.connect();
  try {
    // A transaction keeps its connection, and with it the lock, until it ends, however it ends.
    const transaction = await connection.startTransaction();
    try {
      const run = (sql: string) => transaction.executeRaw({ sql, args: [], argTypes: [] });
      await run(`SELECT pg_advisory_xact_lock(${lockId})`);
      await work();
      await run('COMMIT');
    } finally {
      await transaction.rollback();
    }
  } finally {
    await connection.dispose();
  }
}
