import type { Level, Mode, Outcome } from '@ackade/game';
import type { Endpoint } from '@ackade/tcp';
import type { DatabaseClient } from './database.ts';
import { Prisma } from './generated/sqlite/client.ts';

// Which code leads to which match, and how the matches ended: a projection of the log, which is
// the truth. Times are milliseconds since the epoch.

export type NewMatch = {
  readonly id: string;
  /** What the partner types to join; no two matches ever have the same. */
  readonly code: string;
  readonly scenario: string;
  readonly level: Level;
  readonly mode: Mode;
  readonly createdAt: number;
};

export type MatchResult = NewMatch & {
  /** The race and its round, from 0, that it is part of; undefined for a match by itself. */
  readonly raceId: string | undefined;
  readonly round: number | undefined;
  /** Undefined if it ended before both were there. */
  readonly startedAt: number | undefined;
  readonly endedAt: number;
  readonly outcome: Outcome;
  readonly players: readonly PlayerResult[];
};

export type PlayerResult = {
  readonly role: Endpoint;
  readonly name: string;
  readonly bot: boolean;
  /** What the player's own matches are found by; undefined for a bot. */
  readonly playerHash: string | undefined;
  readonly points: number;
  readonly accuracy: number;
  /** Null where speed did not count. */
  readonly speed: number | null;
  readonly teamwork: number;
  /** How often each misconception, by its code, stood behind a wrong move. */
  readonly mistakes: Readonly<Record<string, number>>;
};

export type MatchesTable = {
  /** False if the code (or the id) is taken: then nothing is written. */
  reserve(match: NewMatch): Promise<boolean>;
  /** The id of the match with this code, also after it has ended. */
  findByCode(code: string): Promise<string | undefined>;
  /** Writes the result in place of any earlier one, also when the match was never reserved. */
  finish(result: MatchResult): Promise<void>;
  /** Ids of the matches created before a time and not ended, oldest first. */
  open(before: number): Promise<string[]>;
  /** Ids of the matches of a race whose results are written. */
  endedIn(race: string): Promise<string[]>;
  /** Removes a match and its result, if there is one and it was created before a time. */
  remove(id: string, before?: number): Promise<void>;
  /** The results of the matches of one player, newest first. */
  recent(playerHash: string, limit: number): Promise<MatchResult[]>;
};

export function openMatchesTable(client: DatabaseClient): MatchesTable {
  return {
    reserve: (match) =>
      client.match.create({ data: match }).then(
        () => true,
        (error: unknown) => {
          if (isUniqueViolation(error)) return false;
          throw error;
        },
      ),

    findByCode: async (code) =>
      (await client.match.findUnique({ where: { code }, select: { id: true } }))?.id,

    finish: async (result) => {
      const { players: _, ...match } = {
        ...result,
        startedAt: result.startedAt ?? null,
        raceId: result.raceId ?? null,
        round: result.round ?? null,
      };
      await client.$transaction([
        // First, since it locks the row: two nodes that finish one match do so one after the other.
        client.match.upsert({ where: { id: match.id }, create: match, update: match }),
        client.matchPlayer.deleteMany({ where: { matchId: match.id } }),
        client.matchPlayer.createMany({ data: playerRows(result) }),
        client.mistake.createMany({ data: mistakeRows(result) }),
      ]);
    },

    open: async (before) => {
      const matches = await client.match.findMany({
        where: { endedAt: null, createdAt: { lt: before } },
        orderBy: { createdAt: 'asc' },
        select: { id: true },
      });
      return matches.map(({ id }) => id);
    },

    endedIn: async (raceId) => {
      const where = { raceId, endedAt: { not: null } };
      const matches = await client.match.findMany({ where, select: { id: true } });
      return matches.map(({ id }) => id);
    },

    remove: async (id, before) => {
      const createdAt = before === undefined ? undefined : { lt: before };
      await client.match.deleteMany({ where: { id, ...(createdAt ? { createdAt } : {}) } });
    },

    recent: async (playerHash, limit) => {
      const seats = await client.matchPlayer.findMany({
        where: { playerHash },
        orderBy: { endedAt: 'desc' },
        // Whoever plays both ends of a match has two seats in it.
        take: 2 * limit,
        select: { match: { include: { players: withReasons } } },
      });
      const matches = new Map(seats.map(({ match }) => [match.id, match]));
      return [...matches.values()].slice(0, limit).map(resultOf);
    },
  };
}

const withReasons = {
  include: { reasons: true },
  orderBy: { role: 'asc' },
} as const satisfies Prisma.Match$playersArgs;

type StoredMatch = Prisma.MatchGetPayload<{ include: { players: typeof withReasons } }>;

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

function playerRows({ id, endedAt, players }: MatchResult): Prisma.MatchPlayerCreateManyInput[] {
  return players.map(({ mistakes, playerHash, ...player }) => ({
    ...player,
    matchId: id,
    endedAt,
    playerHash: playerHash ?? null,
    mistakes: Object.values(mistakes).reduce((sum, count) => sum + count, 0),
  }));
}

function mistakeRows({ id, players }: MatchResult): Prisma.MistakeCreateManyInput[] {
  return players.flatMap(({ role, mistakes }) =>
    Object.entries(mistakes).map(([misconception, count]) => ({
      matchId: id,
      role,
      misconception,
      count,
    })),
  );
}

/** The words in the rows were written from these very types, so they are read as such. */
function resultOf({ players, ...match }: StoredMatch): MatchResult {
  return {
    ...match,
    level: match.level as Level,
    mode: match.mode as NewMatch['mode'],
    raceId: match.raceId ?? undefined,
    round: match.round ?? undefined,
    createdAt: Number(match.createdAt),
    startedAt: match.startedAt === null ? undefined : Number(match.startedAt),
    endedAt: Number(match.endedAt),
    outcome: match.outcome as Outcome,
    players: players.map(({ matchId: _, endedAt: __, role, playerHash, reasons, ...player }) => ({
      ...player,
      role: role as Endpoint,
      playerHash: playerHash ?? undefined,
      mistakes: Object.fromEntries(reasons.map((reason) => [reason.misconception, reason.count])),
    })),
  };
}
