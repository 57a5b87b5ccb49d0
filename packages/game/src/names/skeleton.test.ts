import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseName } from './name.ts';
import { skeleton } from './skeleton.ts';

describe('two names', () => {
  it.each([
    ['Ada', 'ADA'],
    ['Ada', 'A d a'],
    ['Ada', 'A.d-a'],
    ['Ada', 'Аdа'],
    ['Ada', 'Ａｄａ'],
    ['Ada', '𝓐𝓭𝓪'],
    ['Ada', 'Àda'],
    ['Bob', 'B0b'],
    ['Ill', '1|l'],
    ['Alex', 'ΑLΕΧ'],
    ['Tom', 'ТОМ'],
    ['ロ天', '口天'],
    ['小明', '小 明'],
  ])('%j and %j look alike', (a, b) => expect(skeleton(a)).toBe(skeleton(b)));

  it.each([
    ['Ada', 'Ida'],
    ['Tom', 'Tim'],
    ['张伟', '张薇'],
    ['李雷', '季雷'],
    ['😀', '😎'],
    ['Ада', 'Ева'],
    ['कमल', 'कमला'],
    ['สม', 'สุม'],
    ['Ada 2', 'Ada 3'],
  ])('%j and %j do not', (a, b) => expect(skeleton(a)).not.toBe(skeleton(b)));

  it('a skeleton is its own skeleton, and never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const parsed = parseName(raw);
        if (!parsed.ok) return;
        const look = skeleton(parsed.name);
        expect(look).not.toBe('');
        expect(skeleton(look)).toBe(look);
      }),
    );
  });
});
