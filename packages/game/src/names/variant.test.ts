import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemesOf, NAME_LENGTH, parseName } from './name.ts';
import { variantOf } from './variant.ts';

describe('a variant', () => {
  it.each([
    ['Ada', [], 'Ada 2'],
    ['Ada', ['Ada 2', 'Ada 3'], 'Ada 4'],
    ['Ada 2', [], 'Ada 3'],
    ['Ada 9', ['Ada 10'], 'Ada 11'],
    ['小明', [], '小明2'],
    ['小明2', ['小明3'], '小明4'],
    ['さくら', [], 'さくら2'],
    ['민수', [], '민수 2'],
    ['R2D2', [], 'R2D2 2'],
    ['7', [], '7 2'],
    ['A name of 20 letters', [], 'A name of 20 lette 2'],
    ['A name of 20 a letter', [], 'A name of 20 a let 2'],
    ['With a gap near its end', [], 'With a gap near it 2'],
    ['A name with a gap i t', [], 'A name with a gap 2'],
    ['王'.repeat(20), [], `${'王'.repeat(19)}2`],
    ['👩‍💻'.repeat(20), [], `${'👩‍💻'.repeat(18)} 2`],
  ])('of %j where %j are taken is %j', (name, taken: readonly string[], variant) =>
    expect(variantOf(name, (other) => taken.includes(other))).toBe(variant),
  );

  it('is a name, and free', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(200), (raw, many) => {
        const parsed = parseName(raw);
        if (!parsed.ok) return;
        const seen = new Set([parsed.name]);
        for (let i = 0; i < many; i++) {
          const variant = variantOf(parsed.name, (name) => seen.has(name));
          expect(parseName(variant)).toEqual({ ok: true, name: variant });
          expect(graphemesOf(variant).length).toBeLessThanOrEqual(NAME_LENGTH);
          seen.add(variant);
        }
        expect(seen.size).toBe(many + 1);
      }),
      { numRuns: 30 },
    );
  });
});
