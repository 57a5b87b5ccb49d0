import { expect, test } from 'vitest';
import { fitFor } from './fit.ts';

const box = { width: 1000, height: 600 };

test('a ladder that is too high is drawn wider, and so its type smaller, until all is in sight', () => {
  let type = Number.POSITIVE_INFINITY;
  for (const rows of [2, 10, 20, 400]) {
    const heightAt = (width: number): number => rows * (12 + width / 80);
    const { width, scale } = fitFor(box, heightAt);
    expect(width * scale).toBeLessThanOrEqual(box.width);
    expect(heightAt(width) * scale).toBeLessThanOrEqual(box.height);
    expect(scale).toBeLessThanOrEqual(type);
    type = scale;
  }
});

test('a short ladder is as wide as its box, yet not blown up beyond measure', () => {
  const fit = fitFor({ width: 3000, height: 2000 }, () => 100);
  expect(fit).toEqual({ width: 1000, scale: 3 });
});
