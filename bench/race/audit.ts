/** What the event log implies, worked out anew, and whether everything that was told or stored agrees with it. */
import { RaceResults } from '@ackade/contract';
import {
  type Event,
  evolve,
  evolveRace,
  type Match,
  type Race,
  type RaceEvent,
  type Score,
  scoreOf,
  tokenOf,
} from '@ackade/game';
import { ENDPOINTS } from '@ackade/tcp';
import type { Database } from '../../apps/server/src/database.ts';
import { type EventLog, type LogRow, openEventLog } from '../../apps/server/src/event-log.ts';

type Points = Pick<Score, 'points' | 'mistakes'>;

export type Audit = {
  readonly race: Race;
  /** The rows of the race and of each of its matches, by stream. */
  readonly rows: ReadonlyMap<string, readonly LogRow[]>;
  /** What each player has earned according to the log, by name. */
  readonly earned: ReadonlyMap<string, Points>;
  /** Where the results over HTTP or the table of players say otherwise, or somebody is missing. */
  readonly wrong: readonly string[];
};

/** Audits the race with `code`; `host` is its host's token. */
export async function auditRace(
  database: Database,
  url: string,
  code: string,
  host: string,
): Promise<Audit> {
  const log = openEventLog(database);
  const { id } = await database.client.race.findUniqueOrThrow({ where: { code } });
  const rows = new Map([[id, await log.read(id)]]);
  const race = (rows.get(id) ?? [])
    .flatMap((row) => row.events as readonly RaceEvent[])
    .reduce<Race | null>(evolveRace, null);
  if (!race) throw new Error(`the log does not know the race ${code}`);
  for (const match of race.rounds.flatMap((r) => r.pairs.map((p) => p.match)))
    rows.set(match, await log.read(match));
  const earned = earnedIn(race, (match) => stateOf(rows.get(match) ?? []));

  const results = await resultsOf(url, code, host);
  const stored = await database.client.racePlayer.findMany({ where: { raceId: id } });
  const wrong = race.players.flatMap(({ id: player, name }) => {
    const expected = earned.get(name);
    const told = results.players.find((p) => p.id === player)?.total;
    const kept = stored.find((p) => p.id === player);
    return [
      ...(same(told, expected) ? [] : [`${name}: the results say ${told?.points}`]),
      ...(same(kept, expected) ? [] : [`${name}: the table says ${kept?.points}`]),
    ].map((problem) => `${problem}, the log ${expected?.points}`);
  });
  if (stored.length !== race.players.length) wrong.push('the table has other players');
  return { race, rows, earned, wrong };
}

export const same = (a: Points | undefined, b: Points | undefined): boolean =>
  a !== undefined && a.points === b?.points && a.mistakes === b.mistakes;

const stateOf = (rows: Awaited<ReturnType<EventLog['read']>>): Match | null =>
  rows.flatMap((row) => row.events as readonly Event[]).reduce<Match | null>(evolve, null);

/** Match by match: not the sums that the race keeps. */
function earnedIn(race: Race, matchOf: (id: string) => Match | null): ReadonlyMap<string, Points> {
  const earned = new Map(race.players.map((p) => [p.token, { points: 0, mistakes: 0 }]));
  for (const { match: id } of race.rounds.flatMap((r) => r.pairs)) {
    const match = matchOf(id);
    if (!match) throw new Error(`the log does not know the match ${id}`);
    for (const end of ENDPOINTS) {
      const sum = earned.get(tokenOf(match, end) ?? '');
      const tally = match.seats[end]?.tally;
      if (!sum || !tally) continue;
      const { points, mistakes } = scoreOf(tally, race.options.timed);
      sum.points += points;
      sum.mistakes += mistakes;
    }
  }
  return new Map(race.players.map((p) => [p.name, earned.get(p.token) as Points]));
}

async function resultsOf(url: string, code: string, host: string): Promise<RaceResults> {
  const headers = { authorization: `Bearer ${host}` };
  const response = await fetch(`${url}/api/races/${code}/results`, { headers });
  if (!response.ok) throw new Error(await response.text());
  return RaceResults.parse(await response.json());
}
