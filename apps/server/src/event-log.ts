import type { Database } from './database.ts';
import { type Commit, groupCommit, type Keyed } from './group-commit.ts';

/** One accepted command: taken whole, with all its events, or not at all. */
export type LogRow = {
  readonly stream: string;
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly commandId: string;
  /** Anything that JSON can hold. */
  readonly events: readonly unknown[];
};

export type EventLog = {
  /**
   * True once committed; false if (stream, version) was already taken. Rejects if the database
   * fails: then nothing was written, or it is unknown whether it was.
   */
  append(row: LogRow): Promise<boolean>;
  /** Rows of the stream with version > after, in order. */
  read(stream: string, after?: number): Promise<LogRow[]>;
  /** Waits for what is queued. */
  drain(): Promise<void>;
};

/** A row as it goes into the statement: encoded early, so that a bad one spoils no batch. */
type EncodedRow = Keyed & { readonly json: string };

export function openEventLog(database: Database): EventLog {
  const { append, drain } = groupCommit(commitTo(database));
  return {
    append: async (row) => await append(encode(row)),
    read: async (stream, after = -1) => {
      const rows = await database.client.log.findMany({
        where: { stream, version: { gt: after } },
        orderBy: { version: 'asc' },
      });
      return rows.map((row) => ({ ...row, at: Number(row.at), events: JSON.parse(row.events) }));
    },
    drain,
  };
}

/** What PostgreSQL cannot hold in a text, and what would fail everyone else's rows too. */
const unstorable = /[\0\p{Surrogate}]/u;

function encode({ stream, version, at, commandId, events }: LogRow): EncodedRow {
  if (unstorable.test(stream) || unstorable.test(commandId)) {
    throw new RangeError('A stream or command id holds NUL or half a surrogate pair.');
  }
  // The events are a text within the JSON, so that they come back as they were written, NUL in a
  // string and all.
  const json = JSON.stringify({ stream, version, at, commandId, events: JSON.stringify(events) });
  return { key: keyOf(stream, version), json };
}

const keyOf = (stream: string, version: number) => `${version} ${stream}`;

function commitTo({ provider, client }: Database): Commit<EncodedRow> {
  const insert = { sqlite: insertIntoSqlite, postgresql: insertIntoPostgresql }[provider];
  return async (rows) => {
    // Nodes that insert the same keys in different orders would deadlock on PostgreSQL.
    const ordered = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const inserted = await insert(client, `[${ordered.map(({ json }) => json).join()}]`);
    return new Set(inserted.map(({ stream, version }) => keyOf(stream, Number(version))));
  };
}

type Insert = (
  client: Database['client'],
  json: string,
) => Promise<{ stream: string; version: number | bigint }[]>;

const insertIntoSqlite: Insert = (client, json) => client.$queryRaw`
  INSERT INTO log (stream, version, at, command_id, events)
  SELECT value ->> 'stream', value ->> 'version', value ->> 'at', value ->> 'commandId', value ->> 'events'
  FROM json_each(${json})
  WHERE true
  ON CONFLICT DO NOTHING
  RETURNING stream, version`;

const insertIntoPostgresql: Insert = (client, json) => client.$queryRaw`
  INSERT INTO log (stream, version, at, command_id, events)
  SELECT stream, version, at, "commandId", events
  FROM jsonb_to_recordset(${json}::jsonb)
    AS row(stream text, version int, at bigint, "commandId" text, events text)
  ON CONFLICT DO NOTHING
  RETURNING stream, version`;
