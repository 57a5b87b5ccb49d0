import { type Event, forgetInMatch, forgetInRace, NAMELESS, type RaceEvent } from '@ackade/game';
import type { Database } from './database.ts';
import { Prisma } from './generated/sqlite/client.ts';

// What matches and races hold of players, who are known by the digests of their devices' tokens.

export type Traces = {
  /** Takes the players out of the log, and what they have played alone out of it with all that is written of it. */
  eraseFromLog(players: readonly string[]): Promise<Erased>;
  removeFromLog(streams: readonly string[]): Promise<void>;
  eraseFromTables(players: readonly string[]): Promise<void>;
};

/** Streams that are gone, and those that go on without the players. */
type Erased = { readonly gone: readonly string[]; readonly changed: readonly string[] };

export function openTraces({ provider, client }: Database): Traces {
  const find = Prisma.raw({ sqlite: 'instr', postgresql: 'strpos' }[provider]);

  /** The log is gone through as a whole: a player may have sat down anywhere, and was never to be found by it. */
  async function streamsNaming(players: readonly string[]): Promise<string[]> {
    const holds = players.map((player) => Prisma.sql`${find}(events, ${player}) > 0`);
    const rows = await client.$queryRaw<{ stream: string }[]>`
      SELECT DISTINCT stream FROM log WHERE ${Prisma.join(holds, ' OR ')}`;
    return rows.map(({ stream }) => stream);
  }

  async function rewrite<E>(
    stream: string,
    forget: (events: readonly E[]) => readonly E[],
  ): Promise<void> {
    const rows = await client.log.findMany({ where: { stream }, orderBy: { version: 'asc' } });
    const events = rows.map((row) => JSON.parse(row.events) as E[]);
    const clean = forget(events.flat())[Symbol.iterator]();
    const updates = rows.flatMap(({ version, events: before }, i) => {
      const after = JSON.stringify((events[i] ?? []).map(() => clean.next().value));
      const where = { stream_version: { stream, version } };
      return after === before ? [] : [client.log.update({ where, data: { events: after } })];
    });
    await client.$transaction(updates);
  }

  /** Whether it is gone. */
  async function eraseStream(stream: string, players: readonly string[]): Promise<boolean> {
    const match = await client.match.findUnique({ where: { id: stream } });
    if (match && match.mode !== 'duo') {
      await client.$transaction([
        client.log.deleteMany({ where: { stream } }),
        client.match.delete({ where: { id: stream } }),
      ]);
      return true;
    }
    if (await client.race.findUnique({ where: { id: stream } }))
      await rewrite<RaceEvent>(stream, (events) => forgetInRace(events, new Set(players)));
    else await rewrite<Event>(stream, (events) => forgetInMatch(events, new Set(players)));
    return false;
  }

  return {
    async eraseFromLog(players) {
      const gone: string[] = [];
      const changed: string[] = [];
      for (const stream of players.length === 0 ? [] : await streamsNaming(players))
        ((await eraseStream(stream, players)) ? gone : changed).push(stream);
      return { gone, changed };
    },

    async removeFromLog(streams) {
      await client.log.deleteMany({ where: { stream: { in: [...streams] } } });
    },

    async eraseFromTables(players) {
      const where = { playerHash: { in: [...players] } };
      const data = { playerHash: null, name: NAMELESS };
      await client.$transaction([
        client.matchPlayer.updateMany({ where, data }),
        client.racePlayer.updateMany({ where, data }),
      ]);
    },
  };
}
