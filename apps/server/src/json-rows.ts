/** Many rows in one statement with one parameter: a fraction of what Prisma's `createMany` costs. */
import type { Database } from './database.ts';
import { Prisma } from './generated/sqlite/client.ts';

type Type = 'text' | 'int' | 'bigint' | 'boolean';
/** The columns of a table that are written, by their names in the database. */
type Columns = Readonly<Record<string, Type>>;
type Row<C extends Columns> = Readonly<Record<keyof C, string | number | boolean | null>>;

/** `key`: rows that are there under it already are replaced; null where none can be. */
export function insertRows<C extends Columns>(
  { provider, client }: Database,
  table: string,
  columns: C,
  rows: readonly Row<C>[],
  key: (keyof C & string) | null,
): Prisma.PrismaPromise<number> {
  const names = Object.keys(columns);
  const json = JSON.stringify(rows);
  const target = Prisma.raw(`INSERT INTO "${table}" (${names.map((n) => `"${n}"`).join()})`);
  const source = {
    sqlite: () =>
      Prisma.sql`SELECT ${Prisma.raw(names.map((n) => `value ->> '${n}'`).join())} FROM json_each(${json}) WHERE true`,
    postgresql: () => {
      const typed = Object.entries(columns).map(([n, type]) => `"${n}" ${type}`);
      return Prisma.sql`SELECT * FROM jsonb_to_recordset(${json}::jsonb) AS row(${Prisma.raw(typed.join())})`;
    },
  }[provider]();
  const updates = names.map((n) => `"${n}" = excluded."${n}"`).join();
  const replacing = Prisma.raw(
    key === null ? '' : `ON CONFLICT ("${key}") DO UPDATE SET ${updates}`,
  );
  return client.$executeRaw`${target} ${source} ${replacing}`;
}
