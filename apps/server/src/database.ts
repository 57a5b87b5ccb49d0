import { mkdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Config } from './config.ts';
import { PrismaClient as PostgresqlClient } from './generated/postgresql/client.ts';
import { PrismaClient as SqliteClient } from './generated/sqlite/client.ts';
import { migrate } from './migrate.ts';
import type { Provider } from './migrations.ts';
import { postgresqlAdapter } from './postgresql.ts';
import { sqliteAdapter } from './sqlite.ts';

/** Both clients come from the same models and have the same methods; this is the type for both. */
type DatabaseClient = SqliteClient;

export type Database = {
  readonly provider: Provider;
  readonly client: DatabaseClient;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens the database that the settings name and brings it up to date.
 * @throws what `migrate` throws, or if `dataDir` cannot be made.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
): Promise<Database> {
  const { databaseUrl } = config;
  if (databaseUrl !== undefined && !databaseUrl.startsWith('file:')) {
    const adapter = postgresqlAdapter(databaseUrl);
    await migrate('postgresql', adapter);
    const client = new PostgresqlClient({ adapter }) as unknown as DatabaseClient;
    return databaseOf('postgresql', client);
  }
  const adapter = sqliteAdapter(databaseUrl ?? (await fileIn(config.dataDir)));
  await migrate('sqlite', adapter);
  return databaseOf('sqlite', new SqliteClient({ adapter }));
}

function databaseOf(provider: Provider, client: DatabaseClient): Database {
  return {
    provider,
    client,
    ping: async () => {
      await client.$queryRaw`SELECT 1`;
    },
    close: () => client.$disconnect(),
  };
}

async function fileIn(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'ackade.db').split(sep).map(encodeURIComponent).join('/');
  return `file:${path}`;
}
