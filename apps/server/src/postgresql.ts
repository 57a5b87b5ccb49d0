import { PrismaPg } from '@prisma/adapter-pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Result = { fields: { dataTypeID: number }[] };

/** After this long without a connection, PostgreSQL counts as unreachable. */
const connectTimeoutMs = 5000;

/** `?schema=name` in the URL, Prisma's own convention, puts every table into that schema. */
export function postgresqlAdapter(url: string): PrismaPg {
  return new PrismaPg(...settingsOf(url));
}

/** As `postgresqlAdapter`, but can also read the system catalogue, to compare it with a schema. */
export function describingPostgresqlAdapter(url: string): PrismaPg {
  return new Describing(...settingsOf(url));
}

function settingsOf(url: string): ConstructorParameters<typeof PrismaPg> {
  const schema = new URL(url).searchParams.get('schema');
  const pool = { connectionString: url, connectionTimeoutMillis: connectTimeoutMs };
  return schema === null ? [pool] : [{ ...pool, options: `-c search_path=${schema}` }, { schema }];
}

// The catalogue is full of the type "char", which the adapter refuses (prisma/orm issue 27403):
// here it is told that they are text.
const charType = 18;
const textType = 25;

class Describing extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    const query = pool.query.bind(pool) as (statement: unknown) => Promise<Result>;
    const queryAsText = async (statement: unknown) => {
      const result = await query(statement);
      for (const field of result.fields) {
        if (field.dataTypeID === charType) field.dataTypeID = textType;
      }
      return result;
    };
    Object.assign(pool, { query: queryAsText });
    return adapter;
  }
}
