import type {
  Imported,
  Refusal,
  ReplaceSet,
  SetMade,
  SetReplaced,
  SetSummary,
  WholeSet,
} from '@ackade/contract';
import type { QuestionSet } from '@ackade/sets';
import { call, type Reply } from '../api.ts';

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
export async function importFile(file: Blob): Promise<Reply<Imported>> {
  try {
    const response = await fetch('/api/sets/import', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    const value: unknown = await response.json();
    if (response.ok) return { ok: true, value: value as Imported };
    const { code, details } = (value as Refusal).error;
    return { ok: false, problem: code, details };
  } catch {
    return { ok: false, problem: 'offline' };
  }
}

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
