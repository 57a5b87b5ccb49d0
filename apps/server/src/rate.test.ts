import { describe, expect, it } from 'vitest';
import { rateLimit } from './rate.ts';

describe('a rate limit', () => {
  it('allows a burst, then its rate, each key for itself', () => {
    let time = 0;
    const limit = rateLimit(3, 2, () => time);
    const take = (key: string, n: number) => Array.from({ length: n }, () => limit.take(key));
    expect(take('a', 4)).toEqual([true, true, true, false]);
    expect(limit.take('b')).toBe(true);
    time += 1000;
    expect(take('a', 3)).toEqual([true, true, false]);
  });

  it('never saves up more than the burst', () => {
    let time = 0;
    const limit = rateLimit(2, 100, () => time);
    time = 1e9;
    expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([true, true, false]);
  });

  it('has what was given back again, and no more than the burst', () => {
    const limit = rateLimit(2, 1, () => 0);
    limit.take('a');
    limit.give('a');
    limit.give('a');
    expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([true, true, false]);
  });

  it('forgets keys whose bucket is full again, and only those', () => {
    let time = 0;
    const limit = rateLimit(1, 1, () => time);
    limit.take('old');
    time = 60_000;
    for (let i = 0; i < 10_000; i++) limit.take(`k${i}`);
    expect(limit.take('k9999')).toBe(false);
    expect(limit.take('old')).toBe(true);
  });
});
