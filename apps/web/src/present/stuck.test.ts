import type { Misconception, Progress } from '@ackade/game';
import { describe, expect, test } from 'vitest';
import { progress } from './progress-fixture.ts';
import { isFlowing, stuckOf, thinkingIn } from './stuck.ts';
import type { Waits } from './waits.ts';

const RUNGS = 5;
let made = 0;
const some = (n: number, rung: number, stuck?: Misconception, owes?: 'client' | 'server') =>
  Array.from({ length: n }, () =>
    progress({
      match: `m${made++}`,
      rung,
      ...(stuck ? { stuck } : {}),
      ...(owes ? { owes } : {}),
    }),
  );

/** Each pair has been where it is for `seconds`. */
const waiting = (pairs: readonly Progress[], seconds: number): Waits =>
  new Map(pairs.map(({ match }) => [match, { way: 0, waited: 1000 * seconds }]));

/** All have waited long. */
const stuckIn = (pairs: readonly Progress[]) => stuckOf(pairs, RUNGS, waiting(pairs, 10));

describe('where the class is stuck', () => {
  test('nowhere, while all stand at the start', () => {
    expect(stuckIn(some(20, 0))).toBeNull();
  });

  test('at the start as well, once moves go wrong there', () => {
    const pairs = [...some(5, 0, 'ack-answers-ack'), ...some(5, 0)];
    expect(stuckIn(pairs)).toMatchObject({ station: 0, pairs: 10 });
  });

  test('where most have gone wrong, though more stand elsewhere', () => {
    const pairs = [...some(6, 2), ...some(4, 3, 'silence-when-owed'), ...some(1, 2, 'syn-twice')];
    expect(stuckIn(pairs)).toEqual({
      station: 3,
      pairs: 4,
      owing: null,
      reason: { code: 'silence-when-owed', pairs: 4 },
    });
  });

  test('on what most of them showed', () => {
    const pairs = [...some(2, 2, 'syn-twice'), ...some(3, 2, 'silence-when-owed'), ...some(5, 2)];
    expect(stuckIn(pairs)?.reason).toEqual({ code: 'silence-when-owed', pairs: 3 });
  });

  test('nowhere, where the pairs are well spread', () => {
    const pairs = [1, 2, 3, 4, 5].flatMap((rung) => some(2, rung));
    expect(stuckIn(pairs)).toBeNull();
  });

  test('nowhere, where a crowd has just come without a mistake, or with that of one pair', () => {
    const pairs = some(6, 2);
    expect(stuckOf(pairs, RUNGS, waiting(pairs, 9))).toBeNull();
    expect(stuckOf(pairs, RUNGS, waiting(pairs, 10))).toMatchObject({ station: 2, pairs: 6 });
    const two = [...some(1, 1, 'syn-twice'), ...some(1, 1)];
    expect(stuckOf(two, RUNGS, new Map())).toBeNull();
  });

  test('nowhere, where less than most of a crowd has waited long or gone wrong', () => {
    const [long, fresh] = [some(4, 2), some(5, 2)];
    expect(stuckOf([...long, ...fresh], RUNGS, waiting(long, 30))).toBeNull();
    const wrong = some(2, 2, 'syn-twice');
    expect(stuckOf([...long, ...fresh, ...wrong], RUNGS, waiting(long, 30))).not.toBeNull();
  });

  test('not on account of those who are done', () => {
    const done = some(9, 5).map((pair) => ({ ...pair, over: true }));
    expect(stuckIn([...done, ...some(2, 1)])).toMatchObject({ station: 1, pairs: 2 });
    expect(stuckIn(done)).toBeNull();
  });

  test('says whose turn it is with most', () => {
    const pairs = [...some(3, 2, undefined, 'server'), ...some(1, 2, undefined, 'client')];
    expect(stuckIn(pairs)?.owing).toBe('server');
  });
});

test('who has a move to make is thinking, and who is done is not', () => {
  const pairs = [...some(3, 1, undefined, 'server'), ...some(2, 1)];
  expect(thinkingIn(pairs)).toBe(3);
  expect(thinkingIn(pairs.map((pair) => ({ ...pair, over: true })))).toBe(0);
});

test('it flows while the race runs, somebody moves, and no wrong move waits to be put right', () => {
  const running = { paused: false, still: false };
  const pairs = some(3, 2);
  expect(isFlowing(pairs, running)).toBe(true);
  expect(isFlowing(pairs, { ...running, paused: true })).toBe(false);
  expect(isFlowing(pairs, { ...running, still: true })).toBe(false);
  expect(isFlowing([...pairs, ...some(1, 1, 'syn-twice')], running)).toBe(false);
});
