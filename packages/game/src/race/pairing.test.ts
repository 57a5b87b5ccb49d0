import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asHost, close, join, newRace, next, type RaceTable } from '../../test/race.ts';
import { BOT, PAIRINGS, type Pair } from '../index.ts';

const MANY = Array.from({ length: 12 }, () => 'handshake');

function raceOf(players: number, ...options: Parameters<typeof newRace>): RaceTable {
  const table = newRace(...options);
  for (let i = 0; i < players; i++) join(table, `P${i}`);
  return table;
}

const pairsOf = ({ race }: RaceTable): readonly Pair[] => race.rounds.at(-1)?.pairs ?? [];
const seatsOf = (pairs: readonly Pair[]): string[] =>
  pairs.flatMap(({ seats }) => [seats.client, seats.server]);
const partnerOf = (table: RaceTable, id: string): string | undefined => {
  const pair = pairsOf(table).find(({ seats }) => seats.client === id || seats.server === id);
  return pair && (pair.seats.client === id ? pair.seats.server : pair.seats.client);
};

/** Plays `rounds` rounds and tells `seen` after each. */
function play(table: RaceTable, rounds: number, seen: () => void): void {
  for (let i = 0; i < rounds; i++) {
    expect(next(table)).toBeNull();
    seen();
    close(table, (seat) => seat);
  }
}

describe('pairs', () => {
  it('have everybody who is here exactly once, and the bot at most once', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom(...PAIRINGS),
        fc.boolean(),
        fc.integer(),
        (players, pairing, swap, seed) => {
          const table = raceOf(players, MANY, { pairing, swap }, seed);
          const ids = table.race.players.map((p) => p.id);
          play(table, 5, () => {
            const seats = seatsOf(pairsOf(table));
            expect(seats.filter((s) => s !== BOT).toSorted()).toEqual(ids.toSorted());
            expect(seats.filter((s) => s === BOT)).toHaveLength(players % 2);
            expect(new Set(pairsOf(table).map((p) => p.match)).size).toBe(pairsOf(table).length);
          });
        },
      ),
      { numRuns: 60 },
    ));

  it('are the same again for the same race', () => {
    const [a, b] = [raceOf(9), raceOf(9)];
    for (const table of [a, b]) next(table);
    expect(pairsOf(a).map((p) => p.seats)).toEqual(pairsOf(b).map((p) => p.seats));
  });

  it('give everybody their turn with the bot before anybody has a second', () => {
    const table = raceOf(7, MANY);
    const turns = new Map<string, number>();
    play(table, 7, () => {
      const alone = partnerOf(table, BOT) ?? '';
      turns.set(alone, (turns.get(alone) ?? 0) + 1);
    });
    expect([...turns.values()]).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('change partners from round to round where they can', () =>
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 30 }), fc.integer(), (players, seed) => {
        const table = raceOf(players, MANY, {}, seed);
        let before = new Map<string, string | undefined>();
        play(table, 6, () => {
          for (const { id } of table.race.players) {
            const partner = partnerOf(table, id);
            if (partner !== BOT) expect(partner).not.toBe(before.get(id));
          }
          before = new Map(table.race.players.map(({ id }) => [id, partnerOf(table, id)]));
        });
      }),
      { numRuns: 60 },
    ));

  it('stay together when the host wants it, and change ends every round', () => {
    const table = raceOf(8, MANY, { pairing: 'keep' });
    let before: readonly Pair[] = [];
    play(table, 5, () => {
      for (const { seats } of before)
        expect(pairsOf(table).map((p) => p.seats)).toContainEqual({
          client: seats.server,
          server: seats.client,
        });
      before = pairsOf(table);
    });
  });

  it('put strong and weak together', () => {
    const table = raceOf(8, MANY, { pairing: 'mixed' });
    next(table);
    const order = seatsOf(pairsOf(table));
    // Of every pair one is strong and one weak, so that nobody would play with the same partner again.
    const points = [100, 500, 200, 600, 300, 700, 400, 800];
    close(table, (seat) => points[seat] ?? 0);
    next(table);
    const ranked = order.toSorted(
      (a, b) => (points[order.indexOf(b)] ?? 0) - (points[order.indexOf(a)] ?? 0),
    );
    for (const [i, id] of ranked.entries()) expect(partnerOf(table, id)).toBe(ranked[7 - i]);
  });

  it('put strong and weak together, but not the same two again', () => {
    const table = raceOf(6, MANY, { pairing: 'mixed' });
    play(table, 1, () => {});
    const strength = (id: string): number => Number(id.slice(1));
    for (let i = 0; i < 5; i++) {
      const before = new Map(table.race.players.map(({ id }) => [id, partnerOf(table, id)]));
      next(table);
      for (const { id } of table.race.players)
        expect(partnerOf(table, id)).not.toBe(before.get(id));
      const strong = seatsOf(pairsOf(table)).map((id) => strength(id) >= 3);
      if (i > 0) for (let n = 0; n < 6; n += 2) expect(strong[n]).not.toBe(strong[n + 1]);
      const seats = seatsOf(pairsOf(table));
      close(table, (seat) => 100 * strength(seats[seat] ?? ''));
    }
  });

  it('never leave three with the same two together twice in a row', () =>
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('random', 'mixed'), (seed, pairing) => {
        const table = raceOf(3, MANY, { pairing }, seed);
        const alone: (string | undefined)[] = [];
        play(table, 12, () => alone.push(partnerOf(table, BOT)));
        for (const [i, id] of alone.entries()) expect(id).not.toBe(alone[i + 1]);
      }),
    ));

  it('change ends with every round where two who meet have not had the same one', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.integer(), (players, seed) => {
        const table = raceOf(players, MANY, {}, seed);
        let last = new Map<string, string>();
        play(table, 8, () => {
          const now = new Map<string, string>();
          for (const { seats } of pairsOf(table)) {
            const { client, server } = seats;
            now.set(client, 'client').set(server, 'server');
            const same = last.get(client) === last.get(server);
            if (client === BOT || server === BOT || same) continue;
            expect(last.get(client)).not.toBe('client');
            expect(last.get(server)).not.toBe('server');
          }
          last = now;
        });
      }),
      { numRuns: 60 },
    ));

  it('keep their ends where the host wants it and two who meet have not had the same one', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(...PAIRINGS),
        fc.integer(),
        (players, pairing, seed) => {
          const table = raceOf(players, MANY, { pairing, swap: false }, seed);
          let last = new Map<string, string>();
          play(table, 8, () => {
            const now = new Map<string, string>();
            for (const { seats } of pairsOf(table)) {
              const { client, server } = seats;
              now.set(client, 'client').set(server, 'server');
              if (last.get(client) === last.get(server)) continue;
              if (client !== BOT) expect(last.get(client)).not.toBe('server');
              if (server !== BOT) expect(last.get(server)).not.toBe('client');
            }
            now.delete(BOT);
            last = now;
          });
        },
      ),
      { numRuns: 60 },
    ));

  it('have the client’s end about as often as the server’s', () => {
    const table = raceOf(10, MANY);
    const clients = new Map<string, number>();
    play(table, 12, () => {
      for (const { seats } of pairsOf(table))
        clients.set(seats.client, (clients.get(seats.client) ?? 0) + 1);
    });
    for (const { id } of table.race.players) {
      expect(clients.get(id)).toBeGreaterThanOrEqual(4);
      expect(clients.get(id)).toBeLessThanOrEqual(8);
    }
  });

  it('are those that the host has made, and the rest by lot', () => {
    const table = raceOf(6, MANY, { pairing: 'by-hand' });
    asHost(table, { type: 'pair', a: 'p0', b: 'p5' });
    asHost(table, { type: 'pair', a: 'p1', b: 'p2' });
    asHost(table, { type: 'pair', a: 'p1', b: 'p4' });
    asHost(table, { type: 'pair', a: 'p0', b: null });
    expect(table.race.planned).toEqual([['p1', 'p4']]);
    asHost(table, { type: 'pair', a: 'p0', b: 'p5' });
    next(table);
    expect([partnerOf(table, 'p1'), partnerOf(table, 'p0'), partnerOf(table, 'p2')]).toEqual([
      'p4',
      'p5',
      'p3',
    ]);
    expect(table.race.planned).toEqual([]);
  });

  it('are made of those who are here only', () => {
    const table = raceOf(5);
    expect(next(table, [])).toBe('nobody-here');
    expect(next(table, ['p1', 'p3', 'nobody'])).toBeNull();
    expect(seatsOf(pairsOf(table)).toSorted()).toEqual(['p1', 'p3']);
  });
});
