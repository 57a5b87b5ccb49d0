import { expect, it } from 'vitest';
import { unhurried } from './unhurried.ts';

function* busy(steps: number): Generator<number> {
  for (let i = 0; i < steps; i++) {
    const until = performance.now() + 3;
    while (performance.now() < until);
    yield i;
  }
}

it('gives everything in order, and lets others have their turn every few milliseconds', async () => {
  let turns = 0;
  let done = false;
  const count = (): void => {
    turns++;
    if (!done) setImmediate(count);
  };
  setImmediate(count);
  const seen: number[] = [];
  for await (const step of unhurried(busy(20))) seen.push(step);
  done = true;
  expect(seen).toEqual([...Array(20).keys()]);
  expect(turns).toBeGreaterThan(5);
});
