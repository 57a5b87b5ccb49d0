import { SCENARIOS, trackOf } from '@ackade/game';
import { describe, expect, test } from 'vitest';
import { layout } from '../ladder/layout.ts';
import { rungsOf } from '../race/rungs.ts';
import { trackFor } from './track.ts';

const words = {
  marks: { again: 'again', lost: 'lost', copy: 'copy', stray: 'from nowhere' },
  silent: 'silent',
  event: () => [],
};
const draw: Parameters<typeof trackFor>[2] = (rows, width) =>
  layout(rows, { width, you: null, level: 'flags', turns: [], compact: true, words });
const boards = [
  { width: 1305, height: 960 },
  { width: 870, height: 640 },
  { width: 360, height: 600 },
];

describe('the track of every scenario', () => {
  const tracks = SCENARIOS.flatMap((scenario) =>
    boards.map((board) => {
      const rows = trackOf(scenario);
      return { id: scenario.id, board, rungs: rungsOf(rows), track: trackFor(rows, board, draw) };
    }),
  );

  test('has a station before each rung, one below the last, and the finish', () => {
    for (const { id, rungs, track } of tracks)
      expect(track.stations.length, id).toBe(rungs.length + 2);
  });

  test('has each station on the side from which the next segment goes', () => {
    for (const { id, rungs, track } of tracks)
      for (const [i, { from }] of rungs.entries())
        expect(track.stations[i]?.outwards, id).toBe(from === 'client' ? -1 : 1);
  });

  test('goes downwards, within the board', () => {
    for (const { id, board, track } of tracks) {
      const { geometry, scale, x, stations } = track;
      expect(geometry.height * scale, id).toBeLessThanOrEqual(board.height);
      expect((geometry.lifeline.client + x) * scale, id).toBeGreaterThan(0);
      expect((geometry.lifeline.server + x) * scale, id).toBeLessThan(board.width);
      for (const { top, bottom, y, depth } of stations) {
        expect(top, id).toBeLessThanOrEqual(y);
        expect(bottom, id).toBeGreaterThanOrEqual(y);
        expect(bottom, id).toBeLessThanOrEqual(board.height);
        expect(depth, id).toBeGreaterThan(0);
      }
    }
  });

  test('leaves every crowd of one side a room of its own', () => {
    for (const { id, track } of tracks)
      for (const side of [-1, 1]) {
        const mine = track.stations.slice(0, -1).filter((s) => s.outwards === side);
        for (const [i, station] of mine.entries()) {
          const next = mine[i + 1];
          if (next) expect(station.bottom, id).toBeLessThanOrEqual(next.top);
        }
      }
  });
});

test('what nobody sends is no rung', () => {
  const rows = trackOf(SCENARIOS.find((s) => s.id === 'blind-rst') ?? SCENARIOS[0]);
  const segments = rows.filter((row) => row.kind === 'segment');
  expect(rungsOf(rows).length).toBe(segments.length - segments.filter((s) => s.stray).length);
  expect(segments.some((s) => s.stray)).toBe(true);
});
