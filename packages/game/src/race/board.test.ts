import { describe, expect, it } from 'vitest';
import { join, newRace, next } from '../../test/race.ts';
import { type BoardUpdate, updatedBoard } from './board.ts';
import { progressOf } from './progress.ts';
import { boardHeadOf, boardPlayersOf } from './race-view.ts';

const table = newRace();
for (const name of ['Ada', 'Bo']) join(table, name);
next(table);
const { race, now } = table;

const whole: BoardUpdate = {
  whole: true,
  head: boardHeadOf(race, 0, now),
  players: boardPlayersOf(race, new Set()),
  gone: [],
  pairs: (race.rounds[0]?.pairs ?? []).map((pair) => progressOf(pair, null)),
};
const nothing: BoardUpdate = { whole: false, players: [], gone: [], pairs: [] };

describe('a board', () => {
  it('is not known before a whole one has come', () => {
    expect(updatedBoard(null, { ...whole, whole: false })).toBeNull();
    expect(updatedBoard(null, whole)).toMatchObject({ head: { phase: 'round' } });
  });

  it('takes what has changed in the place of what was, and keeps the rest as it is', () => {
    const board = updatedBoard(null, whole);
    const [ada] = boardPlayersOf(race, new Set(['ada']));
    const after = updatedBoard(board, { ...nothing, players: ada ? [ada] : [] });
    expect([...(after?.players.values() ?? [])].map((p) => [p.name, p.present])).toEqual([
      ['Ada', true],
      ['Bo', false],
    ]);
    expect(after?.pairs).toBe(board?.pairs);
    expect(after?.head).toBe(board?.head);
  });

  it('loses who was sent away, and everything that a whole one does not have', () => {
    const board = updatedBoard(null, whole);
    const without = updatedBoard(board, { ...nothing, gone: ['bo'] });
    expect([...(without?.players.keys() ?? [])]).toEqual(['ada']);
    expect(updatedBoard(board, { ...whole, pairs: [] })?.pairs.size).toBe(0);
  });
});
