import type { Answered, BeginSession, Posed, Refusal, StudySession } from '@ackade/contract';
import type { Response } from '@ackade/game';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { type Database, openDatabase } from '../src/database.ts';
import { newToken } from '../src/secrets.ts';
import type { Scratch } from './databases.ts';

/** All that is told of a question before it is answered. */
export const POSED = [
  'choices',
  'figure',
  'form',
  'frames',
  'kind',
  'known',
  'left',
  'position',
  'prompt',
  'skill',
];

/** What is told of `posed`, but for which rows the choices are, where they are rows of the figure. */
export const toldOf = ({ rows: _, ...posed }: Posed): string[] => Object.keys(posed).toSorted();

/** What came of a request; `text`: every octet of it. */
export type Reply<T> = { readonly status: number; readonly body: T; readonly text: string };

/** Somebody's device, which asks over HTTP. */
export type Device = {
  readonly token: string;
  ask<T>(method: Method, path: string, body?: object): Promise<Reply<T>>;
  begin(more?: Partial<BeginSession>): Promise<Reply<StudySession>>;
  answer(session: StudySession, response?: Response): Promise<Reply<Answered>>;
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export function deviceOf(server: FastifyInstance, token = newToken()): Device {
  const ask = async <T>(method: Method, path: string, body?: object): Promise<Reply<T>> => {
    const { statusCode, payload } = await server.inject({
      method,
      url: `/api/study${path}`,
      headers: { authorization: `Bearer ${token}` },
      ...(body ? { payload: body } : {}),
    });
    return {
      status: statusCode,
      text: payload,
      body: (payload === '' ? null : JSON.parse(payload)) as T,
    };
  };
  return {
    token,
    ask,
    begin: (more = {}) =>
      ask('POST', '/sessions?locale=en', {
        id: newToken(),
        count: 5,
        offset: 0,
        skills: [],
        ...more,
      }),
    answer: ({ id, answers, next }, response = guess(next)) =>
      ask('POST', '/answers?locale=en', {
        session: id,
        position: answers.length,
        response,
        took: null,
      }),
  };
}

/** The code of the refusal that a request came to. */
export const refusedWith = ({ body }: Reply<unknown>): string | undefined =>
  (body as Refusal | null)?.error?.code;

/** Some answer of the form that is asked for. */
export function guess(posed: Posed | null): Response {
  if (posed?.form === 'order') return { form: 'order', order: [...posed.choices.keys()] };
  return { form: 'one', choice: 0 };
}

/** A server without a port, whose clock stands until it is set. */
export type StudyServer = {
  readonly database: Database;
  readonly clock: { now: number };
  /** A device: a new one, or the one with this token. */
  device(token?: string): Device;
  /** The API as OpenAPI describes it. */
  described(): Promise<{ readonly paths: Readonly<Record<string, object>> }>;
  close(): Promise<void>;
};

export async function openStudy(
  scratch: Scratch,
  clock = { now: Date.UTC(2026, 0, 15, 12) },
): Promise<StudyServer> {
  const parsed = parseConfig({ LOG_LEVEL: 'fatal' });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const database = await openDatabase(scratch.config);
  const { server, close } = await createApp({
    config: parsed.config,
    database,
    urls: () => [],
    clock: { now: () => clock.now, after: () => () => {} },
  });
  return {
    database,
    clock,
    device: (token) => deviceOf(server, token),
    described: async () => (await server.inject('/docs/json')).json(),
    close,
  };
}

/** Everything that a database holds, as one text. */
export async function dump({ client }: Database): Promise<string> {
  const tables = await Promise.all([
    client.log.findMany(),
    client.match.findMany(),
    client.matchPlayer.findMany(),
    client.mistake.findMany(),
    client.race.findMany(),
    client.racePlayer.findMany(),
    client.learnerDevice.findMany(),
    client.linkCode.findMany(),
    client.erasure.findMany(),
    client.item.findMany(),
  ]);
  return JSON.stringify(tables, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
}
