import { describe, expect, it } from 'vitest';
import type { Problem, Reply } from '../api.ts';
import { persist } from './persist.ts';

const no = (problem: Problem): Reply<string> => ({ ok: false, problem });
const YES: Reply<string> = { ok: true, value: 'yes' };

function server(replies: readonly Reply<string>[]) {
  let asked = 0;
  return {
    ask: async () => replies[Math.min(asked++, replies.length - 1)] ?? YES,
    count: () => asked,
  };
}

function patience(goneAfter = Number.POSITIVE_INFINITY) {
  const told: boolean[] = [];
  const pauses: number[] = [];
  return {
    told,
    pauses,
    waiting: (waiting: boolean): void => void told.push(waiting),
    pause: async (ms: number) => void pauses.push(ms),
    gone: () => pauses.length >= goneAfter,
  };
}

describe('persist', () => {
  it('asks once where there is an answer, be it no', async () => {
    for (const reply of [YES, no('not-now')]) {
      const { ask, count } = server([reply]);
      expect(await persist(ask, patience())).toEqual(reply);
      expect(count()).toBe(1);
    }
  });

  it.each(['offline', 'busy', 'internal', 'too-many-requests'] as const)(
    'asks again after %s, and tells that one waits until it has passed',
    async (problem) => {
      const { ask } = server([no(problem), no(problem), YES]);
      const waits = patience();
      expect(await persist(ask, waits)).toEqual(YES);
      expect(waits.told).toEqual([true, true, false]);
    },
  );

  it('asks less and less often, but at least every three seconds', async () => {
    const { ask } = server([...Array.from({ length: 6 }, () => no('offline')), YES]);
    const waits = patience();
    await persist(ask, waits);
    expect(waits.pauses).toEqual([500, 1000, 2000, 3000, 3000, 3000]);
  });

  it('ends when nobody waits any more', async () => {
    const { ask, count } = server([no('offline')]);
    expect(await persist(ask, patience(4))).toBeNull();
    expect(count()).toBe(4);
  });
});
