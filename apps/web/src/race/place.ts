/** What opens a place in a race: kept by the tab, so that a reload returns to it, and by the browser for a closed tab. */
import { device, tab } from '../storage.ts';

const keyOf = (code: string): string => `race.${code}`;

export function rememberPlace(code: string, token: string): void {
  for (const memory of [tab, device]) memory.set(keyOf(code), token);
}

/** Null for who has not joined here. */
export const storedPlace = (code: string): string | null =>
  tab.get(keyOf(code)) ?? device.get(keyOf(code));
