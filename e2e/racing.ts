/** Players of a race, on their phones. */
import type { View } from '@ackade/game';
import type { Page } from '@playwright/test';
import { expect, type NewPlayer } from './fixture.ts';
import { forget, owes, playOnce } from './player.ts';
import { watcherOf } from './watcher.ts';

const over = ({ phase }: View): boolean => phase === 'over';

/** Plays the match of the round until it is over; the one before it may still be shown. */
export async function playRound(phone: Page): Promise<void> {
  const told = watcherOf(phone);
  await told.until((view) => !over(view), undefined, 30_000);
  forget(phone);
  for (;;) {
    await told.until((view) => over(view) || view.turns.length > 0, undefined, 60_000);
    if (over(told.view())) return;
    await owes(phone).waitFor();
    await playOnce(phone, 'keyboard');
  }
}

/** From the home page to the lobby, in two clicks. */
export async function openLobby(host: Page): Promise<string> {
  await host.goto('/');
  await host.getByRole('link', { name: 'Host a race' }).click();
  await host.getByRole('button', { name: 'Open the lobby' }).click();
  await host.waitForURL(/\/host\/\w{5}$/);
  return host.url().slice(-5);
}

/** A phone that is in. */
export async function joinRace(newPlayer: NewPlayer, code: string, name: string): Promise<Page> {
  const phone = await newPlayer({ width: 360 });
  await phone.goto(`/r/${code}`);
  await phone.getByLabel('Your name').fill(name);
  await phone.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(phone.getByRole('heading', { name: `You are in, ${name}!` })).toBeVisible();
  return phone;
}
