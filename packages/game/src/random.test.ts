import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, seedOf } from './random.ts';

describe('draw', () => {
  it('gives a whole number below the bound, the same for the same seed and place', () =>
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.integer({ min: 1, max: 5000 }), (seed, n, below) => {
        const drawn = draw(seed, n, below);
        expect(Number.isInteger(drawn)).toBe(true);
        expect(drawn).toBeGreaterThanOrEqual(0);
        expect(drawn).toBeLessThan(below);
        expect(draw(seed, n, below)).toBe(drawn);
      }),
    ));

  it('reaches every number, whether the seed or the place moves on', () => {
    const numbers = Array.from({ length: 400 }, (_, i) => i);
    expect(new Set(numbers.map((i) => draw(i, 1, 9))).size).toBe(9);
    expect(new Set(numbers.map((i) => draw(1, i, 9))).size).toBe(9);
  });
});

describe('a seed from a text', () => {
  it('is a whole number of 32 bits, the same for the same text, another for others', () => {
    const texts = Array.from({ length: 2000 }, (_, i) => `learner-${i}`);
    const seeds = texts.map(seedOf);
    expect(seeds).toEqual(texts.map(seedOf));
    expect(seeds.every((seed) => seed === (seed | 0))).toBe(true);
    expect(new Set(seeds).size).toBe(2000);
  });
});
