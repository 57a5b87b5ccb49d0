import { MOST_ROUNDS } from '@ackade/game';
import { expect, test } from 'vitest';
import { isFull, movedRound, withoutRound, withScenario } from './deck.ts';

test('a scenario may come twice, and one of the two can be removed', () => {
  const deck = withScenario(withScenario(['close'], 'wrap'), 'close');
  expect(deck).toEqual(['close', 'wrap', 'close']);
  expect(withoutRound(deck, 0)).toEqual(['wrap', 'close']);
});

test('a round changes its place; there is none before the first and after the last', () => {
  const deck = ['a', 'b', 'c'];
  expect(movedRound(deck, 0, 1)).toEqual(['b', 'a', 'c']);
  expect(movedRound(deck, 2, 0)).toEqual(['c', 'a', 'b']);
  expect(movedRound(deck, 0, -1)).toEqual(deck);
  expect(movedRound(deck, 2, 3)).toEqual(deck);
  expect(movedRound(deck, 7, 0)).toEqual(deck);
});

test('a full deck takes no more', () => {
  const deck = Array.from({ length: MOST_ROUNDS }, () => 'close');
  expect(isFull(deck)).toBe(true);
  expect(withScenario(deck, 'wrap')).toEqual(deck);
  expect(isFull(withoutRound(deck, 0))).toBe(false);
});
