import type { Level, Mode, Outcome } from '@ackade/game';
import type { Endpoint } from '@ackade/tcp';
import type { Database } from './database.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import { groupCommit } from './group-commit.ts';
import { insertRows } from './json-rows.ts';
import { isUniqueViolation } from './prisma-errors.ts';

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

/** How long a code may be reserved before its match or race exists, ms: on another node it is a moment. */
export const BEING_MADE = 60 * 1000;

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

export function openMatchesTable(database: Database): MatchesTable {
  const { client } = database;
  const finishing = groupCommit<Finished>(async (finished) => {
    await writeResults(database, finished);
    return new Set(finished.map(({ key }) => key));
  });
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
      await finishing.append({ key: result.id, result });
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

type Finished = { readonly key: string; readonly result: MatchResult };

/** All in one transaction: the bell of a race ends hundreds of matches at once. */
async function writeResults(database: Database, finished: readonly Finished[]): Promise<void> {
  const { client } = database;
  // Nodes that write the same matches in different orders would deadlock on PostgreSQL.
  const results = finished.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ result }) => result);
  const matchId = { in: results.map(({ id }) => id) };
  await client.$transaction([
    // First, since it locks the rows: two nodes that finish one match do so one after the other.
    insertRows(database, 'match', MATCH, results.map(matchRow), 'id'),
    client.matchPlayer.deleteMany({ where: { matchId } }),
    insertRows(database, 'match_player', MATCH_PLAYER, results.flatMap(playerRows), null),
    insertRows(database, 'mistake', MISTAKE, results.flatMap(mistakeRows), null),
  ]);
}

const MATCH = {
  id: 'text',
  code: 'text',
  scenario: 'text',
  level: 'text',
  mode: 'text',
  race_id: 'text',
  round: 'int',
  created_at: 'bigint',
  started_at: 'bigint',
  ended_at: 'bigint',
  outcome: 'text',
} as const;

const matchRow = (result: MatchResult): Record<keyof typeof MATCH, string | number | null> => ({
  id: result.id,
  code: result.code,
  scenario: result.scenario,
  level: result.level,
  mode: result.mode,
  race_id: result.raceId ?? null,
  round: result.round ?? null,
  created_at: result.createdAt,
  started_at: result.startedAt ?? null,
  ended_at: result.endedAt,
  outcome: result.outcome,
});

const MATCH_PLAYER = {
  match_id: 'text',
  role: 'text',
  name: 'text',
  bot: 'boolean',
  player_hash: 'text',
  ended_at: 'bigint',
  points: 'int',
  accuracy: 'int',
  speed: 'int',
  teamwork: 'int',
  mistakes: 'int',
} as const;

const playerRows = ({ id, endedAt, players }: MatchResult) =>
  players.map(({ role, name, bot, playerHash, points, accuracy, speed, teamwork, mistakes }) => ({
    match_id: id,
    role,
    name,
    bot,
    player_hash: playerHash ?? null,
    ended_at: endedAt,
    points,
    accuracy,
    speed,
    teamwork,
    mistakes: Object.values(mistakes).reduce((sum, count) => sum + count, 0),
  }));

const MISTAKE = { match_id: 'text', role: 'text', misconception: 'text', count: 'int' } as const;

const mistakeRows = ({ id, players }: MatchResult) =>
  players.flatMap(({ role, mistakes }) =>
    Object.entries(mistakes).map(([misconception, count]) => ({
      match_id: id,
      role,
      misconception,
      count,
    })),
  );

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
