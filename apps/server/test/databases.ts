import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Config } from '../src/config.ts';
import type { Provider } from '../src/migrations.ts';
import { postgresqlAdapter } from '../src/postgresql.ts';

/** An empty database of its own, and what removes it. */
export type Scratch = {
  readonly provider: Provider;
  readonly config: Pick<Config, 'dataDir' | 'databaseUrl'>;
  remove(): Promise<void>;
};

const { TEST_DATABASE_URL } = process.env;

export async function scratchSqlite(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'ackade-'));
  return {
    provider: 'sqlite',
    config: { dataDir: join(folder, 'data'), databaseUrl: undefined },
    remove: () => rm(folder, { recursive: true }),
  };
}

export async function scratchPostgresql(): Promise<Scratch> {
  if (TEST_DATABASE_URL === undefined) throw new Error('TEST_DATABASE_URL is not set');
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string) => {
    const connection = await postgresqlAdapter(TEST_DATABASE_URL).connect();
    await connection.executeScript(sql);
    await connection.dispose();
  };
  await run(`CREATE SCHEMA ${schema}`);
  const url = new URL(TEST_DATABASE_URL);
  url.searchParams.set('schema', schema);
  return {
    provider: 'postgresql',
    config: { dataDir: '', databaseUrl: url.href },
    remove: () => run(`DROP SCHEMA ${schema} CASCADE`),
  };
}

/** Runs a suite on each kind of database; PostgreSQL is skipped unless TEST_DATABASE_URL is set. */
export function onEachDatabase(suite: (scratch: () => Scratch) => void): void {
  describe('SQLite', () => withScratch(scratchSqlite, suite));
  describe.skipIf(TEST_DATABASE_URL === undefined)('PostgreSQL', () =>
    withScratch(scratchPostgresql, suite),
  );
}

function withScratch(make: () => Promise<Scratch>, suite: (scratch: () => Scratch) => void): void {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await make();
  });
  afterAll(() => scratch.remove());
  suite(() => scratch);
}
