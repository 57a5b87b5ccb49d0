import { type BoardHead, COUNTDOWN } from '@ackade/game';
import { expect, test } from 'vitest';
import type { BoardState } from '../race/board.ts';
import { countdownOf } from './countdown.ts';
import { progress } from './progress-fixture.ts';

const TIME = 60_000;
const board = (rung: number): BoardState => ({
  head: { phase: 'round', options: { time: TIME } } as BoardHead,
  since: 0,
  players: new Map(),
  pairs: new Map([['m', progress({ rung })]]),
});

test('players may begin when no more than the time of the round is left', () => {
  expect(countdownOf(board(0), TIME + COUNTDOWN)).toBe(COUNTDOWN);
  expect(countdownOf(board(0), TIME + 1)).toBe(1);
  expect(countdownOf(board(0), TIME)).toBeNull();
});

test('time that the host adds is no countdown', () => {
  expect(countdownOf(board(0), TIME + COUNTDOWN + 1)).toBeNull();
  expect(countdownOf(board(1), TIME + 1000)).toBeNull();
});
