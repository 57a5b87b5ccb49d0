import { beforeEach, expect, it, vi } from 'vitest';
import { codesOf, dropCode, keepCode } from './code-list.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

it('the latest comes first, and each once', () => {
  for (const code of ['AAAAA', 'BBBBB', 'AAAAA']) keepCode('joined', code);
  expect(codesOf('joined')).toEqual(['AAAAA', 'BBBBB']);
  expect(codesOf('hosted')).toEqual([]);
});

it('only the latest are remembered', () => {
  for (let i = 0; i < 20; i++) keepCode('joined', `R${i}`);
  expect(codesOf('joined')).toHaveLength(8);
  expect(codesOf('joined')[0]).toBe('R19');
});

it('what is dropped is gone', () => {
  for (const code of ['AAAAA', 'BBBBB']) keepCode('joined', code);
  dropCode('joined', 'AAAAA');
  expect(codesOf('joined')).toEqual(['BBBBB']);
});
