/** The lesson from its first “Hello!” to its end, and its summary on one page. */
import type { Page } from '@playwright/test';
import { expectAccessible, LOOKS } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { type Input, playToEnd } from './player.ts';

/** Every step as it is right, segment by segment; `…` where time passes. */
const LESSON = {
  greeting: ['SYN', 'SYN ACK', 'ACK'],
  handshake: ['SYN', 'SYN ACK', 'ACK'],
  farewell: ['FIN ACK', 'ACK', 'FIN ACK', 'ACK'],
  close: ['FIN', 'ACK', 'FIN', 'ACK', '…'],
  numbers: [
    'SYN seq 100',
    'SYN ACK seq 300 ack 101',
    'ACK seq 101 ack 301',
    'PSH ACK seq 101 ack 301 “GET /”',
    'ACK seq 301 ack 106',
    'PSH ACK seq 301 ack 106 “Hello!”',
    'ACK seq 106 ack 307',
    'FIN ACK seq 106 ack 307',
    'ACK seq 307 ack 107',
    'FIN ACK seq 307 ack 107',
    'ACK seq 107 ack 308',
  ],
  'fin-carries-ack': ['FIN ACK', 'ACK seq 301 ack 102', 'FIN ACK', 'ACK seq 102 ack 302'],
  merged: ['FIN ACK seq 101 ack 301', 'FIN ACK seq 301 ack 102', 'ACK'],
  'half-close': [
    'FIN ACK seq 101 ack 301',
    'ACK seq 301 ack 102',
    'PSH ACK seq 301 ack 102 “The rest.”',
    'ACK seq 102 ack 310',
    'FIN ACK seq 310 ack 102',
    'ACK seq 102 ack 311',
  ],
  'either-side': ['FIN ACK', 'ACK', 'FIN ACK seq 101 ack 302', 'ACK seq 302 ack 102'],
  'time-wait': [
    'FIN ACK seq 101 ack 301',
    'ACK seq 301 ack 102',
    'FIN ACK seq 301 ack 102',
    'ACK seq 102 ack 302',
    '…',
    'FIN ACK seq 301 ack 102',
    'ACK seq 102 ack 302',
    '…',
  ],
  loss: [
    'SYN seq 100',
    'SYN ACK seq 300 ack 101',
    '…',
    'SYN',
    'SYN ACK seq 300 ack 101',
    'ACK seq 101 ack 301',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Step = keyof typeof LESSON;
const STEPS = Object.keys(LESSON) as Step[];

const next = (page: Page) => page.locator('a[data-next]');

/** Makes the segment happen that is right after the first `made` of a step. */
async function happen(page: Page, step: Step, made: number, input: Input): Promise<void> {
  const segment: string = LESSON[step][made] ?? '';
  const desk = page.locator(`[data-made="${made}"]`);
  const only = desk.locator('button[data-next]');
  const sender = desk.locator('[data-next-in]');
  await expect(desk.locator('[data-next], [data-next-in]')).toBeVisible();
  if (await sender.isVisible()) {
    if (input === 'keyboard' && made > 0)
      await expect(sender.getByRole('button').first()).toBeFocused();
    for (const bit of segment.split(' '))
      if (input === 'mouse') await sender.getByRole('button', { name: bit, exact: true }).click();
      else await page.keyboard.press(bit.slice(0, 1).toLowerCase());
    if (input === 'mouse') await sender.getByRole('button').last().click();
    else await page.keyboard.press('Enter');
  } else if (await only.isVisible()) {
    if (segment !== '…') await expect(only).toHaveAccessibleName(named(segment));
    if (input === 'mouse') return only.click();
    // At the beginning of a step the focus is nowhere, which will do; later it is there already.
    if (made > 0) await expect(only).toBeFocused();
    await page.keyboard.press('Enter');
  } else {
    const choice = desk.getByRole('button', { name: named(segment) });
    if (input === 'mouse') return choice.click();
    const key = await choice.getAttribute('aria-keyshortcuts');
    await page.keyboard.press(key ?? '');
  }
}

/** The segment and nothing else, whatever is said by it. */
const named = (segment: string): RegExp => new RegExp(`(^|^“.*” |[送d] )${segment}$`);

async function learn(page: Page, step: Step, input: Input, from = 0): Promise<void> {
  for (let made = from; made < LESSON[step].length; made++) await happen(page, step, made, input);
  await expect(next(page)).toBeVisible();
}

async function goOn(page: Page, input: Input): Promise<void> {
  if (input === 'mouse') return next(page).click();
  await expect(next(page)).toBeFocused();
  await page.keyboard.press('Enter');
}

const learnedOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const headers = { authorization: `Bearer ${localStorage.getItem('ackade.player')}` };
    const reply = await fetch('/api/study?offset=0', { headers });
    return (await reply.json()).learned;
  });

test('to the end by clicks, with a wrong choice and a reload on the way', async ({ newPlayer }) => {
  const page = await newPlayer({ width: 360 });
  await page.goto('/');
  await page
    .getByRole('link', { name: /^Learn/ })
    .first()
    .click();
  await page.getByRole('link', { name: /^Begin/ }).click();

  await happen(page, 'greeting', 0, 'mouse');
  const told = page.getByRole('status').filter({ hasText: 'Client to Server: SYN' });
  await expect(told).toHaveCount(1);
  await page.getByRole('button', { name: /I heard you/ }).click();
  await expect(page.getByText('Only one direction is open')).toBeVisible();
  await expect(page.getByRole('button', { name: /I heard you.*Not this one/ })).toBeVisible();
  await learn(page, 'greeting', 'mouse', 1);
  await goOn(page, 'mouse');

  await happen(page, 'handshake', 0, 'mouse');
  await page.reload();
  await expect(page.getByText('The server confirms that SYN')).toBeVisible();
  await learn(page, 'handshake', 'mouse', 1);
  await goOn(page, 'mouse');
  for (const step of STEPS.slice(2)) {
    await expect(page).toHaveURL(new RegExp(`/learn/${step}$`));
    await learn(page, step, 'mouse');
    await goOn(page, 'mouse');
  }

  await expect(page.getByRole('heading', { name: 'You have heard the whole story' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Study a few minutes a day' })).toHaveAttribute(
    'href',
    '/study',
  );
  await expect.poll(() => learnedOf(page)).toEqual(STEPS);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lost on the way');
});

test('to the end from the keyboard, in Chinese', async ({ newPlayer }) => {
  const page = await newPlayer({ locale: 'zh-CN' });
  await page.goto('/learn/greeting');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('你好！');
  for (const step of STEPS) {
    await learn(page, step, 'keyboard');
    await goOn(page, 'keyboard');
  }
  await expect(page.getByRole('heading', { name: '整个故事你都听完了' })).toBeVisible();
  await page.goto('/learn');
  await expect(page.getByText('已完成')).toHaveCount(STEPS.length);
});

test('what is learned while the server is away is kept, and told to it later', async ({
  newPlayer,
}) => {
  const page = await newPlayer();
  await page.route('**/api/study**', (route) => route.abort());
  await page.route('**/api/study/steps', (route) => route.abort());
  await page.goto('/learn/greeting');
  await learn(page, 'greeting', 'mouse');
  await page.goto('/learn');
  await expect(page.getByRole('link', { name: /^Go on/ })).toHaveAttribute(
    'href',
    '/learn/handshake',
  );
  await page.unrouteAll();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => learnedOf(page)).toEqual(['greeting']);
});

test('a step is played with one tap, and the match leads back to it', async ({ newPlayer }) => {
  const page = await newPlayer();
  await page.goto('/learn/greeting');
  await learn(page, 'greeting', 'mouse');
  await page.getByRole('button', { name: 'Now play it' }).click();
  await page.waitForURL(/\/m\//);
  await playToEnd(page, 'keyboard');
  await page.getByRole('link', { name: 'Back to the lesson' }).click();
  await expect(next(page)).toBeVisible();
});

test('the summary is one page of paper in both languages', async ({ newPlayer }) => {
  for (const [locale, width] of [
    ['en-GB', 1280],
    ['zh-CN', 360],
  ] as const) {
    const page = await newPlayer({ locale, width, theme: 'dark' });
    await page.goto('/learn/summary');
    await expect(page.locator('svg[viewBox]')).toHaveCount(2);
    await expect(page.getByText('“').first()).toBeVisible();
    for (const format of ['A4', 'Letter'] as const) {
      const paper = (await page.pdf({ format })).toString('latin1');
      expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
  }
});

for (const { theme, width } of LOOKS)
  test(`every page of the lesson is accessible, ${theme}, ${width} px`, async ({ newPlayer }) => {
    const page = await newPlayer({ theme, width });
    for (const path of ['/learn', '/learn/end', '/learn/summary', '/learn/close']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
    await page.goto('/learn/greeting');
    await happen(page, 'greeting', 0, 'mouse');
    await page.getByRole('button', { name: /Go away/ }).click();
    await expect(page.getByRole('button', { name: /Go away.*Not this one/ })).toBeVisible();
    await expectAccessible(page);
    await learn(page, 'greeting', 'mouse', 1);
    await expectAccessible(page);
  });
