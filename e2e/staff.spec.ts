/** Accounts of instructors: made through links, signed in to, looked after by an admin. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, LOOKS } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { openLobby } from './racing.ts';
import type { GameServer } from './server.ts';

const ADMIN = { name: 'Ada Admin', email: 'ada@school.test', password: 'a three-way greeting' };

type Person = typeof ADMIN;

const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name });

const password = (page: Page, label = 'Password'): Locator =>
  page.getByLabel(label, { exact: true });

async function makeAccount(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('E-mail address').fill(person.email);
  await password(page).fill(person.password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(heading(page, 'Your account')).toBeVisible();
}

async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(person.email);
  await password(page).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(heading(page, 'Your account')).toBeVisible();
}

/** Comes to the admin's account, which the first test on a server makes. */
async function asAdmin(page: Page, server: GameServer): Promise<void> {
  await page.goto(server.firstLink());
  const first = heading(page, 'Make the first account');
  await expect(first.or(heading(page, 'This link is over'))).toBeVisible();
  if (await first.isVisible()) await makeAccount(page, ADMIN);
  else await signIn(page, ADMIN);
}

/** The path of the link in the sheet that has opened, which is closed. */
async function linkIn(page: Page): Promise<string> {
  const link = new URL(await page.getByRole('dialog').getByLabel('Link').inputValue());
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return link.pathname + link.hash;
}

async function invite(page: Page, note: string): Promise<string> {
  await page.getByLabel(/^For whom it is/).fill(note);
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  await expect(heading(page, 'Invitation is ready')).toBeVisible();
  return linkIn(page);
}

const panel = (page: Page, name: string): Locator => page.getByRole('region', { name });
const row = (page: Page, list: string, text: string): Locator =>
  panel(page, list).getByRole('listitem').filter({ hasText: text });

test('an admin signs in, and colleagues come and go', async ({ newPlayer, server }) => {
  const ada = await newPlayer();
  await ada.goto('/');
  await ada.getByRole('link', { name: 'Instructors: sign in' }).click();
  await expect(ada).toHaveURL('/sign-in?next=/staff');
  await asAdmin(ada, server);
  await expect(ada).toHaveURL('/staff');
  await ada.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(ada).toHaveURL('/sign-in');

  await ada.getByRole('button', { name: 'Sign in' }).click();
  await expect(ada.getByLabel('E-mail address')).toBeFocused();
  await ada.getByLabel('E-mail address').fill(ADMIN.email);
  await password(ada).fill('a two-way greeting');
  await password(ada).press('Enter');
  await expect(ada.getByRole('alert')).toContainText('No account has this e-mail address');
  await ada.getByRole('button', { name: 'Show password' }).press('Enter');
  await expect(password(ada)).toHaveAttribute('type', 'text');
  await password(ada).fill(ADMIN.password);
  await password(ada).press('Enter');
  await expect(heading(ada, 'Your account')).toBeVisible();

  const ben = { name: 'Ben', email: 'ben@school.test', password: 'retransmission' };
  const link = await invite(ada, 'Ben, physics');
  await expect(row(ada, 'Invitations', 'Ben, physics')).toBeVisible();
  const other = await newPlayer({ width: 360 });
  await other.goto(link);
  await expect(other.getByText('You are invited as an instructor')).toBeVisible();
  await password(other).fill('short');
  await expect(other.getByText('At least 10 characters: 5 to go.')).toBeVisible();
  await other.getByRole('button', { name: 'Make the account' }).click();
  await expect(other.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(other).toHaveURL(link);
  await makeAccount(other, ben);
  await expect(other).toHaveURL('/staff');
  await expect(panel(other, 'Colleagues')).toHaveCount(0);

  await ada.reload();
  await expect(row(ada, 'Invitations', 'Ben, physics')).toHaveCount(0);
  await ada.getByLabel('Role of Ada Admin').selectOption('Instructor');
  await expect(ada.getByRole('alert').filter({ hasText: 'There must be an admin' })).toBeVisible();
  await expect(ada.getByLabel('Role of Ada Admin')).toHaveValue('admin');
  await ada.getByLabel('Role of Ben').selectOption('Admin');
  await expect(ada.getByText('The role is changed.')).toBeVisible();
  await other.reload();
  await expect(panel(other, 'Colleagues')).toBeVisible();

  await row(ada, 'Colleagues', ben.email).getByRole('button', { name: 'Remove' }).click();
  await ada.getByRole('button', { name: 'Remove the account' }).click();
  await expect(row(ada, 'Colleagues', ben.email)).toHaveCount(0);
  await expect(heading(ada, 'Colleagues')).toBeFocused();
  await other.reload();
  await expect(heading(other, 'Sign in')).toBeVisible();
});

test('an invitation is taken back, and its link is over', async ({ newPlayer, server }) => {
  const ada = await newPlayer();
  await asAdmin(ada, server);
  const link = await invite(ada, 'Nobody');
  await row(ada, 'Invitations', 'Nobody').getByRole('button', { name: 'Take back' }).click();
  await expect(row(ada, 'Invitations', 'Nobody')).toHaveCount(0);
  await expect(heading(ada, 'Invitations')).toBeFocused();
  await ada.goto(link);
  await expect(heading(ada, 'This link is over')).toBeVisible();
});

test('a forgotten password is chosen anew, and other browsers are signed out', async ({
  newPlayer,
  server,
}) => {
  const ada = await newPlayer();
  await asAdmin(ada, server);
  const cleo = { name: 'Cleo', email: 'cleo@school.test', password: 'sliding window' };
  const link = await invite(ada, 'Cleo');
  const desk = await newPlayer();
  await desk.goto(link);
  await makeAccount(desk, cleo);

  await ada.reload();
  await row(ada, 'Colleagues', cleo.email).getByRole('button', { name: 'Password link' }).click();
  const phone = await newPlayer({ width: 360 });
  await phone.goto(await linkIn(ada));
  await expect(phone.getByText('For the account of Cleo.')).toBeVisible();
  await password(phone, 'New password').fill('congestion window');
  await phone.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(heading(phone, 'Your account')).toBeVisible();
  await desk.reload();
  await expect(heading(desk, 'Sign in')).toBeVisible();

  await signIn(desk, { ...cleo, password: 'congestion window' });
  await desk.getByRole('button', { name: /^Sign out there/ }).click();
  await expect(desk.getByText('Signed out there.')).toBeVisible();
  await expect(desk.getByText('This browser')).toBeVisible();
  await phone.reload();
  await expect(heading(phone, 'Sign in')).toBeVisible();

  await password(desk, 'Current password').fill('sliding window');
  await password(desk, 'New password').fill('selective repeat');
  await desk.getByRole('button', { name: 'Change password' }).click();
  await expect(desk.getByText('This is not your current password.')).toBeVisible();
  await password(desk, 'Current password').fill('congestion window');
  await desk.getByRole('button', { name: 'Change password' }).click();
  await expect(desk.getByText('The password is changed.')).toBeVisible();
  await desk.reload();
  await expect(heading(desk, 'Your account')).toBeVisible();
});

for (const { theme, width } of LOOKS)
  test(`accounts are accessible, ${theme}, ${width} px`, async ({ newPlayer, server }) => {
    const ada = await newPlayer({ theme, width });
    await ada.goto('/sign-in');
    await ada.getByRole('button', { name: 'Sign in' }).click();
    await expectAccessible(ada);
    await ada.goto('/welcome');
    await expect(heading(ada, 'This link is over')).toBeVisible();
    await expectAccessible(ada);

    await asAdmin(ada, server);
    await expect(row(ada, 'Colleagues', ADMIN.email)).toBeVisible();
    await expect(ada.getByText('This browser')).toBeVisible();
    await ada.getByRole('button', { name: 'Make an invitation' }).click();
    await expect(ada.getByRole('dialog')).toBeVisible();
    await expectAccessible(ada);
    const link = await linkIn(ada);
    await expectAccessible(ada);
    await ada
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await expect(ada.getByRole('dialog')).toBeVisible();
    await expectAccessible(ada);

    const guest = await newPlayer({ theme, width });
    await guest.goto(link);
    await guest.getByRole('button', { name: 'Make the account' }).click();
    await expectAccessible(guest);
  });

test('what is hosted is found again on another device, also what was hosted before signing in', async ({
  newPlayer,
  server,
}) => {
  const host = await newPlayer();
  const before = await openLobby(host);
  await asAdmin(host, server);
  const mine = (page: Page, code: string): Locator => row(page, 'Your races', code);
  await mine(host, before).getByRole('button', { name: 'Keep in my account' }).click();
  await expect(panel(host, 'Your races')).toContainText('Kept in your account.');
  await expect(mine(host, before)).toContainText('not over');
  const code = await openLobby(host);

  const phone = await newPlayer({ width: 360 });
  await signIn(phone, ADMIN);
  for (const race of [before, code]) await expect(mine(phone, race)).toContainText('not over');
  await expectAccessible(phone);
  await phone.getByRole('link', { name: `Race ${code}` }).click();
  await expect(phone).toHaveURL(`/host/${code}`);
  await expect(phone.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
});
