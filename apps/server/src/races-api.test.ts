/** How much one address may ask for. */
import { CODE_ALPHABET, type CreateRace, type JoinRace, type RefusalCode } from '@ackade/contract';
import { usualOptions } from '@ackade/game';
import { serializerCompiler, validatorCompiler } from '@fastify/type-provider-zod';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAttempts } from './attempts.ts';
import { type RacesApiOptions, racesApi } from './races-api.ts';
import { newToken } from './secrets.ts';

const CODE = 'K7M4Q';

/** A code that no race has. */
const guess = (i: number): string =>
  `ZZZ${CODE_ALPHABET[i % CODE_ALPHABET.length]}${CODE_ALPHABET[Math.floor(i / CODE_ALPHABET.length)]}`;

const known = <T>(code: string, value: T): T | RefusalCode =>
  code === CODE ? value : 'unknown-race';
/** Everybody may join the one race that there is. */
const desk: RacesApiOptions['desk'] = {
  create: async () => ({ code: CODE, host: 'host', screen: 'screen' }),
  summary: async (code) =>
    known(code, { code, phase: 'lobby', open: true, nicknames: 'roster', roster: [] }),
  join: async (code) => known(code, { code, name: 'Ada', token: 'token' }),
  results: async () => 'wrong-token',
};

const staff: RacesApiOptions['staff'] = { session: async () => 'not-signed-in' };

describe('over HTTP one address', () => {
  let now = 0;
  let app: FastifyInstance;
  beforeEach(async () => {
    now = 0;
    app = fastify();
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    const attempts = openAttempts(() => now);
    await app.register(racesApi, { prefix: '/races', desk, staff, attempts, now: () => now });
  });
  afterEach(() => app.close());

  const look = async (code: string): Promise<number> =>
    (await app.inject({ url: `/races/${code}` })).statusCode;
  async function join(code = CODE): Promise<number> {
    const payload: JoinRace = { key: newToken(), name: 'Ada', locale: 'en' };
    const url = `/races/${code}/players`;
    return (await app.inject({ method: 'POST', url, payload })).statusCode;
  }
  async function make(): Promise<number> {
    const payload: CreateRace = {
      scenarios: ['handshake'],
      level: 'flags',
      options: usualOptions('flags'),
    };
    return (await app.inject({ method: 'POST', url: '/races', payload })).statusCode;
  }
  async function all(times: number, ask: (i: number) => Promise<number>): Promise<Set<number>> {
    const statuses = new Set<number>();
    for (let i = 0; i < times; i++) statuses.add(await ask(i));
    return statuses;
  }

  it('brings 300 into a race within ten seconds', async () => {
    const statuses = await all(300, async () => {
      now += 33;
      return (await look(CODE)) === 200 ? join() : 0;
    });
    expect(statuses).toEqual(new Set([201]));
  });

  it('brings the longest class list in, and once more', async () => {
    expect(await all(1000, () => join())).toEqual(new Set([201]));
  });

  it('does not bring in players without end', async () => {
    expect(await all(1300, () => join())).toEqual(new Set([201, 429]));
    now += 10_000;
    expect(await all(20, () => join())).toEqual(new Set([201]));
    expect(await join()).toBe(429);
  });

  it('makes races for the classes of a school at once, and not without end', async () => {
    expect(await all(60, make)).toEqual(new Set([201]));
    expect(await all(60, make)).toEqual(new Set([201, 429]));
    now += 10_000;
    expect(await all(2, make)).toEqual(new Set([201]));
    expect(await make()).toBe(429);
  });

  it('does not find races by trying codes, in whatever way', async () => {
    const guesses = await all(90, (i) => look(guess(i)));
    expect([...guesses]).toEqual([404]);
    expect(await all(20, (i) => join(guess(i)))).toEqual(new Set([404, 429]));
    expect(await look(CODE)).toBe(429);
  });

  it('does not lose a race that it knows, though somebody tries codes', async () => {
    expect(await look(CODE)).toBe(200);
    await all(200, (i) => look(guess(i)));
    expect(await all(1000, () => look(CODE))).toEqual(new Set([200]));
  });
});
