import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toPostgresql } from '../prisma/postgresql.mjs';

const read = (path: string) => readFileSync(new URL(`../prisma/${path}`, import.meta.url), 'utf8');

test('the PostgreSQL schema is the one derived from the models', () => {
  expect(read('postgresql/schema.prisma')).toBe(toPostgresql(read('schema.prisma')));
});

test('it differs from the SQLite schema in provider and output only', () => {
  const lines = (text: string) => text.slice(text.indexOf('generator client')).split('\n');
  const sqlite = lines(read('schema.prisma'));
  const changed = lines(read('postgresql/schema.prisma')).filter((line, i) => line !== sqlite[i]);
  expect(changed.map((line) => line.trim().split(/\s+/)[0])).toEqual(['output', 'provider']);
});
