/** On a small phone: what one must read is there to be read, beside what one must use. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { start } from './setup.ts';
import { watcherOf } from './watcher.ts';

const PHONE = { width: 360, height: 640 };

/** All of it lies on the screen, and nothing of it is scrolled away. */
async function expectInSight(element: Locator): Promise<void> {
  const { hidden, box } = await element.evaluate((e) => {
    let cut = 0;
    for (let parent: Element | null = e; parent; parent = parent.parentElement)
      cut = Math.max(cut, getComputedStyle(parent).overflowY === 'visible' ? 0 : overlap(parent));
    function overlap(clip: Element): number {
      const [inner, outer] = [e.getBoundingClientRect(), clip.getBoundingClientRect()];
      return Math.max(outer.top - inner.top, inner.bottom - outer.bottom);
    }
    const { top, bottom } = e.getBoundingClientRect();
    return { hidden: cut, box: { top, bottom } };
  });
  expect(hidden).toBeLessThanOrEqual(1);
  expect(box.top).toBeGreaterThanOrEqual(-1);
  expect(box.bottom).toBeLessThanOrEqual(PHONE.height + 1);
}

const card = (page: Page) => page.getByRole('status').locator('cite');
const explanation = (page: Page) => card(page).locator('xpath=ancestor::div[1]');

/** Keys that make wrong moves of several kinds where a SYN is due. */
const WRONG = ['w', 's a Enter', 'f Enter', 'r Enter', 'a Enter', 's f r p a Enter'];

for (const locale of ['en', 'zh-CN'])
  for (const level of ['flags', 'full'] as const)
    test(`explanations are read without scrolling, ${locale}, ${level}`, async ({ newPlayer }) => {
      const page = await newPlayer(PHONE);
      await start(page, { scenario: 'handshake', level, seat: 'client' }, 'alone', 'Ada');
      await expect(page.getByTestId('prompt')).toContainText('calls OPEN');
      await page.evaluate((l) => localStorage.setItem('ackade.locale', l), locale);
      await page.reload();
      await expect(page.locator('[data-testid=prompt][data-waiting=true]')).toBeVisible();
      for (const wrong of WRONG) {
        const before = watcherOf(page).view().score.mistakes;
        const keys = wrong.split(' ');
        for (const bit of keys.slice(0, -1)) await page.keyboard.press(bit);
        if (level === 'full') await fillIn(page);
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
        await page.keyboard.press(keys.at(-1) ?? '');
        await expect.poll(() => watcherOf(page).view().score.mistakes).toBe(before + 1);
        await expectInSight(explanation(page));
        await expectInSight(page.locator('button[type=submit]'));
        // What is set stays to be mended, where numbers count.
        const set = page.locator('button[data-chip][aria-pressed=true]');
        while ((await set.count()) > 0) await set.first().click();
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      }
    });

/** Numbers that are there and wrong. */
async function fillIn(page: Page): Promise<void> {
  for (const field of ['seq', 'ack', 'wnd']) {
    const input = page.locator(`input[data-field=${field}]`);
    if (await input.isEnabled()) await input.fill('7');
  }
  await page.locator('select[data-field=state]').selectOption('CLOSING');
}
