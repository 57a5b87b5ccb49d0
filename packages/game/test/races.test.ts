/** Whole races by lot: whatever players and hosts do, the sums are right and it comes to an end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOT,
  evolveRace,
  type HostCommand,
  PAIRINGS,
  type Race,
  raceViewFor,
  raceWakesAt,
  standingsOf,
} from '../src/index.ts';
import { asHost, close, join, newRace, next, order, type RaceTable } from './race.ts';

type Step = (table: RaceTable) => void;

const id = fc.nat(11).map((n) => `p${n}`);
const hostCommand: fc.Arbitrary<HostCommand> = fc.oneof(
  fc.constantFrom<HostCommand>(
    { type: 'pause' },
    { type: 'resume' },
    { type: 'add-time', ms: 30_000 },
    { type: 'lock', locked: true },
    { type: 'lock', locked: false },
    { type: 'hide-names', hidden: true },
    { type: 'spotlight', match: null },
    { type: 'weather', weather: { what: 'lose', from: 'client', kind: 'syn' } },
  ),
  fc.record({ type: fc.constant('kick'), player: id, ban: fc.boolean() }),
  fc.record({
    type: fc.constant('rename'),
    player: id,
    name: fc.constantFrom('Ada', 'Bo', 'Cleo'),
  }),
  fc.record({ type: fc.constant('pace'), player: id, pace: fc.constantFrom(1, 2) }),
  fc.record({ type: fc.constant('pair'), a: id, b: fc.option(id) }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.nat(11).map(
      (n): Step =>
        (table) => {
          join(table, `P${n}`);
        },
    ),
  },
  {
    weight: 4,
    arbitrary: hostCommand.map(
      (command): Step =>
        (table) => {
          asHost(table, command);
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.subarray(Array.from({ length: 12 }, (_, n) => `p${n}`)).map(
      (present): Step =>
        (table) => {
          next(table, present);
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.array(fc.nat(600), { minLength: 12, maxLength: 12 }).map(
      (points): Step =>
        (table) => {
          close(table, (seat) => points[seat % points.length] ?? 0);
        },
    ),
  },
  {
    weight: 2,
    arbitrary: id.map(
      (player): Step =>
        (table) => {
          const running = table.race.rounds.at(-1)?.pairs.map((p) => p.match) ?? [];
          order(table, { type: 'place', player, running });
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, 1000, 200_000).map(
      (ms): Step =>
        (table) => {
          table.now += ms;
          order(table, { type: 'tick' });
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(5000).map(
      (ms): Step =>
        (table) => {
          order(table, { type: 'recover', since: table.now - ms });
        },
    ),
  },
);

const story = fc.record({
  pairing: fc.constantFrom(...PAIRINGS),
  swap: fc.boolean(),
  lateJoin: fc.boolean(),
  seed: fc.integer(),
  steps: fc.array(step, { maxLength: 60, size: 'max' }),
});

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

function tell({ pairing, swap, lateJoin, seed, steps }: Story): RaceTable {
  const table = newRace(['handshake', 'close', 'refused'], { pairing, swap, lateJoin }, seed);
  for (const each of steps) each(table);
  return table;
}

/** What every player earned, added up from the results alone. */
function sums({ rounds }: Race): Map<string, number> {
  const points = new Map<string, number>();
  for (const { pairs, results } of rounds)
    for (const [i, { seats }] of pairs.entries())
      for (const end of ['client', 'server'] as const) {
        const { accuracy = 0, speed = 0 } = results?.[i]?.seats[end].tally ?? {};
        points.set(seats[end], (points.get(seats[end]) ?? 0) + accuracy + speed);
      }
  points.delete(BOT);
  return points;
}

describe('whatever happens in a race', () => {
  it('the log gives the same race again', () =>
    fc.assert(
      fc.property(story, (s) => {
        const { race, events } = tell(s);
        expect(events.reduce<Race | null>(evolveRace, null)).toEqual(race);
      }),
    ));

  it('everybody has what the rounds gave him, and a place to match', () =>
    fc.assert(
      fc.property(story, (s) => {
        const { race } = tell(s);
        const earned = sums(race);
        const rows = standingsOf(race);
        for (const { player, total } of rows) expect(total.points).toBe(earned.get(player) ?? 0);
        for (const [i, row] of rows.entries())
          expect(row.place).toBeLessThanOrEqual(rows[i + 1]?.place ?? rows.length);
      }),
    ));

  it('nobody sits in two places, and nobody plays who was sent away', () =>
    fc.assert(
      fc.property(story, (s) => {
        const { race } = tell(s);
        for (const [i, { pairs }] of race.rounds.entries()) {
          const seated = pairs.flatMap(({ seats }) => [seats.client, seats.server]);
          const people = seated.filter((p) => p !== BOT);
          expect(new Set(people).size).toBe(people.length);
          if (race.phase !== 'round' || i < race.rounds.length - 1) continue;
          const inRace = new Set(
            race.players.filter((p) => p.membership === 'in').map((p) => p.id),
          );
          for (const player of people) expect(inRace.has(player)).toBe(true);
        }
      }),
    ));

  it('nobody is told a secret', () =>
    fc.assert(
      fc.property(story, (s) => {
        const { race, now } = tell(s);
        for (const { id: player } of race.players) {
          const told = JSON.stringify(raceViewFor(race, player, now));
          expect(told).not.toMatch(/"t-|"host"|"screen"/);
        }
      }),
    ));

  it('it comes to an end when everybody has left', () =>
    fc.assert(
      fc.property(story, (s) => {
        const table = tell(s);
        for (let i = 0; i < 10 && table.race.phase !== 'over'; i++) {
          table.now = Math.max(table.now, raceWakesAt(table.race) ?? 0);
          if (table.race.phase === 'round') close(table);
          order(table, { type: 'tick' });
        }
        expect(table.race.phase).toBe('over');
      }),
    ));
});
