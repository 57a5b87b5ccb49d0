/** Studying alone: nothing is lost on the way, it all works by keyboard, and it all can be taken away or deleted. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

/** What is asked. */
const asked = (page: Page) => page.locator('form h1');
/** Right or not, and why. */
const told = (page: Page) => page.locator('form section[aria-describedby]');

/** Answers the question that is shown, by keys alone, whatever its form. */
async function answer(page: Page): Promise<void> {
  await expect(asked(page)).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
}

async function next(page: Page): Promise<void> {
  await expect(told(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(told(page)).toHaveCount(0);
}

/** Presses Tab until the control with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const control = page.getByRole('button', { name });
  await expect(control).toBeVisible();
  for (let i = 0; !(await control.evaluate((e) => e === document.activeElement)); i++) {
    expect(i).toBeLessThan(40);
    await page.keyboard.press('Tab');
  }
}

test('a session goes on at the same question after a reload, without network and after kill -9, by keyboard', async ({
  newPlayer,
  server,
}) => {
  const page = await newPlayer();
  await page.goto('/study');
  await expect(page.getByRole('heading', { name: 'Begin with the lesson' })).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, 'Or try five questions');
  await page.keyboard.press('Enter');

  await answer(page);
  await next(page);

  await page.reload();
  await expect(page.getByRole('img', { name: 'Question 2 of 5' })).toBeVisible();
  await page.context().setOffline(true);
  await answer(page);
  await expect(page.getByText('Your answer is kept on this device')).toBeVisible();
  await page.context().setOffline(false);
  await expect(told(page)).toBeFocused();
  const why = await told(page).innerText();
  await page.reload();
  await expect(told(page)).toHaveText(why, { useInnerText: true });
  await expectAccessible(page);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('img', { name: 'Question 3 of 5' })).toBeVisible();
  await server.kill();
  await answer(page);
  await expect(page.getByText('Your answer is kept on this device')).toBeVisible();
  await server.start();
  await next(page);

  // Another tab is where this one is; what both answer counts once.
  const other = await page.context().newPage();
  await other.goto('/study/session');
  await expect(other.getByRole('img', { name: 'Question 4 of 5' })).toBeVisible();
  await answer(page);
  await expect(told(page)).toBeFocused();
  await answer(other);
  await expect(told(other)).toHaveText(await told(page).innerText(), { useInnerText: true });
  await other.close();
  await next(page);

  await answer(page);
  await expect(told(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /of 5 right|All 5 right/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What it was about' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/study');
  await expect(page.getByText('5 questions answered.')).toBeVisible();
  await expectAccessible(page);
});

const NAME = 'Zwetschge';

test('a second device shows the same progress; all of it is taken away as a file, and deleted without a trace', async ({
  newPlayer,
  server,
}) => {
  const phone = await newPlayer({ width: 360, locale: 'zh-CN', theme: 'dark' });
  await phone.goto('/study');
  await phone.getByRole('button', { name: '先试五道题' }).click();
  await answer(phone);
  await expect(told(phone)).toBeFocused();
  await expectAccessible(phone);
  await phone.goto('/study/devices');
  await phone.getByRole('textbox', { name: '你的名字' }).fill(NAME);
  await phone.getByRole('button', { name: '保存' }).click();
  await expect(phone.getByText('已保存。')).toBeVisible();
  await phone.getByRole('button', { name: '显示代码' }).click();
  const code = phone.getByText(/^代码: [2-9A-Z]{4} [2-9A-Z]{4}$/);
  await expectAccessible(phone);

  const laptop = await newPlayer({ theme: 'dark' });
  await laptop.goto(`/study/devices#${(await code.innerText()).replace(/[^2-9A-Z]/g, '')}`);
  await laptop.getByRole('button', { name: 'Join' }).click();
  await expect(laptop.getByText('This device shows the same progress now')).toBeVisible();
  await laptop.goto('/study');
  await expect(laptop.getByText('Question 2 of 5 is waiting.')).toBeVisible();

  await phone.reload();
  const download = phone.waitForEvent('download');
  await phone.getByRole('button', { name: '下载' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(JSON.stringify(JSON.parse(file))).toContain(NAME);

  const tokens = await Promise.all(
    [phone, laptop].map((page) => page.evaluate(() => localStorage.getItem('ackade.player') ?? '')),
  );
  const digests = tokens.map((token) => createHash('sha256').update(token).digest('base64url'));
  const database = createClient({ url: `file:${join(server.dataDir, 'ackade.db')}` });
  const everything = async (): Promise<string> => {
    const { rows } = await database.execute("SELECT name FROM sqlite_master WHERE type = 'table'");
    const tables = rows.map(({ name }) => database.execute(`SELECT * FROM "${name}"`));
    return JSON.stringify((await Promise.all(tables)).map((table) => table.rows));
  };
  const learners = await database.execute({
    sql: 'SELECT DISTINCT learner_id FROM learner_device WHERE token IN (?, ?)',
    args: digests,
  });
  const traces = [NAME, ...digests, ...learners.rows.map((row) => String(row['learner_id']))];
  expect(traces).toHaveLength(4);
  const before = await everything();
  for (const trace of traces) expect(before).toContain(trace);

  await phone.getByRole('button', { name: '删除一切' }).click();
  await expect(phone.getByRole('button', { name: '永久删除' })).toBeDisabled();
  await phone.getByLabel('输入“删除”以确认').fill('删除');
  await expectAccessible(phone);
  await phone.getByRole('button', { name: '永久删除' }).click();
  await expect(phone.getByRole('heading', { name: '从课程开始' })).toBeVisible();
  const after = await everything();
  for (const trace of traces) expect(after).not.toContain(trace);
  database.close();
});
