/** Players of a race, on their phones. */
import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';
import { forget, owes, playOnce } from './player.ts';
import { watcherOf } from './watcher.ts';

/** Plays the match of the round until it is over; the one before it may still be shown. */
export async function playRound(phone: Page): Promise<void> {
  const over = (): boolean => watcherOf(phone).view().phase === 'over';
  await expect(async () => expect(over()).toBe(false)).toPass({ timeout: 30_000 });
  forget(phone);
  for (;;) {
    await expect(async () => {
      expect(over() || (await owes(phone).isVisible())).toBe(true);
    }).toPass({ timeout: 60_000, intervals: [100] });
    if (over()) return;
    await playOnce(phone, 'keyboard');
  }
}
