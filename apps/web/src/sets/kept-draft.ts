/** What is being written, kept for this tab: another language of the page, or a reload, loses nothing. */
import { tab } from '../storage.ts';
import type { Draft } from './draft.ts';

/** `version`: of the set that it was made from; 0 of one that is not there yet. */
export type KeptDraft = { readonly draft: Draft; readonly version: number };

const keyOf = (code: string): string => `set-draft.${code}`;

export function keptDraft(code: string): KeptDraft | null {
  try {
    return JSON.parse(tab.get(keyOf(code)) || 'null', revived) as KeptDraft | null;
  } catch {
    return null;
  }
}

/** Null: everything is kept where it belongs. */
export const keepDraft = (code: string, kept: KeptDraft | null): void =>
  tab.set(keyOf(code), kept ? JSON.stringify(kept) : '');

const NUMBERS = new Set(['value', 'tolerance', 'least', 'most', 'weight']);

/** JSON knows no number that is none. */
const revived = (key: string, value: unknown): unknown =>
  value === null && NUMBERS.has(key) ? Number.NaN : value;
