import { beforeEach, expect, it, vi } from 'vitest';
import { keepSecrets } from '../host/host-secrets.ts';
import { markHosted } from '../host/hosted.ts';
import { markJoined } from '../race/joined.ts';
import { forget, hrefOf, markOver, standingOf, waysBack, waysToResults } from './own-races.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

const host = (code: string): void => {
  keepSecrets(code, { host: 'secret', screen: null });
  markHosted(code);
};

it('a host who plays along has two ways back into one race', () => {
  host('AAAAA');
  markJoined('AAAAA');
  expect(waysBack().map(hrefOf)).toEqual(['/host/AAAAA', '/r/AAAAA']);
  expect(waysToResults()).toEqual([]);
});

it('a race that is over leads to its results', () => {
  markJoined('AAAAA');
  markJoined('BBBBB');
  markOver('AAAAA');
  expect(waysBack().map(hrefOf)).toEqual(['/r/BBBBB']);
  expect(waysToResults().map(hrefOf)).toEqual(['/r/AAAAA']);
});

it('a race that the server has forgotten is offered no more', () => {
  host('AAAAA');
  markJoined('AAAAA');
  markOver('AAAAA');
  forget('AAAAA');
  expect([...waysBack(), ...waysToResults()]).toEqual([]);
});

it('without an answer a race may be running', () => {
  expect(standingOf('offline')).toBe('running');
  expect(standingOf('podium')).toBe('running');
  expect(standingOf('over')).toBe('over');
  expect(standingOf('unknown-race')).toBe('gone');
});
