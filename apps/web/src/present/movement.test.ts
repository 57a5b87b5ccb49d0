import type { BoardHead, BoardPlayer } from '@ackade/game';
import { describe, expect, test } from 'vitest';
import type { BoardState } from '../race/board.ts';
import { movementOf, placesAt, standings } from './movement.ts';

const player = (id: string, place: number, matches = 1) =>
  ({ id, place, total: { matches } }) as BoardPlayer;
const board = (
  phase: BoardHead['phase'],
  round: number,
  ...players: BoardPlayer[]
): BoardState => ({
  head: { phase, round } as BoardHead,
  since: 0,
  players: new Map(players.map((p) => [p.id, p])),
  pairs: new Map(),
});

describe('movement in the standings', () => {
  const before = placesAt(null, board('round', 2, player('a', 1), player('b', 3)));

  test('is from the places when the round began to those when it is over', () => {
    expect(movementOf(before, 2, player('b', 1))).toBe(2);
    expect(movementOf(before, 2, player('a', 4))).toBe(-3);
    expect(movementOf(before, 2, player('a', 1))).toBe(0);
  });

  test('is measured from the beginning of the round, even if places come before the phase', () => {
    const early = placesAt(before, board('round', 2, player('a', 3), player('b', 1)));
    expect(movementOf(early, 2, player('b', 1))).toBe(2);
    const between = placesAt(early, board('between', 2, player('a', 3), player('b', 1)));
    expect(movementOf(between, 2, player('b', 1))).toBe(2);
  });

  test('is unknown for newcomers, for who had not played, and after a reload', () => {
    expect(movementOf(before, 2, player('c', 1))).toBeNull();
    const first = placesAt(null, board('round', 1, player('a', 1, 0)));
    expect(movementOf(first, 1, player('a', 1))).toBeNull();
    expect(
      movementOf(placesAt(null, board('between', 2, player('a', 1))), 2, player('a', 1)),
    ).toBeNull();
    expect(movementOf(before, 3, player('a', 1))).toBeNull();
  });
});

test('standings hold the first of those who have played', () => {
  const players = [player('x', 3), player('y', 1), player('z', 2, 0), player('w', 2)];
  expect(standings(players, 2).map((p) => p.id)).toEqual(['y', 'w']);
});
