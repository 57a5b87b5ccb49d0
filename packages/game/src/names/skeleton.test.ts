import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseName } from './name.ts';
import { skeleton } from './skeleton.ts';

describe('two names', () => {
  it.each([
    ['Ada', 'ADA', 'case'],
    ['straße', 'STRASSE', 'case'],
    ['Νίκος', 'ΝΊΚΟΣ', 'case'],
    ['Ada', ' A  d.a-', 'spaces and punctuation'],
    ['小明', '小 明', 'spaces'],
    ['小明', '小·明', 'punctuation'],
    ['Ada', 'Àda', 'accents'],
    ['Zoë', 'Zoe', 'accents'],
    ['Ada', 'A̶d̶a̶', 'marks'],
    ['สุม', 'สุุุม', 'marks on themselves'],
    ['Ada', 'A\u200dda', 'what cannot be seen'],
    ['Ada', 'Ａｄａ', 'width'],
    ['Ada', '𝓐𝓭𝓪', 'mathematical'],
    ['Ada', 'Ⓐⓓⓐ', 'circled'],
    ['Ada', '🅐🅓🅐', 'circled'],
    ['Ada', '🄰🄳🄰', 'squared'],
    ['Ada', '🅰🅳🅰', 'squared'],
    ['Ada', 'ᴀᴅᴀ', 'small capitals'],
    ['Ada', 'Аdа', 'Cyrillic'],
    ['TOM', 'ТОМ', 'Cyrillic'],
    ['Nina', 'Νina', 'a Greek capital nu'],
    ['Victor', 'νictor', 'a Greek small nu'],
    ['Helen', 'Ηelen', 'a Greek capital eta'],
    ['Sue', 'Տսе', 'Armenian'],
    ['DAVE', 'ᎠᎪᏙᎬ', 'Cherokee'],
    ['ALEX', 'ꓮꓡꓰꓫ', 'Lisu'],
    ['Bob', 'B0b', '0 and o'],
    ['Lilly', '1i|1y', '1, | and l'],
    ['Alice', 'AIice', 'a capital I for an l'],
    ['Bill', 'BiІІ', 'a Cyrillic capital I for an l'],
    ['Ian', 'lan', 'an l for a capital I'],
    ['Ian', 'ian', 'case'],
    ['ロ天', '口天', 'kana and characters'],
  ])('%j and %j look alike: %s', (a, b) => expect(skeleton(a)).toBe(skeleton(b)));

  it.each([
    ['Ada', 'Ida'],
    ['Tom', 'Tim'],
    ['Ella', 'Elia'],
    ['Neil', 'Nell'],
    ['Arnie', 'Amie'],
    ['Vivian', 'Wian'],
    ['张伟', '张薇'],
    ['李雷', '季雷'],
    ['土豆', '士豆'],
    ['李未', '李末'],
    ['か', 'が'],
    ['Ада', 'Ева'],
    ['कमल', 'कमला'],
    ['สม', 'สุม'],
    ['민수', '민호'],
    ['😀', '😎'],
    ['👍🏽', '👍🏻'],
    ['!!', '??'],
    ['Ada 2', 'Ada 3'],
    ['Leet', 'L33t'],
  ])('%j and %j do not', (a, b) => expect(skeleton(a)).not.toBe(skeleton(b)));
});

describe('a skeleton', () => {
  /** Names of one or several of the scripts that look alike. */
  const mixed = fc.string({
    unit: fc.constantFrom(...'aAIil1|0oO .-éΝνΗΣσςАаІіӏՏսᎠꮎꓮⲎß🅰🇦小ロー̶́ก😀ุ\u200d'),
    maxLength: 20,
  });

  it('of a name is its own skeleton, and never empty', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), mixed), (raw) => {
        const parsed = parseName(raw);
        if (!parsed.ok) return;
        const look = skeleton(parsed.name);
        expect(look).not.toBe('');
        expect(skeleton(look)).toBe(look);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on how the name was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), mixed), (raw) => {
        const parsed = parseName(raw);
        if (parsed.ok) expect(skeleton(parsed.name)).toBe(skeleton(raw));
      }),
      { numRuns: 1000 },
    );
  });

  it('is made of any string', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(skeleton(any)).toBeTypeOf('string');
      }),
    ));
});
