/** Every screen: no accessibility violation in either theme, and words for everything that goes wrong. */
import { expectAccessible, LOOKS } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { playToEnd } from './player.ts';

for (const { theme, width } of LOOKS)
  test(`every screen is accessible, ${theme}, ${width} px`, async ({ newPlayer }) => {
    const ada = await newPlayer({ theme, width });
    await ada.goto('/');
    await expect(ada.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(ada);
    await ada.goto('/nowhere');
    await expect(ada.getByRole('heading', { name: 'Nothing here' })).toBeVisible();
    await expectAccessible(ada);
    await ada.goto('/m/ZZZZZZ');
    await expect(ada.getByRole('alert')).toContainText('No match has this code');
    await expectAccessible(ada);
    await ada.goto('/new/friend');
    await ada.getByRole('radio', { name: /^Numbers/ }).check();
    await ada.getByRole('radio', { name: 'Client', exact: true }).check();
    await expectAccessible(ada);
    await ada.getByRole('button', { name: 'Invite a friend' }).click();
    await expect(ada.getByRole('heading', { name: 'Invite your partner' })).toBeVisible();
    await expectAccessible(ada);

    const bo = await newPlayer({ theme, width });
    await bo.goto(new URL(ada.url()).pathname);
    await expect(bo.getByRole('button', { name: 'Join' })).toBeVisible();
    await expectAccessible(bo);
    await bo.getByRole('button', { name: 'Join' }).click();
    await expect(bo.getByText('You are the Server')).toBeVisible();
    await expectAccessible(bo);

    await expect(ada.getByTestId('prompt')).toContainText('calls OPEN');
    await expectAccessible(ada);
    await expectAccessible(bo);
    await ada.keyboard.press('w');
    await expect(ada.getByText('Something is owed').first()).toBeVisible();
    await expectAccessible(ada);
    await Promise.all([ada, bo].map((page) => playToEnd(page, 'mouse')));
    await expect(ada.getByText('Yours')).toBeVisible();
    await expectAccessible(ada);
  });

test('the chosen theme is shown as chosen, on other pages and after a reload', async ({
  newPlayer,
}) => {
  const page = await newPlayer({ theme: 'light' });
  await page.goto('/');
  const theme = page.getByLabel('Theme');
  await theme.selectOption('dark');
  await page.getByRole('link', { name: 'Host a race' }).click();
  await expect(page.getByRole('heading', { name: 'Host a race' })).toBeVisible();
  await expect(theme).toHaveValue('dark');
  await page.reload();
  await expect(theme).toHaveValue('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a wrong code and a bad name are explained where they were typed', async ({ newPlayer }) => {
  const page = await newPlayer();
  await page.goto('/');
  const field = page.getByLabel('Have a code?');
  await field.fill('k7m0');
  await expect(page.getByText('No code has this character')).toBeVisible();
  await field.fill('zzzzzz');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('alert')).toContainText('No match has this code');

  await page.goto('/new/friend');
  await page.getByLabel('Your name').fill('   ');
  await page.getByRole('button', { name: 'Invite a friend' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'at least one visible character' }),
  ).toBeVisible();
});

test('a third player finds both seats taken', async ({ newPlayer }) => {
  const ada = await newPlayer();
  await ada.goto('/practice');
  await ada.getByRole('button', { name: 'Play: Three-way handshake' }).click();
  await ada.waitForURL(/\/m\//);
  const eve = await newPlayer();
  await eve.goto(new URL(ada.url()).pathname);
  await expect(eve.getByRole('alert')).toContainText('Both seats of this match are taken');
});

test('the language follows the browser, and can be changed', async ({ newPlayer }) => {
  const page = await newPlayer({ locale: 'zh-CN' });
  await page.goto('/');
  await expect(page.getByRole('link', { name: '和朋友玩' })).toBeVisible();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('link', { name: 'Play with a friend' })).toBeVisible();
});

test('the page asks nobody but its own server for anything', async ({ newPlayer, server }) => {
  const page = await newPlayer();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.goto('/');
  await page.goto('/practice');
  await page.getByRole('button', { name: 'Play: Three-way handshake' }).click();
  await expect(page.getByRole('form', { name: 'Your segment' })).toBeVisible();
  expect([...new Set(asked)]).toEqual([server.url]);
});
