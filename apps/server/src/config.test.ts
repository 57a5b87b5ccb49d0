import { describe, expect, test } from 'vitest';
import { parseConfig } from './config.ts';

const defaults = {
  port: 3000,
  host: '0.0.0.0',
  dataDir: './data',
  databaseUrl: undefined,
  redisUrl: undefined,
  publicUrl: undefined,
  logLevel: 'warn',
};

describe('parseConfig accepts', () => {
  test.each([
    [{}, {}],
    [{ PORT: '', REDIS_URL: '', DATABASE_URL: '' }, {}],
    [{ PATH: '/usr/bin' }, {}],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '65535' }, { port: 65535 }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ DATA_DIR: '/var/lib/ackade' }, { dataDir: '/var/lib/ackade' }],
    [{ DATABASE_URL: 'postgresql://a:b@c/d' }, { databaseUrl: 'postgresql://a:b@c/d' }],
    [{ DATABASE_URL: 'postgres://c/d?schema=x' }, { databaseUrl: 'postgres://c/d?schema=x' }],
    [{ DATABASE_URL: 'file:./a.db' }, { databaseUrl: 'file:./a.db' }],
    [{ REDIS_URL: 'redis://127.0.0.1:6379' }, { redisUrl: 'redis://127.0.0.1:6379' }],
    [{ REDIS_URL: 'rediss://r' }, { redisUrl: 'rediss://r' }],
    [{ PUBLIC_URL: 'https://a.example' }, { publicUrl: 'https://a.example' }],
    [{ PUBLIC_URL: 'http://a:8080/game' }, { publicUrl: 'http://a:8080/game' }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
  ])('%j', (env, expected) => {
    expect(parseConfig(env)).toEqual({ ok: true, config: { ...defaults, ...expected } });
  });
});

describe('parseConfig refuses, with one line that says what is accepted', () => {
  test.each([
    [{ PORT: '65536' }, 'PORT is "65536"; accepted: a whole number from 0 to 65535.'],
    [{ PORT: '-1' }, 'PORT is "-1"; accepted: a whole number from 0 to 65535.'],
    [{ PORT: '80a' }, 'PORT is "80a"; accepted: a whole number from 0 to 65535.'],
    [{ PORT: '1e3' }, 'PORT is "1e3"; accepted: a whole number from 0 to 65535.'],
    [
      { DATABASE_URL: 'mysql://root:secret@h/d' },
      'DATABASE_URL is not such a URL; accepted: postgresql://user:password@host:5432/database or file:/path/to/file.db.',
    ],
    [
      { REDIS_URL: 'localhost:6379' },
      'REDIS_URL is not such a URL; accepted: redis://host:6379 or rediss://host:6379.',
    ],
    [
      { PUBLIC_URL: 'https://a.example/' },
      'PUBLIC_URL ends with a slash; accepted: https://game.example.org, without a trailing slash.',
    ],
    [
      { PUBLIC_URL: 'game.example.org' },
      'PUBLIC_URL is not such a URL; accepted: https://game.example.org, without a trailing slash.',
    ],
    [
      { LOG_LEVEL: 'verbose' },
      'LOG_LEVEL is "verbose"; accepted: fatal, error, warn, info, debug, trace, silent.',
    ],
  ])('%j', (env, problem) => {
    expect(parseConfig(env)).toEqual({ ok: false, problems: [problem] });
  });

  test('every wrong variable gets its own line', () => {
    const result = parseConfig({ PORT: 'x', LOG_LEVEL: 'x', PUBLIC_URL: 'x/' });
    expect(result.ok ? [] : result.problems.map((line) => line.split(' ')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'LOG_LEVEL',
    ]);
  });
});
