import type { Page } from '@playwright/test';
import { expect, type NewPlayer, test } from './fixture.ts';
import { type Input, type Level, playToEnd } from './player.ts';

const SCENARIOS = {
  handshake: 'The three-way handshake',
  close: 'The four-way close',
  conversation: 'A whole conversation',
  'lost-syn-ack': 'When a SYN,ACK gets lost',
};

type Terms = { scenario: string; level: Level; seat?: 'client' | 'server' };

/** Chooses the terms on the page, as far as they differ from what is chosen already, and starts. */
async function start(
  page: Page,
  terms: Terms,
  mode: 'friend' | 'alone',
  name: string,
): Promise<void> {
  await page.goto('/');
  await page
    .getByRole('link', { name: mode === 'friend' ? 'Play with a friend' : 'Play alone' })
    .click();
  const scenarios = page.getByRole('group', { name: 'What do you play?' }).getByRole('radio');
  await scenarios.nth(Object.keys(SCENARIOS).indexOf(terms.scenario)).check();
  await page.getByRole('radio', { name: terms.level === 'flags' ? /^Flags/ : /^Numbers/ }).check();
  await page
    .getByRole('radio', { name: terms.seat === 'server' ? 'Server' : 'Client', exact: true })
    .check();
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: mode === 'friend' ? 'Invite a friend' : 'Start' }).click();
}

/** Two players at the same match: one invites, the other follows the link. */
async function duo(newPlayer: NewPlayer, terms: Terms, width: number): Promise<[Page, Page]> {
  const ada = await newPlayer({ width });
  await start(ada, terms, 'friend', 'Ada');
  await expect(ada.getByRole('heading', { name: 'Invite your partner' })).toBeVisible();
  const bo = await newPlayer({ width });
  await bo.goto(new URL(ada.url()).pathname);
  await bo.getByLabel('Your name').fill('Bo');
  await bo.getByRole('button', { name: 'Join' }).click();
  return [ada, bo];
}

const CASES: readonly [Input, number, Level][] = [
  ['mouse', 360, 'flags'],
  ['keyboard', 360, 'numbers'],
  ['mouse', 1280, 'numbers'],
  ['keyboard', 1280, 'flags'],
];

for (const scenario of Object.keys(SCENARIOS))
  for (const [input, width, level] of CASES)
    test(`two play ${scenario} at ${level} by ${input} at ${width} px`, async ({ newPlayer }) => {
      const players = await duo(newPlayer, { scenario, level }, width);
      await Promise.all(players.map((page) => playToEnd(page, level, input)));
      for (const page of players) {
        await expect(page.getByRole('heading', { name: 'Flawless, both of you!' })).toBeVisible();
        await expect(page.getByText('None, at either end.')).toBeVisible();
        // The score comes back from the database.
        await expect(
          page.getByRole('region', { name: 'Your recent matches' }).getByRole('listitem'),
        ).toHaveCount(1);
      }
    });

for (const scenario of Object.keys(SCENARIOS))
  test(`one plays ${scenario} alone against the bot`, async ({ newPlayer }) => {
    const page = await newPlayer({ width: 360 });
    const seat = scenario === 'handshake' ? 'server' : 'client';
    await start(page, { scenario, level: 'flags', seat }, 'alone', 'Ada');
    await playToEnd(page, 'flags', 'keyboard');
    await expect(page.getByRole('heading', { name: 'Flawless, both of you!' })).toBeVisible();
  });

test('a wrong move changes nothing and says why', async ({ newPlayer }) => {
  const [ada, bo] = await duo(newPlayer, { scenario: 'handshake', level: 'numbers' }, 360);
  await expect(ada.getByTestId('prompt')).toContainText('calls OPEN');
  await ada.keyboard.press('s');
  await ada.keyboard.press('a');
  const form = ada.getByRole('form', { name: 'Your segment' });
  await form.getByRole('textbox', { name: 'SEQ' }).fill('1');
  await form.getByRole('textbox', { name: 'ACK' }).fill('1');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(ada.getByText('Nothing to acknowledge yet').first()).toBeVisible();
  await expect(ada.getByText('would have answered RST').first()).toBeVisible();
  await expect(ada.getByRole('region', { name: 'Your TCB' })).toContainText('CLOSED');
  await form.getByRole('button', { name: 'ACK', exact: true }).click();
  await form
    .getByRole('textbox', { name: 'SEQ' })
    .fill(await ada.getByRole('definition').first().innerText());
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(bo.getByTestId('prompt')).toContainText('SYN seq');
});

test('a rematch swaps the roles', async ({ newPlayer }) => {
  const [ada, bo] = await duo(newPlayer, { scenario: 'handshake', level: 'flags' }, 1280);
  await Promise.all([ada, bo].map((page) => playToEnd(page, 'flags', 'keyboard')));
  await ada.getByRole('button', { name: 'Rematch' }).click();
  await expect(bo.getByText('Ada wants a rematch.')).toBeVisible();
  await bo.getByRole('button', { name: 'Rematch' }).click();
  await expect(ada.getByText('You are the Server')).toBeVisible();
  await expect(bo.getByText('You are the Client')).toBeVisible();
  await Promise.all([ada, bo].map((page) => playToEnd(page, 'flags', 'keyboard')));
});
