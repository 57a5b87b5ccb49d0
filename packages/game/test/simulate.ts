import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import {
  type Command,
  decide,
  type Event,
  evolve,
  type Level,
  type Match,
  type Occupant,
  type RaceTerms,
  wakesAt,
} from '../src/index.ts';

export const person = (name: string): Occupant => ({ name, token: `t-${name}`, player: null });

/** A match driven by hand, with its whole history. */
export type Table = { match: Match; now: number; events: Event[] };

/** A match in which both seats are taken and connected, and play has begun. */
export function seated(
  scenario: string,
  level: Level,
  seed = 1,
  server: Occupant = person('Bo'),
  race: RaceTerms | null = null,
): Table {
  const created = decide(
    null,
    {
      type: 'create',
      id: 'm',
      code: 'K7M4QX',
      mode: server === 'bot' ? 'solo' : 'duo',
      scenario,
      level,
      seed,
      seats: { client: person('Ada'), server },
      race,
    },
    0,
  );
  if ('refusal' in created) throw new Error(created.refusal);
  const [first] = created.events;
  if (!first) throw new Error('nothing created');
  const table: Table = { match: evolve(null, first), now: 0, events: [first] };
  for (const seat of ENDPOINTS) give(table, { type: 'connect', seat, absent: [] });
  wake(table);
  return table;
}

/** Gives a command and takes over its events; returns the refusal, if it is refused. */
export function give(table: Table, command: Command): string | null {
  const decision = decide(table.match, command, table.now);
  if ('refusal' in decision) return decision.refusal;
  table.events.push(...decision.events);
  table.match = decision.events.reduce<Match>(evolve, table.match);
  return null;
}

/** Moves time to the next thing that happens by itself, and lets it happen. */
export function wake(table: Table): void {
  const at = wakesAt(table.match);
  if (at === null) throw new Error('nothing will ever happen again');
  table.now = Math.max(table.now, at);
  give(table, { type: 'tick' });
}

export const owing = (match: Match): Endpoint[] =>
  ENDPOINTS.filter((e) => match.world.ends[e].turns.length > 0);
