import type { Misconception, PlayedRound, Shown } from '@ackade/game';
import { expect, it } from 'vitest';
import { hasMoved, ownMistakes } from './own-mistakes.ts';

const shown = (code: Misconception, count: number): Shown => ({ code, count, example: 0 });

const round = (replay: string, seat: PlayedRound['seat'], ...all: Shown[]): PlayedRound => ({
  leg: { scenario: 'handshake', level: 'flags' },
  seat,
  partner: 'Bo',
  replay,
  outcome: 'finished',
  score: { points: 0, of: 0, accuracy: 0, speed: null, mistakes: 0 },
  shown: all,
});

it('a misconception that was shown in several rounds is told once, with its first example', () => {
  const rounds = [
    round('one', 'client', shown('fin-twice', 1), shown('syn-twice', 1)),
    round('two', 'server', shown('syn-twice', 2)),
  ];
  expect(ownMistakes(rounds)).toEqual([
    { code: 'syn-twice', count: 3, replay: 'one', at: 'client' },
    { code: 'fin-twice', count: 1, replay: 'one', at: 'client' },
  ]);
});

it('who made no mistake has none', () => {
  expect(ownMistakes([round('one', 'client')])).toEqual([]);
  expect(ownMistakes([])).toEqual([]);
});

it('who never had to answer anything has not moved, and is not praised for it', () => {
  const { score, ...idle } = round('one', 'client');
  expect(hasMoved([{ ...idle, score }])).toBe(false);
  expect(
    hasMoved([
      { ...idle, score },
      { ...idle, score: { ...score, of: 1000 } },
    ]),
  ).toBe(true);
});
