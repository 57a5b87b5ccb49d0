import { beforeEach, describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

describe('work that is done one at a time', () => {
  let begun: string[];
  let finish: ((error?: Error) => void)[];
  let ask: (id: string) => Promise<void>;
  beforeEach(() => {
    begun = [];
    finish = [];
    ask = oneAtATime((id) => {
      begun.push(id);
      return new Promise((resolve, reject) => {
        finish.push((error) => (error ? reject(error) : resolve()));
      });
    });
  });

  it('is done once more for all who ask while it is done', async () => {
    const first = ask('a');
    const later = Array.from({ length: 500 }, () => ask('a'));
    expect(begun).toEqual(['a']);
    finish[0]?.();
    await first;
    await Promise.resolve();
    expect(begun).toEqual(['a', 'a']);
    finish[1]?.();
    await Promise.all(later);
    expect(begun).toEqual(['a', 'a']);
  });

  it('does not wait for what has another name', () => {
    void ask('a');
    void ask('b');
    expect(begun).toEqual(['a', 'b']);
  });

  it('is done again after it has failed, which only those hear who had asked before', async () => {
    const first = ask('a');
    const second = ask('a');
    finish[0]?.(new Error('the disk is full'));
    await expect(first).rejects.toThrow('the disk is full');
    await Promise.resolve();
    finish[1]?.();
    await second;
    const third = ask('a');
    expect(begun).toEqual(['a', 'a', 'a']);
    finish[2]?.();
    await third;
  });
});
