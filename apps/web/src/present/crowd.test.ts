import { describe, expect, test } from 'vitest';
import {
  type Crowd,
  capacityOf,
  crowdAt,
  emblemSize,
  isSwarm,
  positionOf,
  type Runner,
  runnersOf,
  stationFor,
} from './crowd.ts';
import { progress } from './progress-fixture.ts';
import type { Station } from './track.ts';

/** Four places wide and three rows high at size 10. */
const left: Station = { edge: 50, outwards: -1, y: 15, top: 0, bottom: 30, depth: 40 };
const right: Station = { ...left, edge: 60, outwards: 1 };
const stations = [left, right];

const at = (station: number, ...numbers: number[]): Runner[] =>
  numbers.map((number) => ({ match: `m${number}`, number, station, points: 0 }));
const slots = ({ places }: Crowd): Record<string, string> =>
  Object.fromEntries([...places].map(([match, p]) => [match, `${p.station}:${p.slot}`]));

describe('where a pair stands', () => {
  test('before its next rung, below the last one, and at the finish', () => {
    expect(stationFor(progress({ rung: 0 }), 3)).toBe(0);
    expect(stationFor(progress({ rung: 2 }), 3)).toBe(2);
    expect(stationFor(progress({ rung: 3 }), 3)).toBe(3);
    expect(stationFor(progress({ rung: 3, over: true }), 3)).toBe(4);
  });

  test('segments beyond the ideal ladder lead nowhere; who is done early is at the finish', () => {
    expect(stationFor(progress({ rung: 9 }), 3)).toBe(3);
    expect(stationFor(progress({ rung: 1, over: true }), 3)).toBe(4);
  });

  test('pairs are numbered in the order of the round', () => {
    const pairs = new Map(
      ['a', 'b'].map((match, i) => [match, progress({ match, rung: i, points: [100, 20] })]),
    );
    expect(runnersOf(pairs, 3)).toEqual([
      { match: 'a', number: 1, station: 0, points: 120 },
      { match: 'b', number: 2, station: 1, points: 120 },
    ]);
  });
});

describe('places at a station', () => {
  test('no two share one, and all lie in its room', () => {
    const size = 10;
    for (const station of stations) {
      const seen = new Set<string>();
      for (let slot = 0; slot < capacityOf(station, size); slot++) {
        const { x, y } = positionOf(station, slot, size);
        seen.add(`${x} ${y}`);
        const out = (x - station.edge) * station.outwards;
        expect(out).toBeGreaterThanOrEqual(size / 2);
        expect(out).toBeLessThanOrEqual(station.depth - size / 2);
        expect(y).toBeGreaterThanOrEqual(station.top + size / 2);
        expect(y).toBeLessThanOrEqual(station.bottom - size / 2);
      }
      expect(seen.size).toBe(12);
    }
  });

  test('the first stand at the height of their rung, next to the lifeline', () => {
    expect(positionOf(left, 0, 10)).toEqual({ x: 45, y: 15 });
    expect(positionOf(right, 0, 10)).toEqual({ x: 65, y: 15 });
    expect(positionOf(right, 3, 10)).toEqual({ x: 95, y: 15 });
    expect(positionOf(right, 4, 10).y).not.toBe(15);
  });

  test('there is always one, however little room there is', () => {
    expect(capacityOf({ ...left, top: 14, bottom: 16, depth: 3 }, 10)).toBe(1);
  });
});

describe('who stays, who comes', () => {
  test('who stays keeps his place when others go; who comes takes the nearest that is free', () => {
    const first = crowdAt(null, at(0, 1, 2, 3), stations, 10);
    expect(slots(first)).toEqual({ m1: '0:0', m2: '0:1', m3: '0:2' });
    const then = crowdAt(first, [...at(1, 1), ...at(0, 2, 3)], stations, 10);
    expect(slots(then)).toEqual({ m1: '1:0', m2: '0:1', m3: '0:2' });
    const last = crowdAt(then, [...at(1, 1), ...at(0, 2, 3, 4)], stations, 10);
    expect(slots(last)).toEqual({ m1: '1:0', m2: '0:1', m3: '0:2', m4: '0:0' });
  });

  test('whose place is gone on a smaller board gets another', () => {
    const wide = crowdAt(null, at(0, ...upTo(12)), stations, 10);
    const narrow = crowdAt(wide, at(0, 12), stations, 20);
    expect(slots(narrow)).toEqual({ m12: '0:0' });
  });

  test('of more than fit the leaders are shown, beside the number of all', () => {
    const many = at(0, ...upTo(20)).map((r) => ({ ...r, points: r.number }));
    const crowd = crowdAt(null, many, stations, 10);
    // Two of the twelve places are left to the number.
    expect(crowd.counts[0]).toEqual({ count: 20, hidden: 10 });
    expect([...crowd.places.keys()].sort()).toEqual(
      upTo(20)
        .slice(10)
        .map((n) => `m${n}`)
        .sort(),
    );
    const taken = [...crowd.places.values()].map((p) => p.slot);
    expect(new Set(taken).size).toBe(10);
    expect(taken).not.toContain(2);
    expect(taken).not.toContain(3);
  });

  test('of a swarm only a row of leaders stands at each station', () => {
    const swarm = [...at(0, ...upTo(60)), ...at(1, 61, 62, 63, 64, 65)];
    expect(isSwarm(swarm.length)).toBe(true);
    const crowd = crowdAt(null, swarm, stations, 10);
    expect(crowd.counts).toEqual([
      { count: 60, hidden: 58 },
      { count: 5, hidden: 3 },
    ]);
  });
});

describe('the size of emblems', () => {
  const roomy = [left, right].map((s) => ({ ...s, y: 500, bottom: 1000, depth: 400 }));
  const runners = (n: number): Runner[] => at(0, ...upTo(n));

  test('shrinks until everybody has a place', () => {
    const few = emblemSize(null, runners(4), roomy, 1000);
    const many = emblemSize(null, runners(60), roomy, 1000);
    expect(many).toBeLessThan(few);
    for (const [n, size] of [
      [4, few],
      [60, many],
    ] as const)
      expect(capacityOf(roomy[0] as Station, size)).toBeGreaterThanOrEqual(n);
  });

  test('grows again only once there is room to spare', () => {
    const small = emblemSize(null, runners(60), roomy, 1000);
    const fits = (n: number): boolean => emblemSize(null, runners(n), roomy, 1000) > small;
    const justFits = upTo(60).findLast(fits) ?? 0;
    expect(emblemSize(small, runners(justFits), roomy, 1000)).toBe(small);
    expect(emblemSize(small, runners(4), roomy, 1000)).toBeGreaterThan(small);
  });
});

function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}
