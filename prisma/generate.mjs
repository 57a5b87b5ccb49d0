// Derives the PostgreSQL schema and generates both Prisma clients, without a network.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { toPostgresql } from './postgresql.mjs';

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const sqliteSchema = pathOf('schema.prisma');
const postgresqlSchema = pathOf('postgresql/schema.prisma');

mkdirSync(pathOf('postgresql'), { recursive: true });
writeFileSync(postgresqlSchema, toPostgresql(readFileSync(sqliteSchema, 'utf8')));

const serverPackage = new URL('../apps/server/package.json', import.meta.url);
const prisma = createRequire(serverPackage).resolve('prisma/build/index.js');

for (const schema of [sqliteSchema, postgresqlSchema]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [prisma, 'generate', '--schema', schema, '--no-hints'],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        // Generating never runs the native schema engine, but Prisma downloads it unless told
        // that there is one; any executable will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  );
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`);
    process.exit(1);
  }
}
