/** Matches as people make them: on the page. */
import type { Level } from '@ackade/game';
import { expect, type Page } from '@playwright/test';
import type { NewPlayer } from './fixture.ts';
import { en } from './words.ts';

export type Terms = {
  readonly scenario: string;
  readonly level: Level;
  readonly seat?: 'client' | 'server';
};
export type Mode = 'friend' | 'alone' | 'both';

const MODES: Readonly<Record<Mode, string>> = {
  friend: 'Play with a friend',
  alone: 'Play alone',
  both: 'Play alone',
};

/** Chooses a scenario and a level on `/new`. */
export async function choose(page: Page, scenario: string, level: Level): Promise<void> {
  const family = page.locator('details').filter({ hasText: en(scenario).name });
  // On a phone one family lies open.
  await expect(family).toBeVisible();
  if ((await family.getAttribute('open')) === null) await family.locator('summary').click();
  await page.getByRole('radio', { name: new RegExp(`^${en(scenario).name}`) }).check();
  const name = { flags: /^Flags/, numbers: /^Numbers/, full: /^Full/ }[level];
  await page.getByRole('radio', { name }).check();
}

/** Chooses the terms on the page, as far as they differ from what is chosen already, and starts. */
export async function start(page: Page, terms: Terms, mode: Mode, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: MODES[mode] }).click();
  await choose(page, terms.scenario, terms.level);
  if (mode === 'both') await page.getByRole('radio', { name: /^Both ends/ }).check();
  else
    await page
      .getByRole('radio', { name: terms.seat === 'server' ? 'Server' : 'Client', exact: true })
      .check();
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: mode === 'friend' ? 'Invite a friend' : 'Start' }).click();
}

/** Two players at the same match: one invites, the other follows the link. */
export async function duo(
  newPlayer: NewPlayer,
  terms: Terms,
  width: number,
): Promise<[Page, Page]> {
  const ada = await newPlayer({ width });
  await start(ada, terms, 'friend', 'Ada');
  await expect(ada.getByRole('heading', { name: 'Invite your partner' })).toBeVisible();
  const bo = await newPlayer({ width });
  await bo.goto(new URL(ada.url()).pathname);
  await bo.getByLabel('Your name').fill('Bo');
  await bo.getByRole('button', { name: 'Join' }).click();
  return [ada, bo];
}
