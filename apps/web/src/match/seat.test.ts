import { expect, it } from 'vitest';
import { swapped } from './seat.ts';

it('the secrets of a match open the other ends of the next', () => {
  expect(swapped({ seat: 'client', token: 'a', other: null })).toEqual({
    seat: 'server',
    token: 'a',
    other: null,
  });
  expect(swapped({ seat: 'client', token: 'a', other: { seat: 'server', token: 'b' } })).toEqual({
    seat: 'server',
    token: 'a',
    other: { seat: 'client', token: 'b' },
  });
});
