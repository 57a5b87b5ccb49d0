/** The network check: what it says of networks that let everything through, some of it, or nothing. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, LOOKS } from './accessible.ts';
import { test as base, expect } from './fixture.ts';
import { proxyTo, type SchoolProxy } from './proxy.ts';

/** Proxies that are gone after the test. */
const test = base.extend<{ network: (upgrades: boolean) => Promise<SchoolProxy> }>({
  network: async ({ server }, use) => {
    const proxies: SchoolProxy[] = [];
    await use(async (upgrades) => {
      const proxy = await proxyTo(server.url, upgrades);
      proxies.push(proxy);
      return proxy;
    });
    for (const proxy of proxies) proxy.close();
  },
});

const verdict = (page: Page): Locator => page.getByRole('status').first();
const row = (page: Page, name: string): Locator => page.getByTestId(name);

async function expectStates(page: Page, states: Record<string, string>): Promise<void> {
  for (const [name, state] of Object.entries(states))
    await expect(row(page, name)).toHaveAttribute('data-state', state);
}

test('a network that lets everything through is fine within a few seconds', async ({
  newPlayer,
}) => {
  const page = await newPlayer();
  await page.goto('/check');
  await expect(verdict(page)).toHaveText(/^Everything works/, { timeout: 5000 });
  await expectStates(page, {
    http: 'ok',
    polling: 'ok',
    websocket: 'ok',
    hold: 'running',
    skew: 'ok',
  });
  await expect(row(page, 'polling')).toContainText(/There and back in \d+ ms/);
  await expect(row(page, 'skew')).toContainText('agree to the second');
  await expect(page.getByRole('progressbar')).toBeVisible();
});

test('a WebSocket is held for a minute, and then all is fine', async ({ newPlayer }) => {
  const page = await newPlayer();
  await page.clock.install();
  // The minute passes in the page alone, which would soon miss the server's heartbeats.
  let beat = (): void => {};
  await page.routeWebSocket(/socket\.io/, (socket) => {
    socket.connectToServer();
    beat = () => socket.send('2');
  });
  await page.goto('/check');
  const hold = row(page, 'hold');
  for (let messages = 0; ; messages++) {
    await expect(hold).toContainText(`there and back: ${messages}.`);
    if ((await hold.getAttribute('data-state')) === 'ok') break;
    beat();
    await page.clock.runFor(5000);
  }
  // Some real time passes, too: twelve messages, or a few fewer.
  await expect(hold).toContainText(/It stood for 60 s\. Messages there and back: \d\d?\./);
  await expect(verdict(page)).toHaveText('Everything is fine: this network is ready.');
});

test('where upgrades are refused it works, slower, and says what to allow', async ({
  newPlayer,
  network,
}) => {
  const page = await newPlayer();
  await page.goto(`${(await network(false)).url}/check`);
  await expect(verdict(page)).toHaveText(
    /The game works, but slower, because WebSocket upgrades are blocked\. Allow them to .+, port \d+/,
  );
  await expectStates(page, {
    http: 'ok',
    polling: 'ok',
    websocket: 'trouble',
    hold: 'skipped',
    skew: 'ok',
  });
});

test('a WebSocket that breaks is noticed, and it is said when', async ({ newPlayer, network }) => {
  const page = await newPlayer();
  const proxy = await network(true);
  await page.goto(`${proxy.url}/check`);
  await expectStates(page, { hold: 'running' });
  proxy.cut();
  await expect(verdict(page)).toContainText('the WebSocket broke after');
  await expect(row(page, 'hold')).toContainText(/It broke after \d+ s, at \d/);
  await page.getByRole('button', { name: 'Test again' }).click();
  await expect(verdict(page)).toHaveText(/^Everything works/);
});

test('a server that cannot be reached is told from one that is replaced by another page', async ({
  newPlayer,
  network,
}) => {
  const page = await newPlayer();
  const proxy = await network(false);
  await page.goto(`${proxy.url}/check`);
  await expect(verdict(page)).toContainText('slower');

  const again = page.getByRole('button', { name: 'Test again' });
  const signIn = { contentType: 'text/html', body: '<h1>Welcome to our network</h1>' };
  await page.route(/api\/time|socket\.io/, (route) => route.fulfill(signIn));
  await again.click();
  await expect(verdict(page)).toContainText("something else answers in the server's place");
  await page.unrouteAll();

  proxy.close();
  await again.click();
  await expect(verdict(page)).toHaveText(
    /The game does not work: the server does not answer\. Allow HTTP to .+, port \d+/,
  );
  await expectStates(page, {
    http: 'trouble',
    polling: 'trouble',
    websocket: 'trouble',
    hold: 'skipped',
    skew: 'skipped',
  });
});

test('what the administrator needs can be copied, on plain http too', async ({
  newPlayer,
  network,
}) => {
  const page = await newPlayer();
  await page.goto(`${(await network(false)).url}/check`);
  await expect(verdict(page)).toContainText('slower');
  // As on plain http at any address but localhost.
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const copied = page.evaluate(
    () =>
      new Promise<string | undefined>((resolve) => {
        window.addEventListener('copy', (event) =>
          resolve(event.clipboardData?.getData('text/plain')),
        );
      }),
  );
  await page.getByRole('button', { name: 'Copy' }).click();
  expect(await copied).toMatch(/Server[\s\S]*Port[\s\S]*\(TCP\)[\s\S]*\/socket\.io\//);
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
});

test('in Chinese too', async ({ newPlayer, network }) => {
  const page = await newPlayer({ locale: 'zh-CN' });
  await page.goto(`${(await network(false)).url}/check`);
  await expect(verdict(page)).toContainText('WebSocket 升级被拦截了');
});

for (const { theme, width } of LOOKS)
  test(`the check is accessible, ${theme}, ${width} px`, async ({ newPlayer, network }) => {
    const page = await newPlayer({ theme, width });
    await page.goto('/check');
    await expect(verdict(page)).toHaveText(/^Everything works/);
    await expectAccessible(page);
    const proxy = await network(false);
    await page.goto(`${proxy.url}/check`);
    await expect(verdict(page)).toContainText('slower');
    await expectAccessible(page);
    proxy.close();
    await page.getByRole('button', { name: 'Test again' }).click();
    await expect(verdict(page)).toContainText('does not answer');
    await expectAccessible(page);
  });
