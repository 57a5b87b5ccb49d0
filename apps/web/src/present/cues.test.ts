import type { BoardHead, BoardPlayer, Progress } from '@ackade/game';
import { describe, expect, test } from 'vitest';
import type { BoardState } from '../race/board.ts';
import { cuesBetween } from './cues.ts';
import { progress } from './progress-fixture.ts';

function board(
  phase: BoardHead['phase'],
  round: number,
  pairs: readonly Progress[] = [],
  players = 0,
): BoardState {
  return {
    head: { phase, round } as BoardHead,
    since: 0,
    players: new Map(Array.from({ length: players }, (_, i) => [`p${i}`, {} as BoardPlayer])),
    pairs: new Map(pairs.map((pair) => [pair.match, pair])),
  };
}

describe('what is heard', () => {
  test('nothing when the page is opened', () => {
    expect(cuesBetween(null, board('round', 1, [progress({ rung: 3 })], 20))).toEqual([]);
  });

  test('who joins in the lobby', () => {
    expect(cuesBetween(board('lobby', 0, [], 1), board('lobby', 0, [], 2))).toEqual(['join']);
    expect(cuesBetween(board('lobby', 0, [], 2), board('lobby', 0, [], 1))).toEqual([]);
  });

  test('a round that begins, and not the pairs of it', () => {
    const then = board('between', 1, [progress({ rung: 0 })]);
    expect(cuesBetween(then, board('round', 2, [progress({ rung: 1 })]))).toEqual(['go']);
  });

  test('one blip for all who go on, and a finish above it', () => {
    const then = board('round', 1, [progress({ match: 'a' }), progress({ match: 'b', rung: 2 })]);
    const on = board('round', 1, [
      progress({ match: 'a', rung: 1 }),
      progress({ match: 'b', rung: 3 }),
    ]);
    expect(cuesBetween(then, on)).toEqual(['rung']);
    const done = board('round', 1, [
      progress({ match: 'a', rung: 1 }),
      progress({ match: 'b', rung: 2, over: true }),
    ]);
    expect(cuesBetween(then, done)).toEqual(['finish']);
  });

  test('nothing of a move that goes wrong', () => {
    const then = board('round', 1, [progress({ rung: 2 })]);
    const wrong = board('round', 1, [progress({ rung: 2, stuck: 'syn-twice' })]);
    expect(cuesBetween(then, wrong)).toEqual([]);
  });

  test('the podium once', () => {
    expect(cuesBetween(board('between', 3), board('podium', 3))).toEqual(['podium']);
    expect(cuesBetween(board('podium', 3), board('podium', 3))).toEqual([]);
  });
});
