import type { Progress } from '@ackade/game';
import { expect, test } from 'vitest';
import { byNeed } from './pair-order.ts';

const seat = { racer: 'p', replaced: false, away: false, owes: false, points: 0 };

const pair = (match: string, rung: number, mistakes = 0, over = false): Progress => ({
  match,
  rung,
  over,
  mistakes,
  stuck: null,
  seats: { client: seat, server: seat },
});

const order = (pairs: readonly Progress[]) => byNeed(pairs).map(({ match }) => match);

test('who is furthest behind comes first, who is done last', () => {
  expect(order([pair('ahead', 5), pair('done', 1, 0, true), pair('behind', 1)])).toEqual([
    'behind',
    'ahead',
    'done',
  ]);
});

test('of two alike the one with more wrong moves; otherwise they stay as they are', () => {
  expect(order([pair('a', 2), pair('b', 2), pair('c', 2, 4)])).toEqual(['c', 'a', 'b']);
});
