import { LONGEST_ROSTER } from '@ackade/game';
import { expect, test } from 'vitest';
import { parseRoster } from './roster.ts';

test('one name a line, blank lines and stray spaces aside', () => {
  const { names, twice, unusable, beyond } = parseRoster(' Ada\r\n\r\nGrace   Hopper \n李雷\n');
  expect(names).toEqual(['Ada', 'Grace Hopper', '李雷']);
  expect([twice, unusable, beyond]).toEqual([[], [], 0]);
});

test('a name that comes again is told once and counts once', () => {
  const { names, twice } = parseRoster('Ada\nTú\n Ada \nTư\nAda\nGrace');
  expect(names).toEqual(['Ada', 'Tú', 'Tư', 'Grace']);
  expect(twice).toEqual(['Ada']);
});

test('what cannot be a name is told with its reason', () => {
  const long = 'x'.repeat(21);
  const { names, unusable } = parseRoster(`${long}\nA\u200bda\nGrace`);
  expect(names).toEqual(['Grace']);
  expect(unusable).toEqual([
    { line: long, error: 'name-too-long' },
    { line: 'A\u200bda', error: 'name-invisible' },
  ]);
});

test('a list that is too long is cut, and says by how much', () => {
  const lines = Array.from({ length: LONGEST_ROSTER + 2 }, (_, i) => `Student ${i}`);
  const { names, beyond } = parseRoster(lines.join('\n'));
  expect(names).toHaveLength(LONGEST_ROSTER);
  expect(beyond).toBe(2);
});
