import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { type Provider, readMigrations, readSchema, type Schema } from './migrations.ts';

// Prisma's native schema engine is downloaded when first needed, which fails where only package
// registries are reachable. The same engine comes as WebAssembly in a package. That package's
// main entry imports the .wasm file as a module, which Node 20 cannot: so it is instantiated here.

type Engine = Awaited<ReturnType<typeof bindings.SchemaEngine.new>>;

export const everything = { externalTables: [], externalEnums: [] };

/** What is used of it here: the types of Node have no WebAssembly, those of the DOM have too much. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

let instantiated: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  const bindingsFile = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const wasm = await readFile(bindingsFile.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** Runs `use` with an engine on the database of `adapter`, and frees the engine afterwards. */
export async function withSchemaEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: Schema,
  use: (engine: Engine) => Promise<T>,
): Promise<T> {
  instantiated ??= instantiate();
  await instantiated;
  // The engine connects, but never disconnects.
  const connections: SqlDriverAdapter[] = [];
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connectToShadowDb: () => adapter.connectToShadowDb(),
    connect: async () => {
      const connection = await adapter.connect();
      connections.push(connection);
      return connection;
    },
  };
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
    await Promise.all(connections.map((connection) => connection.dispose()));
  }
}

/**
 * Brings the database up to date, then gives the SQL that is still missing between what the
 * migrations made of it and what the schema says; undefined if there is none.
 */
export async function missingMigration(
  provider: Provider,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<string | undefined> {
  const schema = await readSchema(provider);
  const migrationsList = await readMigrations(provider);
  return await withSchemaEngine(adapter, schema, async (engine) => {
    await engine.applyMigrations({ migrationsList, filters: everything });
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: [schema], configDir: dirname(schema.path) },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      filters: everything,
    });
    return exitCode === 0 ? undefined : (stdout ?? '');
  });
}
