import { PrismaLibSql } from '@prisma/adapter-libsql';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';

type Client = ReturnType<PrismaLibSql['createClient']>;
type Transaction = Awaited<ReturnType<Client['transaction']>>;

// On file: URLs the libsql client gives its connection away to each transaction and opens another
// for what follows, so a pragma set once would be lost with the first transaction, and the
// connection given away stays open until it is garbage-collected. The adapter lets nothing else
// run while a transaction is open, so here transactions run on the one connection there is, and
// the pragmas of `connect` hold for all that is ever done. (`journal_mode` is kept in the file;
// the others are not.) What is deleted is overwritten, for somebody wanted it erased.
const pragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
`;

/** How long a statement waits for another process that is writing. */
const busyTimeoutMs = 5000;

class OneConnection extends PrismaLibSql {
  override createClient(config: Parameters<PrismaLibSql['createClient']>[0]): Client {
    const client = super.createClient(config);
    client.transaction = () => beginOn(client);
    return client;
  }

  override async connect(): Promise<SqlDriverAdapter> {
    const adapter = await super.connect();
    await adapter.executeScript(pragmas);
    return adapter;
  }
}

async function beginOn(client: Client): Promise<Transaction> {
  // Immediate: a transaction that reads first and writes later would not wait for another writer.
  await client.execute('BEGIN IMMEDIATE');
  let closed = false;
  const end = async (statement: 'COMMIT' | 'ROLLBACK') => {
    closed = true;
    await client.execute(statement);
  };
  return {
    execute: client.execute.bind(client),
    batch: client.batch.bind(client),
    executeMultiple: client.executeMultiple.bind(client),
    commit: () =>
      end('COMMIT').catch(async (error: unknown) => {
        // After a full disk, say, the transaction may still be open and would block the next.
        await end('ROLLBACK').catch(() => undefined);
        throw error;
      }),
    rollback: () => end('ROLLBACK'),
    close: () => undefined,
    get closed() {
      return closed;
    },
  };
}

/** The adapter for a SQLite file: one connection, WAL. `url` is a `file:` URL. */
export function sqliteAdapter(url: string): PrismaLibSql {
  return new OneConnection({ url, timeout: busyTimeoutMs });
}
