import type { Misconception } from '@ackade/game';
import { describe, expect, test } from 'vitest';
import { progress } from './progress-fixture.ts';
import { stuckOf, thinkingIn } from './stuck.ts';

const RUNGS = 5;
const some = (n: number, rung: number, stuck?: Misconception, owes?: 'client' | 'server') =>
  Array.from({ length: n }, () =>
    progress({ rung, ...(stuck ? { stuck } : {}), ...(owes ? { owes } : {}) }),
  );

describe('where the class is stuck', () => {
  test('nowhere, while all stand at the start', () => {
    expect(stuckOf(some(20, 0), RUNGS)).toBeNull();
  });

  test('at the start as well, once moves go wrong there', () => {
    const pairs = [...some(5, 0, 'ack-answers-ack'), ...some(5, 0)];
    expect(stuckOf(pairs, RUNGS)).toMatchObject({ station: 0, pairs: 10 });
  });

  test('where most have gone wrong, though more stand elsewhere', () => {
    const pairs = [...some(6, 2), ...some(4, 3, 'silence-when-owed'), ...some(1, 2, 'syn-twice')];
    expect(stuckOf(pairs, RUNGS)).toEqual({
      station: 3,
      pairs: 4,
      owing: null,
      reason: { code: 'silence-when-owed', pairs: 4 },
    });
  });

  test('on what most of them showed', () => {
    const pairs = [...some(2, 2, 'syn-twice'), ...some(3, 2, 'silence-when-owed'), ...some(5, 2)];
    expect(stuckOf(pairs, RUNGS)?.reason).toEqual({ code: 'silence-when-owed', pairs: 3 });
  });

  test('nowhere, where the pairs are well spread', () => {
    const pairs = [1, 2, 3, 4, 5].flatMap((rung) => some(2, rung));
    expect(stuckOf(pairs, RUNGS)).toBeNull();
  });

  test('not on account of those who are done', () => {
    const done = some(9, 5).map((pair) => ({ ...pair, over: true }));
    expect(stuckOf([...done, ...some(2, 1)], RUNGS)).toMatchObject({ station: 1, pairs: 2 });
    expect(stuckOf(done, RUNGS)).toBeNull();
  });

  test('says whose turn it is with most', () => {
    const pairs = [...some(3, 2, undefined, 'server'), ...some(1, 2, undefined, 'client')];
    expect(stuckOf(pairs, RUNGS)?.owing).toBe('server');
  });
});

test('who has a move to make is thinking, and who is done is not', () => {
  const pairs = [...some(3, 1, undefined, 'server'), ...some(2, 1)];
  expect(thinkingIn(pairs)).toBe(3);
  expect(thinkingIn(pairs.map((pair) => ({ ...pair, over: true })))).toBe(0);
});
