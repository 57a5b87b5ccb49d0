import type { RaceResults } from '@ackade/contract';
import type { Misconception } from '@ackade/game';
import { expect, test } from 'vitest';
import { classLessons } from './class-lessons.ts';

const SCORE = { points: 0, of: 0, accuracy: 0, speed: 0, mistakes: 0 };

type Seat = RaceResults['rounds'][number]['pairs'][number]['seats']['client'];
const seat = (player: string | null, ...shown: [Misconception, number, number][]): Seat => ({
  player,
  score: SCORE,
  shown: shown.map(([code, count, example]) => ({ code, count, example })),
});

const resultsOf = (...pairs: [client: Seat, server: Seat][]): RaceResults => ({
  code: 'K7M4Q',
  createdAt: 0,
  endedAt: null,
  players: [],
  rounds: pairs.map(([client, server], i) => ({
    leg: { scenario: 'close', level: 'flags' },
    pairs: [
      {
        replay: `match-${i}`,
        outcome: 'finished',
        teamwork: 0,
        took: 0,
        seats: { client, server },
      },
    ],
  })),
});

test('what most players showed comes first, however often one of them did', () => {
  const results = resultsOf(
    [seat('a', ['ack-left-off', 9, 0]), seat('b', ['syn-twice', 1, 3])],
    [seat('c', ['syn-twice', 2, 1]), seat('b', ['syn-twice', 1, 0])],
  );
  expect(classLessons(results)).toEqual([
    { code: 'syn-twice', count: 4, players: 2, example: { match: 'match-0', mistake: 3 } },
    { code: 'ack-left-off', count: 9, players: 1, example: { match: 'match-0', mistake: 0 } },
  ]);
});

test('what the bot did is nobody’s mistake', () => {
  const results = resultsOf([seat(null, ['ack-left-off', 1, 0]), seat('a')]);
  expect(classLessons(results)).toEqual([]);
});
