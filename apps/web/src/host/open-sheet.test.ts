import { type BoardHead, RACE_PHASES } from '@ackade/game';
import { expect, it } from 'vitest';
import type { BoardState } from '../race/board.ts';
import { type OpenSheet, passed } from './open-sheet.ts';

const board = (phase: BoardHead['phase']): BoardState =>
  ({
    head: { phase },
    players: new Map([['p1', { id: 'p1' }]]),
    pairs: new Map([['m1', { match: 'm1' }]]),
  }) as unknown as BoardState;

const STAY: readonly (readonly [OpenSheet, readonly BoardHead['phase'][]])[] = [
  [{ kind: 'remote' }, RACE_PHASES],
  [{ kind: 'screen' }, RACE_PHASES],
  [{ kind: 'player', id: 'p1', name: 'Ada' }, RACE_PHASES],
  [{ kind: 'options' }, ['lobby', 'between']],
  [{ kind: 'weather' }, ['round']],
  [{ kind: 'pair', match: 'm1' }, ['round']],
];

it.each(STAY)('$kind stays open exactly while it can do something', (sheet, phases) => {
  expect(RACE_PHASES.filter((phase) => passed(sheet, board(phase)) === null)).toEqual(phases);
});

it('says why it closes', () => {
  expect(passed({ kind: 'options' }, board('round'))).toBe('round-began');
  expect(passed({ kind: 'options' }, board('podium'))).toBe('rounds-over');
  expect(passed({ kind: 'weather' }, board('between'))).toBe('round-over');
  expect(passed({ kind: 'player', id: 'p2', name: 'Bo' }, board('lobby'))).toBe('player-gone');
});

it('a pair of an earlier round is no longer there', () => {
  expect(passed({ kind: 'pair', match: 'm0' }, board('round'))).toBe('round-over');
});
