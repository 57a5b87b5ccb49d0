import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatedName, NAME_LOCALES } from './generated.ts';
import { graphemesOf, NAME_LENGTH, parseName } from './name.ts';
import { variantOf } from './variant.ts';

const among =
  (...names: readonly string[]) =>
  (name: string): boolean =>
    names.includes(name);

describe('a variant', () => {
  it.each([
    ['Ada', [], 'Ada 2'],
    ['Ada', ['Ada 2', 'Ada 3'], 'Ada 4'],
    ['小明', [], '小明2'],
    ['A name of 20 letters', [], 'A name of 20 lette 2'],
    ['👩‍💻'.repeat(20), [], `${'👩‍💻'.repeat(18)} 2`],
  ])('of %j where %j are taken is %j', (name, taken, variant) =>
    expect(variantOf(name, among(...taken))).toBe(variant),
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

describe('a name that is drawn', () => {
  it.each(NAME_LOCALES)('in %s is free, also when all are taken', (locale) => {
    const seen = new Set<string>();
    for (let i = 0; i < 500; i++) {
      const name = generatedName(
        () => 0.5,
        locale,
        (taken) => seen.has(taken),
      );
      expect(seen.has(name)).toBe(false);
      seen.add(name);
    }
  });
});
