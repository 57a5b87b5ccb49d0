import type { Score } from '@ackade/game';
import type { Database } from './database.ts';
import { insertRows } from './json-rows.ts';
import { isUniqueViolation } from './prisma-errors.ts';

// Which code leads to which race, and how its players stand: a projection of the log, which is the
// truth. Times are milliseconds since the epoch.

type NewRace = {
  readonly id: string;
  /** What players type to join; no two races ever have the same. */
  readonly code: string;
  readonly createdAt: number;
  /** Whose account it belongs to. */
  readonly ownerId: string | null;
};

type OwnedRace = Omit<NewRace, 'ownerId'> & {
  readonly endedAt: number | null;
  /** After the latest round. */
  readonly players: number;
};

export type RaceStanding = Omit<Score, 'of'> & {
  readonly id: string;
  readonly name: string;
  /** What the player's own results are found by; null for who left no trace. */
  readonly playerHash: string | null;
  readonly place: number;
  readonly matches: number;
};

export type RacesTable = {
  /** False if the code (or the id) is taken: then nothing is written. */
  reserve(race: NewRace): Promise<boolean>;
  /** The id of the race with this code, also after it has ended. */
  findByCode(code: string): Promise<string | undefined>;
  /** Writes how the players stand in place of what stood there; `endedAt` null while the race goes on. */
  store(id: string, endedAt: number | null, players: readonly RaceStanding[]): Promise<void>;
  /** The latest `most` races of an account. */
  ownedBy(ownerId: string, most: number): Promise<readonly OwnedRace[]>;
  /** Makes the race that of an account, unless it is another's already: then false. */
  own(id: string, ownerId: string): Promise<boolean>;
  /** Ids of the races that have not ended. */
  open(): Promise<string[]>;
  /** Removes a race if it was created before a time. */
  remove(id: string, before?: number): Promise<void>;
};

const RACE_PLAYER = {
  race_id: 'text',
  id: 'text',
  name: 'text',
  player_hash: 'text',
  place: 'int',
  matches: 'int',
  points: 'int',
  accuracy: 'int',
  speed: 'int',
  mistakes: 'int',
} as const;

export function openRacesTable(database: Database): RacesTable {
  const { client } = database;
  return {
    reserve: (race) =>
      client.race.create({ data: race }).then(
        () => true,
        (error: unknown) => {
          if (isUniqueViolation(error)) return false;
          throw error;
        },
      ),

    findByCode: async (code) =>
      (await client.race.findUnique({ where: { code }, select: { id: true } }))?.id,

    store: async (id, endedAt, players) => {
      const rows = players.map(
        ({ id: player, name, playerHash, place, matches, points, accuracy, speed, mistakes }) => ({
          race_id: id,
          id: player,
          name,
          player_hash: playerHash,
          place,
          matches,
          points,
          accuracy,
          speed,
          mistakes,
        }),
      );
      await client.$transaction([
        // First, since it locks the row: two nodes that store one race do so one after the other.
        client.race.update({ where: { id }, data: { endedAt } }),
        client.racePlayer.deleteMany({ where: { raceId: id } }),
        insertRows(database, 'race_player', RACE_PLAYER, rows, null),
      ]);
    },

    async ownedBy(ownerId, most) {
      const rows = await client.race.findMany({
        where: { ownerId },
        orderBy: { createdAt: 'desc' },
        take: most,
        select: {
          id: true,
          code: true,
          createdAt: true,
          endedAt: true,
          _count: { select: { players: true } },
        },
      });
      return rows.map(({ id, code, createdAt, endedAt, _count }) => ({
        id,
        code,
        createdAt: Number(createdAt),
        endedAt: endedAt === null ? null : Number(endedAt),
        players: _count.players,
      }));
    },

    async own(id, ownerId) {
      const where = { id, OR: [{ ownerId: null }, { ownerId }] };
      return (await client.race.updateMany({ where, data: { ownerId } })).count > 0;
    },

    open: async () => {
      const races = await client.race.findMany({ where: { endedAt: null }, select: { id: true } });
      return races.map(({ id }) => id);
    },

    remove: async (id, before) => {
      const createdAt = before === undefined ? undefined : { lt: before };
      await client.race.deleteMany({ where: { id, ...(createdAt ? { createdAt } : {}) } });
    },
  };
}
