import type {
  BeginSession,
  Imported,
  Refusal,
  ReplaceSet,
  SetMade,
  SetReplaced,
  SetSummary,
  StudySession,
  WholeSet,
} from '@ackade/contract';
import type { QuestionSet } from '@ackade/sets';
import type { Reply } from '../api.ts';
import { locale } from '../locale.ts';
import { playerToken } from '../player.ts';

const asPlayer = (): Record<string, string> => asOwner(playerToken());
const asOwner = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

export const makeSet = (set: QuestionSet): Promise<Reply<SetMade>> => call('/api/sets', set);

export const setSummary = (code: string): Promise<Reply<SetSummary>> => call(`/api/sets/${code}`);

export const wholeSet = (code: string, token: string): Promise<Reply<WholeSet>> =>
  call(`/api/sets/${code}/whole`, undefined, asOwner(token));

export const replaceSet = (
  code: string,
  token: string,
  request: ReplaceSet,
): Promise<Reply<SetReplaced>> => call(`/api/sets/${code}`, request, asOwner(token), 'PUT');

export const removeSet = (code: string, token: string): Promise<Reply<unknown>> =>
  call(`/api/sets/${code}`, undefined, asOwner(token), 'DELETE');

/** The questions of a file; nothing is kept of it. */
export const importFile = (file: Blob): Promise<Reply<Imported>> =>
  ask('/api/sets/import', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });

export type ExportFormat = 'gift' | 'moodle' | 'json';

/** The set as a file; null where it could not be had. */
export async function exportSet(
  code: string,
  token: string,
  format: ExportFormat,
): Promise<Blob | null> {
  try {
    const path = `/api/sets/${code}/export?format=${format}`;
    const response = await fetch(path, { headers: asOwner(token) });
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

type SetSession = Required<Pick<BeginSession, 'id' | 'set' | 'count' | 'mix'>>;

/** Sent again, it is the same session. */
export const beginSetSession = (session: SetSession): Promise<Reply<StudySession>> => {
  const request: BeginSession = {
    ...session,
    skills: [],
    offset: -new Date().getTimezoneOffset(),
  };
  return call(`/api/study/sessions?locale=${locale}`, request, asPlayer());
};

/** The session that is open, if one is. */
export const openSession = (): Promise<Reply<StudySession>> =>
  call(`/api/study/session?locale=${locale}`, undefined, asPlayer());

export const leaveSession = (session: string): Promise<Reply<unknown>> =>
  call('/api/study/leave', { session }, asPlayer());

const call = <T>(
  path: string,
  body?: object,
  headers: Record<string, string> = {},
  method = body ? 'POST' : 'GET',
): Promise<Reply<T>> =>
  ask(path, {
    method,
    headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
    body: body ? JSON.stringify(body) : null,
  });

/** What the server says. Players' phones do without most of this: see `../api.ts` for theirs. */
async function ask<T>(path: string, request: RequestInit): Promise<Reply<T>> {
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
