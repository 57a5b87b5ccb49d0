import { expect, it } from 'vitest';
import { clockText } from './elapsed.ts';

it('a clock shows minutes and seconds', () => {
  expect([0, 999, 1000, 65_000, 3_600_000].map(clockText)).toEqual([
    '0:00',
    '0:00',
    '0:01',
    '1:05',
    '60:00',
  ]);
});
