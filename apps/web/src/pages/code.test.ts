import { expect, it } from 'vitest';
import { typedCode } from './code.ts';

it('a typed code is forgiven its case, spaces and dashes', () => {
  expect(typedCode(' k7m-4qx ')).toEqual({ code: 'K7M4QX', complete: true, impossible: false });
});

it('a pasted link gives its code', () => {
  expect(typedCode('http://192.168.1.20:3000/m/K7M4QX?x=1').code).toBe('K7M4QX');
});

it('a code is complete at six characters, and possible without 0 O 1 I', () => {
  expect(typedCode('K7M4')).toMatchObject({ complete: false, impossible: false });
  for (const bad of ['K7M4Q0', 'O7M4QX', 'K1M4QX', 'I7', 'K7!'])
    expect(typedCode(bad)).toMatchObject({ complete: false, impossible: true });
});
