import type { Answered, BeginSession, Posed, Refusal, StudySession } from '@ackade/contract';
import type { Response } from '@ackade/game';
import type { FastifyInstance } from 'fastify';
import { newToken } from '../src/secrets.ts';

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
