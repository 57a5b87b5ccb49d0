/** The schema and the migrations of this program, as they lie in the folder `prisma`. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

export type Provider = 'sqlite' | 'postgresql';
export type Schema = { readonly path: string; readonly content: string };
export type Migrations = Parameters<SchemaEngine['applyMigrations']>[0]['migrationsList'];

const prismaFolder = new URL('../../../prisma/', import.meta.url);
const schemaFile = { sqlite: 'schema.prisma', postgresql: 'postgresql/schema.prisma' } as const;

export async function readSchema(provider: Provider): Promise<Schema> {
  const file = new URL(schemaFile[provider], prismaFolder);
  return { path: fileURLToPath(file), content: await readFile(file, 'utf8') };
}

/** The migrations of this program, oldest first. */
export async function readMigrations(provider: Provider): Promise<Migrations> {
  const folder = new URL(`migrations/${provider}/`, prismaFolder);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: fileURLToPath(folder),
    lockfile: { path: 'migration_lock.toml', content: `provider = "${provider}"\n` },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(new URL(`${name}/migration.sql`, folder), 'utf8'),
          },
        },
      })),
    ),
  };
}
