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

const LEVELS = { flags: /^Flags/, numbers: /^Numbers/, full: /^Full/ } as const;

/** Chooses the terms on the page, as far as they differ from what is chosen already, and starts. */
export async function start(page: Page, terms: Terms, mode: Mode, name: string): Promise<void> {
  await page.goto('/');
  if (mode === 'friend') await invite(page, terms, name);
  else await practise(page, terms, mode);
}

async function invite(page: Page, { scenario, level, seat }: Terms, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Play with a friend' }).click();
  await choose(page, scenario, level);
  await chooseEnd(page, seat);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Invite a friend' }).click();
}

async function practise(
  page: Page,
  { scenario, level, seat }: Terms,
  mode: 'alone' | 'both',
): Promise<void> {
  await page.getByRole('link', { name: /^Practise/ }).click();
  await page.getByRole('radio', { name: LEVELS[level] }).check({ force: true });
  if (mode === 'both') await page.getByRole('radio', { name: 'You, too' }).check({ force: true });
  else await chooseEnd(page, seat);
  await page.getByRole('button', { name: `Play: ${en(scenario).name}`, exact: true }).click();
}

const chooseEnd = (page: Page, seat: Terms['seat']): Promise<void> =>
  page
    .getByRole('radio', { name: seat === 'server' ? 'Server' : 'Client', exact: true })
    .check({ force: true });

/** Chooses a scenario and a level on `/new`. */
export async function choose(page: Page, scenario: string, level: Level): Promise<void> {
  const family = page.locator('details').filter({ hasText: en(scenario).name });
  // On a phone one family lies open.
  await expect(family).toBeVisible();
  if ((await family.getAttribute('open')) === null) await family.locator('summary').click();
  await page.getByRole('radio', { name: new RegExp(`^${en(scenario).name}`) }).check();
  await page.getByRole('radio', { name: LEVELS[level] }).check();
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
