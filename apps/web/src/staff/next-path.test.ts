import { describe, expect, it } from 'vitest';
import { nextPath } from './next-path.ts';

const asked = (next: string): string => nextPath(`?${new URLSearchParams({ next })}`);

describe('the page after signing in', () => {
  it.each(['/', '/staff', '/sets/K7M4QAB', '/study/set/K7M4QAB?from=staff#top'])(
    'is %s when asked for',
    (path) => expect(asked(path)).toBe(path),
  );

  it.each([
    '',
    'staff',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
  ])('is the account instead of %j', (path) => expect(asked(path)).toBe('/staff'));

  it('is the account when nothing is asked for', () => expect(nextPath('')).toBe('/staff'));
});
