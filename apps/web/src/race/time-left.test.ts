import { expect, it } from 'vitest';
import { remaining } from './time-left.ts';

it('the time left counts down in whole seconds and is up only at its end', () => {
  expect(remaining(3000, 0)).toBe(3000);
  expect(remaining(3000, 1)).toBe(3000);
  expect(remaining(3000, 1000)).toBe(2000);
  expect(remaining(3000, 2999)).toBe(1000);
  expect(remaining(3000, 3000)).toBe(0);
});

it('it is never less than nothing, however late the server says so', () => {
  expect(remaining(3000, 9000)).toBe(0);
});
