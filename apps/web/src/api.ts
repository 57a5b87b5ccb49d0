import type { MatchSummary, RaceSummary, Refusal, RefusalCode } from '@ackade/contract';
import { playerToken } from './player.ts';

/** `offline`: there was no answer at all. */
export type Problem = RefusalCode | 'offline';

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly problem: Problem;
      /** What the server offers instead: a name that is free, where one is taken. */
      readonly details?: Readonly<Record<string, unknown>> | undefined;
    };

export const matchSummary = (code: string): Promise<Reply<MatchSummary>> =>
  call(`/api/matches/${code}`);

export const raceSummary = (code: string): Promise<Reply<RaceSummary>> =>
  call(`/api/races/${code}`);

export const asPlayer = (): Record<string, string> => ({
  authorization: `Bearer ${playerToken()}`,
});

export async function call<T>(
  path: string,
  body?: object,
  headers: Record<string, string> = {},
  method = body ? 'POST' : 'GET',
): Promise<Reply<T>> {
  const request: RequestInit = { method, headers };
  if (body) {
    request.headers = { ...headers, 'content-type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  try {
    const response = await fetch(path, request);
    const value: unknown = JSON.parse((await response.text()) || 'null');
    if (response.ok) return { ok: true, value: value as T };
    const { code, details } = (value as Refusal).error;
    return { ok: false, problem: code, details };
  } catch {
    return { ok: false, problem: 'offline' };
  }
}
