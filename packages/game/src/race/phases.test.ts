/** What every command leads to in every phase. */
import { describe, expect, it } from 'vitest';
import { asHost, close, join, newRace, next, order, type RaceTable } from '../../test/race.ts';
import { type HostCommand, RACE_PHASES, type RaceCommand, type RacePhase } from '../index.ts';

/** A race in each phase, in which Ada and Bo are, and have played a round, or play it. */
const IN: Readonly<Record<RacePhase, () => RaceTable>> = {
  lobby: () => {
    const table = newRace();
    for (const name of ['Ada', 'Bo']) join(table, name, `device-${name}`);
    return table;
  },
  round: () => after(IN.lobby(), next),
  between: () => after(IN.round(), close),
  podium: () => after(IN.between(), (table) => asHost(table, { type: 'end' })),
  debrief: () => after(IN.podium(), next),
  over: () => after(IN.debrief(), next),
};

function after(table: RaceTable, step: (table: RaceTable) => unknown): RaceTable {
  step(table);
  return table;
}

const match = ({ race }: RaceTable): string => race.rounds.at(-1)?.pairs[0]?.match ?? 'none';
const from = ({ race }: RaceTable) => ({ phase: race.phase, round: race.rounds.length });
const host =
  (commandOf: (table: RaceTable) => HostCommand) =>
  (table: RaceTable): string | null =>
    asHost(table, commandOf(table));
const plain =
  (commandOf: (table: RaceTable) => RaceCommand) =>
  (table: RaceTable): string | null =>
    order(table, commandOf(table));

const cleo = { id: 'cleo', name: 'Cleo', token: 't-Cleo', player: null };
const weather = { what: 'lose', from: 'client', kind: 'syn' } as const;
const leaving = 24 * 60 * 60 * 1000;

/** What comes of it in `RACE_PHASES`, in their order: the events, `-` for none, or why it is refused. */
const TABLE: readonly [string, (table: RaceTable) => string | null, ...string[]][] = [
  [
    'next',
    host((t) => ({ type: 'next', from: from(t) })),
    'round-began',
    'not-now',
    'round-began',
    'moved-on',
    'moved-on',
    'race-over',
  ],
  [
    'next, seen elsewhere',
    host(() => ({ type: 'next', from: { phase: 'lobby', round: 7 } })),
    '-',
    '-',
    '-',
    '-',
    '-',
    'race-over',
  ],
  [
    'skip',
    host((t) => ({ type: 'skip', from: from(t) })),
    'not-now',
    'round-stopped',
    'not-now',
    'not-now',
    'not-now',
    'race-over',
  ],
  [
    'skip, seen elsewhere',
    host(() => ({ type: 'skip', from: { phase: 'round', round: 7 } })),
    '-',
    '-',
    '-',
    '-',
    '-',
    'race-over',
  ],
  [
    'end',
    host(() => ({ type: 'end' })),
    'moved-on',
    'ending round-stopped',
    'moved-on',
    '-',
    '-',
    'race-over',
  ],
  [
    'pause',
    host(() => ({ type: 'pause' })),
    'not-now',
    'paused',
    'not-now',
    'not-now',
    'not-now',
    'race-over',
  ],
  ['resume', host(() => ({ type: 'resume' })), '-', '-', '-', '-', '-', 'race-over'],
  [
    'add-time',
    host(() => ({ type: 'add-time', ms: 1000 })),
    'not-now',
    'time-added',
    'not-now',
    'not-now',
    'not-now',
    'race-over',
  ],
  [
    'lock',
    host(() => ({ type: 'lock', locked: true })),
    'locked',
    'locked',
    'locked',
    'locked',
    'locked',
    'race-over',
  ],
  [
    'hide-names',
    host(() => ({ type: 'hide-names', hidden: true })),
    'names-hidden',
    'names-hidden',
    'names-hidden',
    'names-hidden',
    'names-hidden',
    'race-over',
  ],
  [
    'spotlight',
    host((t) => ({ type: 'spotlight', match: match(t) })),
    'not-now',
    'spotlit',
    'spotlit',
    'spotlit',
    'spotlit',
    'race-over',
  ],
  [
    'spotlight off',
    host(() => ({ type: 'spotlight', match: null })),
    'spotlit',
    'spotlit',
    'spotlit',
    'spotlit',
    'spotlit',
    'race-over',
  ],
  [
    'kick',
    host(() => ({ type: 'kick', player: 'bo', ban: true })),
    'kicked',
    'kicked',
    'kicked',
    'kicked',
    'kicked',
    'race-over',
  ],
  [
    'kick nobody',
    host(() => ({ type: 'kick', player: 'cleo', ban: true })),
    'unknown-player',
    'unknown-player',
    'unknown-player',
    'unknown-player',
    'unknown-player',
    'race-over',
  ],
  [
    'rename',
    host(() => ({ type: 'rename', player: 'bo', name: 'Bob' })),
    'renamed',
    'renamed',
    'renamed',
    'renamed',
    'renamed',
    'race-over',
  ],
  [
    'rename to what another has',
    host(() => ({ type: 'rename', player: 'bo', name: 'ADA' })),
    'name-taken',
    'name-taken',
    'name-taken',
    'name-taken',
    'name-taken',
    'race-over',
  ],
  [
    'rename to the same',
    host(() => ({ type: 'rename', player: 'bo', name: 'BO' })),
    'renamed',
    'renamed',
    'renamed',
    'renamed',
    'renamed',
    'race-over',
  ],
  [
    'pace',
    host(() => ({ type: 'pace', player: 'bo', pace: 2 })),
    'paced',
    'paced',
    'paced',
    'paced',
    'paced',
    'race-over',
  ],
  [
    'weather',
    host(() => ({ type: 'weather', weather })),
    'not-now',
    'weather-made',
    'not-now',
    'not-now',
    'not-now',
    'race-over',
  ],
  [
    'options',
    host((t) => ({ type: 'options', options: t.race.options })),
    'options-set',
    'not-now',
    'options-set',
    'not-now',
    'not-now',
    'race-over',
  ],
  [
    'pair',
    host(() => ({ type: 'pair', a: 'ada', b: 'bo' })),
    'paired',
    'paired',
    'paired',
    'paired',
    'paired',
    'race-over',
  ],
  [
    'pair with nobody',
    host(() => ({ type: 'pair', a: 'ada', b: null })),
    'paired',
    'paired',
    'paired',
    'paired',
    'paired',
    'race-over',
  ],
  [
    'pair with oneself',
    host(() => ({ type: 'pair', a: 'ada', b: 'ada' })),
    'unknown-player',
    'unknown-player',
    'unknown-player',
    'unknown-player',
    'unknown-player',
    'race-over',
  ],
  [
    'join',
    plain(() => ({ type: 'join', newcomer: cleo })),
    'joined',
    'joined',
    'joined',
    'race-over',
    'race-over',
    'race-over',
  ],
  [
    'place',
    plain((t) => ({ type: 'place', player: 'ada', running: [match(t)] })),
    '-',
    '-',
    '-',
    '-',
    '-',
    '-',
  ],
  [
    'close-round',
    plain((t) => ({
      type: 'close-round',
      round: t.race.rounds.length - 1,
      pairs: t.race.rounds.at(-1)?.pairs ?? [],
      results: [],
    })),
    '-',
    'round-closed',
    '-',
    '-',
    '-',
    '-',
  ],
  [
    'close-round of another',
    plain((t) => ({
      type: 'close-round',
      round: 7,
      pairs: t.race.rounds.at(-1)?.pairs ?? [],
      results: [],
    })),
    '-',
    '-',
    '-',
    '-',
    '-',
    '-',
  ],
  [
    'recover',
    plain((t) => {
      const since = t.now;
      t.now += 5000;
      return { type: 'recover', since };
    }),
    '-',
    'time-added',
    '-',
    '-',
    '-',
    '-',
  ],
  [
    'recover at once',
    plain((t) => ({ type: 'recover', since: t.now })),
    '-',
    '-',
    '-',
    '-',
    '-',
    '-',
  ],
  ['tick', plain(() => ({ type: 'tick' })), '-', '-', '-', '-', '-', '-'],
  [
    'tick a day later',
    (t) => {
      t.now += leaving;
      return order(t, { type: 'tick' });
    },
    'moved-on',
    'moved-on',
    'moved-on',
    'moved-on',
    'moved-on',
    '-',
  ],
];

describe.each(TABLE)('%s', (_, give, ...expected) => {
  it.each(RACE_PHASES.map((phase, i) => [phase, expected[i]] as const))(
    'in %s: %s',
    (phase, is) => {
      const table = IN[phase]();
      expect(table.race.phase).toBe(phase);
      const { race } = table;
      const { length } = table.events;
      const refusal = give(table);
      const events = table.events.slice(length).map((e) => e.type);
      expect(refusal ?? (events.join(' ') || '-')).toBe(is);
      // Whatever is refused or has no effect changes nothing at all.
      if (events.length === 0) expect(table.race).toBe(race);
    },
  );
});
