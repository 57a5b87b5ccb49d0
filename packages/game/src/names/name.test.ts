import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_LENGTH, parseName } from './name.ts';

const parsed = (raw: string): string => {
  const name = parseName(raw);
  return name.ok ? name.name : name.error;
};

/** Letters under marks of many kinds and orders. */
const marked = fc.string({
  unit: fc.constantFrom(
    'A',
    'e',
    '\u0301',
    '\u0323',
    '\u0336',
    '\u0e38',
    '\u0e33',
    'ก',
    '가',
    '\u11a8',
    '\ufe0f',
    ' ',
  ),
  maxLength: 30,
});

describe('a name', () => {
  it.each([
    ['Ada', 'Ada'],
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['Ａｄａ', 'Ada'],
    ['小明', '小明'],
    ['Zoe\u0308', 'Zoë'],
    ['小　明', '小 明'],
    ['ﬁnn', 'finn'],
    ['👩‍💻', '👩‍💻'],
    ['❤️', '❤️'],
    ['क्‍ष', 'क्‍ष'],
    ['می‌خواهم', 'می‌خواهم'],
    [`A${'\u0336'.repeat(50)}da`, `A${'\u0336'.repeat(4)}da`],
    ['Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'],
  ])('%j is written %j', (raw, name) => expect(parsed(raw)).toBe(name));

  it.each(['', ' ', '\u3000\t\n'])('%j is empty', (raw) => expect(parsed(raw)).toBe('name-empty'));

  it.each([
    'A\u200bda',
    '\u202eadA',
    '\u2060',
    'A\u00ad',
    'A\u0000',
    '\u2800',
    '\u3164',
    '\u200d',
    '\ufe0f\u200c',
    '\u034f',
    '\ue000',
    '\ud800',
  ])('%j has something that nobody sees', (raw) => expect(parsed(raw)).toBe('name-invisible'));

  it('counts as a reader does: 20 graphemes', () => {
    expect(parsed('王'.repeat(NAME_LENGTH))).toBe('王'.repeat(20));
    expect(parsed('👩‍💻'.repeat(NAME_LENGTH))).toBe('👩‍💻'.repeat(20));
    expect(parsed('王'.repeat(NAME_LENGTH + 1))).toBe('name-too-long');
    expect(parsed('👩‍💻'.repeat(NAME_LENGTH + 1))).toBe('name-too-long');
  });

  it('once written is written the same again', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), marked), (raw) => {
        const name = parseName(raw);
        if (name.ok) expect(parseName(name.name)).toEqual(name);
      }),
    ));

  it('is taken or refused, never thrown at', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (raw) => parsed(raw) !== '')));
});
