/** Codes that this browser remembers under a key, the latest first. */
import { device } from './storage.ts';

const REMEMBERED = 8;

export const codesOf = (key: string): readonly string[] =>
  (device.get(key) ?? '').split(' ').filter((code) => code !== '');

export const keepCode = (key: string, code: string): void =>
  store(key, [code, ...codesOf(key).filter((known) => known !== code)]);

export const dropCode = (key: string, code: string): void =>
  store(
    key,
    codesOf(key).filter((known) => known !== code),
  );

const store = (key: string, codes: readonly string[]): void =>
  device.set(key, codes.slice(0, REMEMBERED).join(' '));
