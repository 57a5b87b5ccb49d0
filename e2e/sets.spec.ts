/** Question sets: from a file, by hand, and out again. */
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';

const BAD = 'Which opens? {=SYN ~SYN}\n\nWhich closes? {=FIN ~ACK\n';
const GOOD = `// [tag:seconds=20]
::Opening:: Which segment opens a connection? {=SYN#It carries the ISS. ~FIN ~ACK}

A FIN takes a sequence number. {T}
`;

const file = (text: string, name = 'class 10b.txt') => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

test('a bad file is answered line by line, a good one becomes a set and the same file again', async ({
  newPlayer,
}) => {
  const page = await newPlayer({ width: 360 });
  await page.goto('/sets');
  await page.getByRole('link', { name: 'New set' }).tap();
  const input = page.locator('input[type=file]');

  await input.setInputFiles(file(BAD));
  await expect(page.getByRole('heading', { name: /was not imported/ })).toBeVisible();
  await expect(page.getByText('Line 1, column 21')).toBeVisible();
  await expect(page.getByText('The answers have no } at their end.')).toBeVisible();
  await expect(page.getByText('Questions: 0')).toBeVisible();
  await expectAccessible(page);

  await input.setInputFiles(file(GOOD));
  await expect(page.getByText('Questions: 2')).toBeVisible();
  await expect(page.getByLabel('Title of the set')).toHaveValue('class 10b');
  await page.getByRole('button', { name: 'Save' }).tap();
  await expect(page).toHaveURL(/\/sets\/[A-Z2-9]{7}$/);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Export' }).tap();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /GIFT/ }).tap();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain('// [tag:seconds=20]');
  await page.keyboard.press('Escape');

  await page.goto('/sets/new');
  await page.getByLabel('GIFT as text').fill(text);
  await page.getByRole('button', { name: 'Read the text' }).tap();
  await expect(page.getByText('Questions: 2')).toBeVisible();
  await page.getByRole('button', { name: /^Edit question 1/ }).tap();
  await expect(page.getByLabel('Feedback to choice 1')).toHaveValue('It carries the ISS.');
});

test('a set that has been changed elsewhere is not written over', async ({ newPlayer }) => {
  const page = await newPlayer({ width: 1280 });
  await page.goto('/sets/new');
  await page.locator('input[type=file]').setInputFiles(file(GOOD));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/sets\/[A-Z2-9]{7}$/);
  const title = page.getByLabel('Title of the set');
  await title.fill('Mine');

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('Title of the set').fill('Theirs');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Saved')).toBeVisible();

  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await expect(title).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/changed elsewhere/)).toHaveCount(2);
  await page.getByRole('button', { name: 'Load it anew' }).click();
  await expect(title).toHaveValue('Theirs');
  await expect(page.getByText(/changed elsewhere/)).toHaveCount(0);
});

test('a set is written from the keyboard and tried', async ({ newPlayer }) => {
  const page = await newPlayer({ width: 1280 });
  await page.goto('/sets/new');
  await page.getByLabel('Title of the set').fill('Opening');
  await page.getByRole('button', { name: 'Add a question' }).press('Enter');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByLabel('Question', { exact: true })).toBeFocused();
  await expect(page.getByText('This must not be empty.').first()).toBeVisible();
  await page.keyboard.type('Which segment opens a connection?');
  await page.getByLabel('Choice 1', { exact: true }).fill('SYN');
  await page.getByLabel('Choice 2', { exact: true }).fill('FIN');
  await page.getByRole('button', { name: 'Remove choice 3' }).press('Enter');
  await expect(page.getByLabel('Choice 2', { exact: true })).toBeFocused();

  const preview = page.getByRole('region', { name: 'As a student sees it' });
  await preview.getByRole('radio', { name: 'FIN' }).press('Space');
  await preview.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(preview.getByRole('heading', { name: 'Not quite' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page).toHaveURL(/\/sets\/[A-Z2-9]{7}$/);
});

test('students come to a set through its link', async ({ newPlayer }) => {
  const page = await newPlayer();
  await page.goto('/sets/new');
  await page.locator('input[type=file]').setInputFiles(file(GOOD));
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByLabel('Link for students').inputValue();
  const student = await newPlayer({ width: 360 });
  await student.goto(new URL(link).pathname);
  await expect(student.getByRole('heading', { name: 'class 10b' })).toBeVisible();
  await expectAccessible(student);
  await student.getByRole('button', { name: 'Start' }).tap();
  await expect(student).toHaveURL(/\/study\/session$/);
});
