/** Reload, lost networks, killed servers: players come back to where they were. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { playOnce, playToEnd } from './player.ts';
import { choose } from './setup.ts';

async function conversation(
  newPlayer: Parameters<Parameters<typeof test>[2]>[0]['newPlayer'],
): Promise<[Page, Page]> {
  const ada = await newPlayer();
  await ada.goto('/new/friend');
  await choose(ada, 'conversation', 'flags');
  await ada.getByRole('radio', { name: 'Client', exact: true }).check();
  await ada.getByLabel('Your name').fill('Ada');
  await ada.getByRole('button', { name: 'Invite a friend' }).click();
  await expect(ada.getByRole('heading', { name: 'Invite your partner' })).toBeVisible();
  const bo = await newPlayer();
  await bo.goto(new URL(ada.url()).pathname);
  await bo.getByLabel('Your name').fill('Bo');
  await bo.getByRole('button', { name: 'Join' }).click();
  await expect(ada.getByTestId('prompt')).toContainText('calls OPEN');
  await playOnce(ada, 'keyboard');
  await expect(bo.getByTestId('prompt')).toContainText('SYN arrived');
  return [ada, bo];
}

const score = (page: Page) => page.getByRole('banner').innerText();

test('a reload returns to the same seat, state and score', async ({ newPlayer }) => {
  const [ada, bo] = await conversation(newPlayer);
  const before = await score(ada);
  await ada.reload();
  await expect(ada.getByRole('region', { name: 'Your TCB' })).toContainText('SYN-SENT');
  expect(await score(ada)).toBe(before);
  await Promise.all([ada, bo].map((page) => playToEnd(page, 'keyboard')));
  await expect(ada.getByRole('heading', { name: 'Flawless, both of you!' })).toBeVisible();
});

test('a lost network stops the clocks; the move made meanwhile counts once', async ({
  newPlayer,
}) => {
  const [ada, bo] = await conversation(newPlayer);
  await bo.context().setOffline(true);
  await bo.evaluate(() => dispatchEvent(new Event('offline')));
  await expect(ada.getByText('Bo has left.').first()).toBeVisible({ timeout: 40_000 });
  await bo.keyboard.press('s');
  await bo.keyboard.press('a');
  await bo.keyboard.press('Enter');
  await bo.context().setOffline(false);
  await expect(ada.getByText('Bo has left.')).toHaveCount(0);
  await expect(ada.getByTestId('prompt')).toContainText('SYN,ACK arrived');
  await Promise.all([ada, bo].map((page) => playToEnd(page, 'keyboard')));
  await expect(bo.getByRole('heading', { name: 'Flawless, both of you!' })).toBeVisible();
});

test('a server killed in mid-match and started again loses nothing', async ({
  newPlayer,
  server,
}) => {
  const [ada, bo] = await conversation(newPlayer);
  const before = [await score(ada), await score(bo)];
  await server.kill();
  await expect(ada.getByText('Connection lost').first()).toBeVisible();
  await server.start();
  const back = Date.now();
  for (const page of [ada, bo]) await expect(page.getByText('Connection lost')).toHaveCount(0);
  expect(Date.now() - back).toBeLessThan(2000);
  expect([(await score(ada)).slice(-5), (await score(bo)).slice(-5)]).toEqual(
    before.map((s) => s.slice(-5)),
  );
  await Promise.all([ada, bo].map((page) => playToEnd(page, 'keyboard')));
  await expect(ada.getByRole('heading', { name: 'Flawless, both of you!' })).toBeVisible();
});

test('the result comes although a part of it was lost on the way', async ({ newPlayer }) => {
  const [ada, bo] = await conversation(newPlayer);
  await ada.route('**/assets/result-*.js', (route) => route.abort(), { times: 1 });
  await Promise.all([ada, bo].map((page) => playToEnd(page, 'keyboard')));
  await expect(ada.getByRole('heading', { name: 'Flawless, both of you!' })).toBeVisible();
});

test('whoever is left alone goes on with the bot', async ({ newPlayer }) => {
  const [ada, bo] = await conversation(newPlayer);
  await bo.close();
  await ada.getByRole('button', { name: 'Go on with the bot' }).click();
  await playToEnd(ada, 'keyboard');
  await expect(ada.getByRole('heading', { name: 'Bo + bot' })).toBeVisible();
});

test('a seat opened in a second tab is taken over openly, and can be taken back', async ({
  newPlayer,
}) => {
  const [ada] = await conversation(newPlayer);
  const second = await ada.context().newPage();
  await second.goto(ada.url());
  await expect(second.getByRole('region', { name: 'Your TCB' })).toContainText('SYN-SENT');
  await expect(ada.getByText('another device or tab')).toBeVisible();
  await ada.getByRole('button', { name: 'Play here' }).click();
  await expect(ada.getByRole('region', { name: 'Your TCB' })).toContainText('SYN-SENT');
  await expect(second.getByText('another device or tab')).toBeVisible();
});
