import { expect, it } from 'vitest';
import { socketText } from './address.ts';

const groups = (...words: number[]): Uint8Array =>
  new Uint8Array(words.flatMap((w) => [w >> 8, w & 255]));

it('writes an IPv4 socket with dots', () => {
  expect(socketText(new Uint8Array([9, 10, 0, 0, 1]), 1, 4, 5000)).toBe('10.0.0.1:5000');
});

// The examples of RFC 5952, sections 4 and 6.
it.each([
  [groups(0x2001, 0xdb8, 0, 0, 0, 0, 2, 1), '[2001:db8::2:1]:80'],
  [groups(0x2001, 0xdb8, 0, 1, 1, 1, 1, 1), '[2001:db8:0:1:1:1:1:1]:80'],
  [groups(0x2001, 0, 0, 1, 0, 0, 0, 1), '[2001:0:0:1::1]:80'],
  [groups(0x2001, 0xdb8, 0, 0, 1, 0, 0, 1), '[2001:db8::1:0:0:1]:80'],
  [groups(0, 0, 0, 0, 0, 0, 0, 1), '[::1]:80'],
  [groups(0xfe80, 0, 0, 0, 0, 0, 0, 0), '[fe80::]:80'],
  [groups(1, 2, 3, 4, 5, 6, 7, 0xabcd), '[1:2:3:4:5:6:7:abcd]:80'],
])('writes an IPv6 socket as RFC 5952 does', (address, text) => {
  expect(socketText(address, 0, 16, 80)).toBe(text);
});
