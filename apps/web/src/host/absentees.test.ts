import type { RaceOptions } from '@ackade/game';
import { expect, it } from 'vitest';
import type { BoardState } from '../race/board.ts';
import { absentFrom } from './absentees.ts';

const board = (nicknames: RaceOptions['nicknames'], roster: readonly string[]): BoardState =>
  ({
    head: { options: { nicknames, roster } },
    players: new Map([
      ['p1', { id: 'p1', name: 'Ada', present: true }],
      ['p2', { id: 'p2', name: 'Bo', present: false }],
    ]),
  }) as unknown as BoardState;

it('of a class list those are missing who have not come, and those are away who have', () => {
  expect(absentFrom(board('roster', ['Ada', 'Bo', 'Cleo']))).toEqual({
    missing: ['Cleo'],
    away: ['Bo'],
  });
});

it('without a class list nobody is missing, whatever list there was once', () => {
  expect(absentFrom(board('free', ['Cleo']))).toEqual({ missing: [], away: ['Bo'] });
});
