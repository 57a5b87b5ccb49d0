import { isRung, rungsOf, SCENARIOS, trackUpTo } from '@ackade/game';
import { describe, expect, test } from 'vitest';
import { type Size, type Track, trackFor } from './track.ts';

const marks = { again: 'again', lost: 'lost', copy: 'copy', stray: 'stray' };
const boards: readonly Size[] = [
  { width: 1305, height: 960 },
  { width: 870, height: 640 },
  { width: 360, height: 600 },
];
const [projector] = boards as readonly [Size];

const pillsOf = ({ geometry, veiled }: Track) => [
  ...geometry.shapes.flatMap((s) => (s.shape === 'arrow' ? { y: s.y, pill: s.pill } : [])),
  ...veiled,
];

describe.each(SCENARIOS)('the track of $id', (scenario) => {
  const rungs = rungsOf(scenario);
  const at = (told: number, board: Size = projector): Track =>
    trackFor(trackUpTo(scenario, told), rungs, board, marks);
  const tracks = boards.flatMap((board) =>
    Array.from({ length: rungs + 1 }, (_, told) => ({ board, told, track: at(told, board) })),
  );

  test('shows every rung, told or veiled, and a veiled one by its number alone', () => {
    for (const { told, track } of tracks) {
      const arrows = track.geometry.shapes.filter((s) => {
        const row = track.told[s.row];
        return s.shape === 'arrow' && row && isRung(row);
      });
      expect([arrows.length, track.veiled.length]).toEqual([told, rungs - told]);
      for (const { number, pill } of track.veiled)
        expect(pill.tokens.map(({ text }) => text)).toEqual([`${number}`, '?']);
    }
  });

  test('has a station before each rung, one below the last, and the finish: left and right by turns', () => {
    for (const { track } of tracks) {
      expect(track.stations).toHaveLength(rungs + 2);
      for (const [i, { outwards }] of track.stations.slice(0, -1).entries())
        expect(outwards).toBe(i % 2 === 0 ? -1 : 1);
    }
  });

  test('moves no station and no label when a rung is revealed', () => {
    for (const board of boards)
      for (let told = 0; told < rungs; told++) {
        const [before, after] = [at(told, board), at(told + 1, board)];
        expect(after.stations).toEqual(before.stations);
        expect(after.veiled).toEqual(before.veiled.slice(1));
        const [arrow] = after.geometry.shapes.filter((s) => {
          const row = after.told[s.row];
          return s.shape === 'arrow' && row && isRung(row) && s.y === before.veiled[0]?.y;
        });
        expect(arrow).toBeDefined();
      }
  });

  test('goes downwards, within the board', () => {
    for (const { board, track } of tracks) {
      const { geometry, stations } = track;
      expect(geometry.lifeline.client).toBeGreaterThan(0);
      expect(geometry.lifeline.server).toBeLessThan(board.width);
      for (const shape of geometry.shapes) {
        if (shape.shape !== 'arrow') continue;
        expect(shape.y1).toBeGreaterThan(shape.y0);
        expect(shape.y1).toBeLessThanOrEqual(geometry.height);
      }
      for (const { top, bottom, y, depth } of stations) {
        expect(top).toBeLessThanOrEqual(y);
        expect(bottom).toBeGreaterThanOrEqual(y);
        expect(bottom).toBeLessThanOrEqual(board.height);
        expect(depth).toBeGreaterThan(0);
      }
    }
  });

  test('lets no label touch another', () => {
    for (const { track } of tracks) {
      const pills = pillsOf(track).toSorted((a, b) => a.y - b.y);
      for (const [i, { y, pill }] of pills.entries()) {
        const next = pills[i + 1];
        if (next) expect(y + pill.height / 2).toBeLessThanOrEqual(next.y - next.pill.height / 2);
      }
    }
  });

  test('is written in at least 32 px at 1920', () => {
    for (let told = 0; told <= rungs; told++)
      for (const { pill } of pillsOf(at(told))) expect(pill.font).toBeGreaterThanOrEqual(32);
  });

  test('leaves every crowd of one side a room of its own', () => {
    for (const { track } of tracks)
      for (const side of [-1, 1]) {
        const mine = track.stations.slice(0, -1).filter((s) => s.outwards === side);
        for (const [i, station] of mine.entries()) {
          const next = mine[i + 1];
          if (next) expect(station.bottom).toBeLessThanOrEqual(next.top);
        }
      }
  });
});

test('segments that cross are drawn across each other', () => {
  const scenario = SCENARIOS.find(({ id }) => id === 'simultaneous-close') ?? SCENARIOS[0];
  const { geometry } = trackFor(trackUpTo(scenario, 2), 4, projector, marks);
  const [one, two] = geometry.shapes;
  if (one?.shape !== 'arrow' || two?.shape !== 'arrow') throw new Error('no arrows');
  expect([one.from, two.from]).toEqual(['client', 'server']);
  expect(one.y1).toBeGreaterThan(two.y0);
  expect(two.y1).toBeGreaterThan(one.y0);
});
