import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { onEachDatabase } from '../test/databases.ts';
import { type Database, openDatabase } from './database.ts';
import {
  type MatchesTable,
  type MatchResult,
  type NewMatch,
  openMatchesTable,
  type PlayerResult,
} from './matches-table.ts';

const reserved = (id: string, over: Partial<NewMatch> = {}): NewMatch => ({
  id,
  code: `code-${id}`,
  scenario: 'handshake',
  level: 'flags',
  mode: 'duo',
  createdAt: 1000,
  ...over,
});

const player = (role: PlayerResult['role'], over: Partial<PlayerResult> = {}): PlayerResult => ({
  role,
  name: role,
  bot: false,
  playerHash: undefined,
  points: 900,
  accuracy: 100,
  speed: 80,
  teamwork: 60,
  mistakes: {},
  ...over,
});

const finished = (id: string, over: Partial<MatchResult> = {}): MatchResult => ({
  ...reserved(id),
  raceId: undefined,
  round: undefined,
  startedAt: 1500,
  endedAt: 2000,
  outcome: 'finished',
  players: [player('client', { playerHash: 'anna' }), player('server')],
  ...over,
});

describe('the table of matches', () => {
  onEachDatabase((scratch) => {
    let database: Database;
    let table: MatchesTable;

    beforeAll(async () => {
      database = await openDatabase(scratch().config);
      table = openMatchesTable(database);
    });
    beforeEach(() => database.client.match.deleteMany());
    afterAll(() => database.close());

    test('finds a match by its code', async () => {
      expect(await table.reserve(reserved('a'))).toBe(true);
      expect(await table.findByCode('code-a')).toBe('a');
      expect(await table.findByCode('code-b')).toBeUndefined();
    });

    test('gives a code to one match only, whoever asks at the same moment', async () => {
      const asked = ['a', 'b', 'c', 'd'].map((id) => table.reserve(reserved(id, { code: 'same' })));
      expect((await Promise.all(asked)).filter(Boolean)).toEqual([true]);
      expect(await database.client.match.count()).toBe(1);
    });

    test('keeps the code of a match that has ended', async () => {
      await table.reserve(reserved('a', { code: 'same' }));
      await table.finish(finished('a', { code: 'same' }));
      expect(await table.findByCode('same')).toBe('a');
      expect(await table.reserve(reserved('b', { code: 'same' }))).toBe(false);
    });

    test('gives back a result as it was written', async () => {
      const written = finished('a', {
        level: 'numbers',
        mode: 'solo',
        outcome: 'abandoned',
        startedAt: undefined,
        endedAt: 1_795_360_950_810,
        players: [
          player('client', { playerHash: 'anna', name: '安娜', mistakes: { 'ack.last': 2 } }),
          player('server', { bot: true, mistakes: { 'fin.two': 1, 'syn.data': 3 } }),
        ],
      });
      await table.reserve(reserved('a'));
      await table.finish(written);
      expect(await table.recent('anna', 10)).toEqual([written]);
      const server = await database.client.matchPlayer.findFirst({ where: { role: 'server' } });
      expect(server?.mistakes).toBe(4);
    });

    test('keeps one result however often, and wherever, a match is finished', async () => {
      await table.reserve(reserved('a'));
      await Promise.all([1, 2, 3].map(() => table.finish(finished('a'))));
      const corrected = finished('a', { players: [player('client', { playerHash: 'anna' })] });
      await table.finish(corrected);
      expect(await table.recent('anna', 10)).toEqual([corrected]);
    });

    test('takes the results of hundreds of matches in one transaction after the first', async () => {
      const transaction = vi.spyOn(database.client, '$transaction');
      const ids = Array.from({ length: 400 }, (_, i) => `m${i}`);
      await Promise.all(
        ids.map((id) =>
          table.finish(
            finished(id, { players: [player('client', { mistakes: { 'ack.last': 1 } })] }),
          ),
        ),
      );
      expect(transaction.mock.calls.length).toBeLessThanOrEqual(2);
      transaction.mockRestore();
      const { match, matchPlayer, mistake } = database.client;
      expect(await Promise.all([match.count(), matchPlayer.count(), mistake.count()])).toEqual([
        400, 400, 400,
      ]);
    });

    test('takes a result without a reservation, as a rebuild from the log has it', async () => {
      await table.finish(finished('a'));
      expect(await table.recent('anna', 10)).toEqual([finished('a')]);
    });

    test('lists the open matches from before a time, oldest first', async () => {
      await table.reserve(reserved('newer', { createdAt: 3000 }));
      await table.reserve(reserved('older', { createdAt: 2000 }));
      await table.reserve(reserved('later', { createdAt: 4000 }));
      await table.reserve(reserved('ended', { createdAt: 1000 }));
      await table.finish(finished('ended'));
      expect(await table.open(4000)).toEqual(['older', 'newer']);
    });

    test('removes a match with all that belongs to it', async () => {
      const players = [player('client', { mistakes: { 'ack.last': 1 } })];
      await table.reserve(reserved('a'));
      await table.finish(finished('a', { players }));
      await table.remove('a');
      await table.remove('never there');
      const { match, matchPlayer, mistake } = database.client;
      expect(await Promise.all([match.count(), matchPlayer.count(), mistake.count()])).toEqual([
        0, 0, 0,
      ]);
    });

    test("lists a player's own matches, newest first, each once", async () => {
      const bothEnds = ['client', 'server'] as const;
      const players = bothEnds.map((role) => player(role, { playerHash: 'anna' }));
      for (const endedAt of [2000, 5000, 3000, 4000]) {
        await table.reserve(reserved(`m${endedAt}`));
        await table.finish(finished(`m${endedAt}`, { endedAt, players }));
      }
      await table.reserve(reserved('hers'));
      await table.finish(finished('hers', { players: [player('client', { playerHash: 'bea' })] }));
      const ids = async (limit: number) => (await table.recent('anna', limit)).map(({ id }) => id);
      expect(await ids(10)).toEqual(['m5000', 'm4000', 'm3000', 'm2000']);
      expect(await ids(2)).toEqual(['m5000', 'm4000']);
      expect(await table.recent('nobody', 10)).toEqual([]);
    });
  });
});
