import { beforeEach, expect, test, vi } from 'vitest';
import { fragmentOf, keepSecrets, keptSecrets, secretsIn } from './host-secrets.ts';
import { hostedRaces, markHosted } from './hosted.ts';

let stored = new Map<string, string>();

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});

const BOTH = { host: 'h0st_-', screen: 'scr33n' };

test('a link hands on what it was made of', () => {
  for (const secrets of [BOTH, { host: 'h0st', screen: null }])
    expect(secretsIn(fragmentOf(secrets))).toEqual(secrets);
  for (const fragment of ['', '#', '#.', '#.screen']) expect(secretsIn(fragment)).toBeNull();
});

test('secrets are kept for their race alone', () => {
  expect(keepSecrets('K7M4Q', BOTH)).toBe(true);
  expect(keptSecrets('K7M4Q')).toEqual(BOTH);
  expect(keptSecrets('AAAAA')).toBeNull();
});

test('a link without the projector’s secret does not take it away', () => {
  keepSecrets('K7M4Q', BOTH);
  keepSecrets('K7M4Q', { host: BOTH.host, screen: null });
  expect(keptSecrets('K7M4Q')).toEqual(BOTH);
  keepSecrets('K7M4Q', { host: 'another', screen: null });
  expect(keptSecrets('K7M4Q')).toEqual({ host: 'another', screen: null });
});

test('where nothing can be kept, that is said', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(keepSecrets('K7M4Q', BOTH)).toBe(false);
});

test('what is not a secret is none', () => {
  for (const text of ['{', '7', '{}', '{"host":""}']) {
    stored.set('ackade.host.K7M4Q', text);
    expect(keptSecrets('K7M4Q')).toBeNull();
  }
});

test('races are found again, the latest first, for as long as their secrets are here', () => {
  for (const code of ['AAAAA', 'BBBBB', 'CCCCC']) {
    keepSecrets(code, BOTH);
    markHosted(code);
  }
  markHosted('AAAAA');
  expect(hostedRaces()).toEqual(['AAAAA', 'CCCCC', 'BBBBB']);
  stored.delete('ackade.host.CCCCC');
  expect(hostedRaces()).toEqual(['AAAAA', 'BBBBB']);
});
