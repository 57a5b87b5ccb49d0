import { expect, it } from 'vitest';
import { tokenIn } from './link-token.ts';

const TOKEN = 'q3J-x_9Zr0aLmN4bVcTy';

it.each([
  [`#${TOKEN}`, TOKEN],
  ['', null],
  ['#', null],
  ['#main', null],
  [`#${TOKEN}%20`, null],
  [`#${TOKEN.repeat(4)}`, null],
])('the token in %j is %j', (hash, token) => expect(tokenIn(hash)).toBe(token));
