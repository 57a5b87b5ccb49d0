import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { onEachDatabase } from '../test/databases.ts';
import { type Database, openDatabase } from './database.ts';
import { type EventLog, type LogRow, openEventLog } from './event-log.ts';

/** The same database, with the statements sent to it counted. */
function counting(database: Database): { database: Database; statements: () => number } {
  let count = 0;
  const client = database.client.$extends({
    query: {
      $queryRaw: ({ args, query }) => {
        count++;
        return query(args);
      },
    },
  }) as unknown as Database['client'];
  return { database: { ...database, client }, statements: () => count };
}

const row = (stream: string, version: number, over: Partial<LogRow> = {}): LogRow => ({
  stream,
  version,
  at: 1_795_360_950_810,
  commandId: 'command',
  events: [{ type: 'moved' }],
  ...over,
});

describe('the event log', () => {
  onEachDatabase((scratch) => {
    let database: Database;
    let log: EventLog;
    let stream: string;

    beforeAll(async () => {
      database = await openDatabase(scratch().config);
      log = openEventLog(database);
    });
    beforeEach(() => {
      stream = randomUUID();
    });
    afterAll(() => database.close());

    test('gives back what was appended, in order', async () => {
      const rows = [
        row(stream, 0, { events: [] }),
        row(stream, 1),
        row(stream, 10),
        row(stream, 2),
      ];
      for (const each of rows) expect(await log.append(each)).toBe(true);
      expect(await log.read(stream)).toEqual([rows[0], rows[1], rows[3], rows[2]]);
      expect(await log.read(stream, 1)).toEqual([rows[3], rows[2]]);
      expect(await log.read(stream, 10)).toEqual([]);
      expect(await log.read('another')).toEqual([]);
    });

    test('refuses a version that is taken, and keeps what took it', async () => {
      expect(await log.append(row(stream, 1, { commandId: 'first' }))).toBe(true);
      expect(await log.append(row(stream, 1, { commandId: 'second' }))).toBe(false);
      expect(await log.read(stream)).toEqual([row(stream, 1, { commandId: 'first' })]);
    });

    test('lets the first of two rows with one key in one batch win', async () => {
      const both = ['first', 'second'].map((commandId) =>
        log.append(row(stream, 1, { commandId })),
      );
      expect(await Promise.all(both)).toEqual([true, false]);
      expect(await log.read(stream)).toEqual([row(stream, 1, { commandId: 'first' })]);
    });

    test('takes the rows of a batch that are free when others are taken', async () => {
      await log.append(row(stream, 2));
      const three = [1, 2, 3].map((version) => log.append(row(stream, version)));
      expect(await Promise.all(three)).toEqual([true, false, true]);
    });

    test('keeps streams apart whose names are alike', async () => {
      const rows = [row(`${stream} 1`, 1), row(stream, 11), row(`1 ${stream}`, 1), row(stream, 1)];
      expect(await Promise.all(rows.map(log.append))).toEqual([true, true, true, true]);
    });

    test('lets exactly one of two nodes win each version, without a deadlock', async () => {
      const other = await openDatabase(scratch().config);
      const otherLog = openEventLog(other);
      const streams = Array.from({ length: 60 }, (_, i) => `${stream}-${i}`);
      const mine = streams.map((each) => log.append(row(each, 1)));
      const theirs = streams.toReversed().map((each) => otherLog.append(row(each, 1)));
      const won = await Promise.all(mine);
      const theyWon = (await Promise.all(theirs)).toReversed();
      await other.close();
      expect(won.map((win) => !win)).toEqual(theyWon);
    });

    test('needs few statements for many appends', async () => {
      const counted = counting(database);
      const { append } = openEventLog(counted.database);
      const streams = Array.from({ length: 400 }, (_, i) => `${stream}-${i}`);
      await Promise.all(streams.map((each) => append(row(each, 1))));
      expect(counted.statements()).toBe(1);
    });

    test('drains: what was appended before is there afterwards', async () => {
      const answer = log.append(row(stream, 1));
      await log.drain();
      expect(await log.read(stream)).toHaveLength(1);
      expect(await answer).toBe(true);
    });

    test.each([
      ['NUL in the stream', { stream: 'a\0' }],
      ['half a surrogate pair in the command id', { commandId: 'a\ud800' }],
      ['events that are not JSON', { events: [1n] }],
    ])('rejects %s, and the others of its batch go through', async (_, over) => {
      const good = log.append(row(stream, 1));
      await expect(log.append(row(stream, 2, over))).rejects.toThrow();
      expect(await good).toBe(true);
    });

    test('rejects when the database fails', async () => {
      const closed = await openDatabase(scratch().config);
      const broken = openEventLog({ ...closed, client: failing() });
      await expect(broken.append(row(stream, 1))).rejects.toThrow('gone');
      await closed.close();
      expect(await log.read(stream)).toEqual([]);
    });

    test('gives back any JSON exactly, keys in order', async () => {
      const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\0\ud800"\\'));
      const name = fc.string({ unit: 'grapheme' }).filter((s) => !/\0/.test(s));
      let version = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.jsonValue({ stringUnit: text })), name, async (json, id) => {
          const written = row(stream, version++, { commandId: id, events: json });
          expect(await log.append(written)).toBe(true);
          const [read] = await log.read(stream, written.version - 1);
          expect(JSON.stringify(read)).toBe(JSON.stringify(written));
        }),
        { numRuns: 50 },
      );
    });
  });
});

function failing(): Database['client'] {
  const client = { $queryRaw: () => Promise.reject(new Error('gone')) };
  return client as unknown as Database['client'];
}
