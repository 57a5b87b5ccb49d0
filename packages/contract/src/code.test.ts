import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET, CODE_LENGTH, Code, MatchCode } from './code.ts';

describe('a match’s code', () => {
  it('has no characters that look alike', () => {
    expect(CODE_ALPHABET).toHaveLength(32);
    expect(new Set(CODE_ALPHABET).size).toBe(32);
    for (const c of '0O1I') expect(CODE_ALPHABET).not.toContain(c);
  });

  it.each([
    ['K7M4QX', 'K7M4QX'],
    ['k7m4qx', 'K7M4QX'],
    ['  k7M4qx\n', 'K7M4QX'],
  ])('%j is read as %j', (typed, code) => expect(MatchCode.parse(typed)).toBe(code));

  it.each([
    '',
    'K7M4Q',
    'K7M4QXX',
    'K7M4Q0',
    'K7M4QO',
    'K7M4Q1',
    'K7M4QI',
    'K7M4Qı',
    'K7M 4QX',
    7,
    null,
  ])('%j is none', (typed) => expect(MatchCode.safeParse(typed).success).toBe(false));

  it('is written in one way only', () => expect(Code.safeParse('k7m4qx').success).toBe(false));

  it('any of the alphabet is read, in either case', () =>
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...CODE_ALPHABET),
          minLength: CODE_LENGTH.match,
          maxLength: CODE_LENGTH.match,
        }),
        (code) => MatchCode.parse(code.toLowerCase()) === code && Code.parse(code) === code,
      ),
    ));
});
