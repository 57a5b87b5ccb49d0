/** What is being written, kept for this tab: another language of the page, or a reload, loses nothing. */
import { tab } from '../storage.ts';
import type { Draft } from './draft.ts';

const keyOf = (code: string): string => `set-draft.${code}`;

export function keptDraft(code: string): Draft | null {
  try {
    return JSON.parse(tab.get(keyOf(code)) || 'null', revived) as Draft | null;
  } catch {
    return null;
  }
}

/** Null: everything is kept where it belongs. */
export const keepDraft = (code: string, draft: Draft | null): void =>
  tab.set(keyOf(code), draft ? JSON.stringify(draft) : '');

const NUMBERS = new Set(['value', 'tolerance', 'least', 'most', 'weight']);

/** JSON knows no number that is none. */
const revived = (key: string, value: unknown): unknown =>
  value === null && NUMBERS.has(key) ? Number.NaN : value;
