// Writes the next migration, for SQLite and for PostgreSQL, after schema.prisma has changed:
//
//   npm run build
//   DATABASE_URL=postgresql://… npm run migrate:diff -w @ackade/server -- add_race
//
// DATABASE_URL names a development database, which is brought up to date first. Read what was
// written before committing it. Statements are split at every semicolon when they are applied to
// PostgreSQL, so none may stand inside a literal.
import { mkdirSync, writeFileSync } from 'node:fs';
import { describingPostgresqlAdapter } from '../apps/server/dist/postgresql.js';
import { missingMigration } from '../apps/server/dist/schema-engine.js';
import { sqliteAdapter } from '../apps/server/dist/sqlite.js';

const [name] = process.argv.slice(2);
const { DATABASE_URL } = process.env;
if (!/^[a-z0-9_]+$/.test(name ?? '') || !/^postgres(ql)?:/.test(DATABASE_URL ?? '')) {
  console.error('Usage: DATABASE_URL=postgresql://… npm run migrate:diff -- name_of_the_change');
  process.exit(1);
}

const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const adapters = {
  sqlite: sqliteAdapter('file::memory:'),
  postgresql: describingPostgresqlAdapter(DATABASE_URL),
};

for (const [provider, adapter] of Object.entries(adapters)) {
  const sql = await missingMigration(provider, adapter);
  if (sql === undefined) {
    console.log(`${provider}: nothing to do`);
    continue;
  }
  const folder = new URL(`migrations/${provider}/${time}_${name}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('migration.sql', folder), sql);
  console.log(`${provider}: wrote prisma/migrations/${provider}/${time}_${name}/migration.sql`);
}
