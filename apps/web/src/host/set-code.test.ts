import { expect, it } from 'vitest';
import { setCodeIn } from './set-code.ts';

it('a code is found in what is typed, and in a link', () => {
  expect(setCodeIn(' abc-d2e3')).toBe('ABCD2E3');
  expect(setCodeIn('https://school.example/study/set/ABCD2E3?x=1')).toBe('ABCD2E3');
});
