/** A whole race: one host, one projector, seven phones and what happens in a classroom. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { joinRace as join, openLobby, playRound } from './racing.ts';
import { watch } from './watcher.ts';

const NAMES = ['Ada', 'Bo', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus'];

const next = (host: Page, name: string) => host.getByRole('button', { name, exact: true }).click();

test('seven phones play three rounds, whatever happens', async ({ newPlayer }) => {
  test.setTimeout(240_000);
  const host = await newPlayer({ width: 1280 });
  const code = await openLobby(host);
  const projector = host.context().waitForEvent('page');
  await host.getByRole('link', { name: 'Open the projector' }).click();
  const present = await projector;
  await expect(present.getByText('Join the race!')).toBeVisible();

  const phones = new Map<string, Page>();
  for (const name of NAMES) phones.set(name, await join(newPlayer, code, name));
  const phone = (name: string): Page => {
    const page = phones.get(name);
    if (!page) throw new Error(`nobody is called ${name}`);
    return page;
  };
  await expect(present.getByText('Here: 7')).toBeVisible();

  await test.step('round 1: the host reloads, and everybody still plays', async () => {
    await next(host, 'Start');
    await expect(present.getByText('Round 1 of 3').first()).toBeVisible();
    // Nobody has sent anything yet: no answer stands on the wall.
    await expect(present.getByText(/Revealed: 0 of \d+ rungs/)).toBeAttached();
    await host.reload();
    await expect(host.getByRole('heading', { name: 'Pairs' })).toBeVisible();
    await Promise.all([...phones.values()].map(playRound));
    await expect(host.getByText('After round 1 of 3')).toBeVisible();
  });

  await test.step('round 2: weather, a phone that is lost, a latecomer', async () => {
    await next(host, 'Start the next round');
    await host.getByRole('button', { name: 'Weather for all' }).click();
    await host.getByRole('button', { name: 'Send it to every pair' }).click();
    await expect(present.getByText('Weather for all!')).toBeVisible();
    await expect(host.getByText('Weather sent to every pair in this round')).toBeVisible();
    await host.keyboard.press('Escape');
    // A phone dies; its owner comes back when the bot has taken over.
    const { context, url } = { context: phone('Gus').context(), url: phone('Gus').url() };
    await phone('Gus').close();
    phones.set('Hal', await newPlayer({ width: 360 }));
    const late = phone('Hal');
    await late.goto(`/r/${code}`);
    await late.getByLabel('Your name').fill('Hal');
    await late.getByRole('button', { name: 'Join', exact: true }).click();
    const others = [...phones].flatMap(([name, page]) => (name === 'Gus' ? [] : playRound(page)));
    await expect(host.getByText('away, the bot plays')).toBeVisible({ timeout: 60_000 });
    const back = await context.newPage();
    watch(back);
    phones.set('Gus', back);
    await back.goto(url);
    await Promise.all([...others, playRound(back)]);
    await expect(host.getByRole('button', { name: 'Start the next round' })).toBeVisible();
  });

  await test.step('between the rounds one is sent away', async () => {
    await host.getByRole('button', { name: /Finn/ }).click();
    await host.getByRole('button', { name: 'Remove', exact: true }).click();
    await host
      .getByRole('dialog')
      .getByRole('button', { name: 'Remove', exact: true })
      .last()
      .click();
    await expect(phone('Finn').getByRole('button', { name: 'Join again' })).toBeVisible();
    phones.delete('Finn');
  });

  await test.step('round 3, the podium and what was learned', async () => {
    await next(host, 'Start the next round');
    await Promise.all([...phones.values()].map(playRound));
    await next(host, 'To the podium');
    await expect(present.getByRole('heading', { name: 'The podium' })).toBeVisible();
    await expect(present.getByText('Most accurate')).toBeVisible();
    for (const page of phones.values()) {
      await expect(page.getByText('there the winners are revealed')).toBeVisible();
      await expect(page.getByText('Most accurate')).toBeHidden();
    }
    await next(host, 'What we learned');
    for (const page of phones.values()) {
      await expect(page.getByText('Your rounds')).toBeVisible();
      await expect(page.getByText('Most accurate')).toBeVisible();
    }
    await next(host, 'End the race');
    await expect(host.getByText('Rounds and replays')).toBeVisible();
  });
});

test('the host plays along in the same browser', async ({ newPlayer }) => {
  const host = await newPlayer({ width: 1280 });
  const code = await openLobby(host);
  const tab = host.context().waitForEvent('page');
  await host.getByRole('link', { name: 'Play along' }).click();
  const player = await tab;
  watch(player);
  await player.getByLabel('Your name').fill('Ada');
  await player.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(player.getByRole('heading', { name: 'You are in, Ada!' })).toBeVisible();
  await expect(host.getByText('1 of 1 player here').first()).toBeVisible();

  await test.step('the home page leads back to both', async () => {
    const home = await host.context().newPage();
    watch(home);
    await home.goto('/');
    await expect(home.getByRole('link', { name: `Back to race ${code}` })).toBeVisible();
    await home.getByRole('link', { name: `Back to the controls of ${code}` }).click();
    await expect(home.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
    await home.close();
  });

  await test.step('a dialog outlives the phase, or says why it does not', async () => {
    const remote = await host.context().newPage();
    watch(remote);
    await remote.goto(`/host/${code}`);
    await host.getByRole('button', { name: 'Ada' }).click();
    await next(remote, 'Start');
    await expect(host.getByRole('heading', { name: 'Pairs' })).toBeAttached();
    await expect(host.getByRole('dialog', { name: 'Ada' })).toBeVisible();
    await host.keyboard.press('Escape');
    await host.getByRole('button', { name: 'Weather for all' }).click();
    await next(remote, 'End this round');
    await next(remote, 'End this round');
    await expect(host.getByText('The round is over, so this dialog was closed.')).toBeVisible();
    await expect(host.getByRole('dialog')).toBeHidden();
  });
  await expect(player.getByRole('heading', { name: 'Round 1 of 3 is over' })).toBeVisible();
});
