import { expect, it } from 'vitest';
import { typedCode } from './code.ts';

it('a typed code is forgiven its case, spaces and dashes', () => {
  expect(typedCode(' k7m-4qx ')).toEqual({ code: 'K7M4QX', path: '/m/K7M4QX', impossible: false });
});

it('a pasted link gives its code', () => {
  expect(typedCode('http://192.168.1.20:3000/m/K7M4QX?x=1').path).toBe('/m/K7M4QX');
  expect(typedCode('https://school.example/r/abcde').path).toBe('/r/ABCDE');
});

it('five characters lead to a race, six to a match, others nowhere', () => {
  expect(typedCode('K7M4').path).toBeNull();
  expect(typedCode('k7m 4q').path).toBe('/r/K7M4Q');
  expect(typedCode('K7M4QX').path).toBe('/m/K7M4QX');
});

it('no code has 0, O, 1, I or a sign', () => {
  for (const bad of ['K7M4Q0', 'O7M4QX', 'K1M4Q', 'I7', 'K7!'])
    expect(typedCode(bad)).toMatchObject({ path: null, impossible: true });
});
