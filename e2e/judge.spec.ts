/** Judging a capture: the verdicts, what goes wrong, and that the file stays where it is. */
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, LOOKS } from './accessible.ts';
import { expect, test } from './fixture.ts';

const CLEAN = '01-handshake-data-close';
const FORGED = '27-blind-rst-challenge-ack.B-view';

type File = Parameters<Locator['setInputFiles']>[0];

const captured = (name: string): string =>
  fileURLToPath(new URL(`../packages/tcp/test/captures/${name}.pcap`, import.meta.url));

async function choose(page: Page, file: File, button = 'Choose a file'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(file);
}

const segments = (page: Page): Locator => page.getByRole('listbox', { name: 'Segments' });
const chosen = (page: Page): Locator => segments(page).getByRole('option', { selected: true });

/** A pcap file of raw IP in which every one of `count` clients sends a SYN to one server. */
function manySyns(count: number): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(65_535, 16);
  header.writeUInt32LE(101, 20);
  const records = Array.from({ length: count }, (_, i) => {
    const record = Buffer.alloc(16 + 40);
    record.writeUInt32LE(i, 0);
    record.writeUInt32LE(40, 8);
    record.writeUInt32LE(40, 12);
    record.set([0x45, 0, 0, 40, 0, 0, 0, 0, 64, 6], 16);
    record.set([10, 0, i >> 8, i & 255, 192, 168, 0, 1], 28);
    record.writeUInt16BE(40_000, 36);
    record.writeUInt16BE(443, 38);
    record.set([0x50, 2], 48);
    return record;
  });
  return Buffer.concat([header, ...records]);
}

test('a newcomer without a capture sees a verdict in two taps', async ({ newPlayer }) => {
  const page = await newPlayer({ width: 360 });
  await page.goto('/');
  await page.getByRole('link', { name: 'Judge a capture' }).tap();
  await page.getByRole('button', { name: 'Forged resets' }).tap();
  await expect(page.getByRole('heading', { name: 'Forged resets' })).toBeFocused();
  await expect(page.getByText('The client cannot have sent this RST')).toBeVisible();
});

test('asks about the conversation, in the browser, and leads to the frame that decides', async ({
  newPlayer,
}) => {
  const page = await newPlayer({ width: 360 });
  await page.goto('/judge');
  await choose(page, captured(CLEAN));
  const requests: string[] = [];
  await page.getByRole('button', { name: 'Ask me about this conversation' }).click();
  const quiz = page.getByRole('region', { name: 'Ask me about this conversation' });
  await expect(quiz).toContainText('From a real capture');
  page.on('request', (request) => requests.push(request.url()));
  for (let n = 1; n <= 3; n++) {
    await expect(quiz.getByRole('radio').first()).toBeEnabled();
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await expect(quiz.getByRole('status')).toHaveText(new RegExp(`^[0-${n}] of ${n} right$`));
    if (n === 1) await expectAccessible(page);
    if (n < 3) await quiz.getByRole('button', { name: 'Next' }).click();
  }
  expect(requests).toEqual([]);
  const lead = quiz.getByRole('button', { name: /^Show frame \d+ in the ladder/ });
  const frame = Number(/\d+/.exec(await lead.innerText())?.[0]);
  await lead.click();
  await expect(chosen(page)).toHaveAttribute('aria-posinset', `${frame}`);
});

test('nothing is wrong with a greeting and a farewell', async ({ newPlayer }) => {
  const page = await newPlayer();
  await page.goto('/judge');
  await choose(page, captured(CLEAN));
  await expect(page.getByRole('status').first()).toHaveText(
    'No violation, segments: 11, conversations: 1',
  );
  await expect(page.getByRole('option', { name: /closed by both/ })).toBeVisible();
  const rows = segments(page).getByRole('option');
  await expect(rows).toHaveCount(11);
  await expect(rows.first()).toHaveAccessibleName(
    '0.000000 s, client to server: SYN seq 0. OK. Client SYN-SENT, server LISTEN.',
  );
  await expect(page.getByText('Opens the connection.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'RFC 9293 §3.10.1' })).toBeVisible();
});

test('forged resets are named, and found with a key', async ({ newPlayer }) => {
  const page = await newPlayer();
  await page.goto('/judge');
  await choose(page, captured(FORGED));
  await expect(page.getByText('Violation 1 of 3')).toBeVisible();
  await expect(chosen(page)).toHaveAccessibleName(/RST seq 1002\. Violation\./);
  await expect(page.getByText('Violation: Forged reset.')).toBeVisible();
  await page.getByRole('button', { name: 'Next violation' }).click();
  await expect(page.getByText('Violation 2 of 3')).toBeVisible();
  await segments(page).press('n');
  await expect(chosen(page)).toHaveAccessibleName(/RST seq 2\. Violation\./);
  await segments(page).press('n');
  await expect(page.getByText('Violation 1 of 3')).toBeVisible();
  await segments(page).press('p');
  await expect(page.getByText('Violation 3 of 3')).toBeVisible();
});

test('everything can be done from the keyboard', async ({ newPlayer }) => {
  const page = await newPlayer();
  await page.goto('/judge');
  const button = page.getByRole('button', { name: 'Choose a file' });
  await button.focus();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(captured('48-loss4-server-view'));
  await expect(page.getByRole('heading', { name: '48-loss4-server-view.pcap' })).toBeFocused();

  await segments(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveAttribute('aria-posinset', '2');
  await page.keyboard.press('End');
  await expect(chosen(page)).toHaveAttribute('aria-posinset', '430');
  await expect(chosen(page)).toBeInViewport();
  const active = await segments(page).getAttribute('aria-activedescendant');
  await expect(chosen(page)).toHaveAttribute('id', active ?? '');
  await page.keyboard.press('PageUp');
  await expect(chosen(page)).not.toHaveAttribute('aria-posinset', '430');
  await page.keyboard.press('Home');
  await expect(chosen(page)).toHaveAccessibleName(/SYN seq 0\./);

  await page.getByRole('checkbox', { name: 'Absolute numbers' }).press('Space');
  await expect(chosen(page)).toHaveAccessibleName(/SYN seq [1-9]\d+\./);
});

test('the file stays on this computer', async ({ newPlayer, server }) => {
  const page = await newPlayer();
  await page.goto('/judge');
  await expect(page.getByText('The file never leaves this computer')).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, origin } = new URL(request.url());
    asked.push(`${request.method()} ${origin}${pathname} ${request.postData() ?? ''}`);
  });
  await choose(page, captured(FORGED));
  await expect(page.getByText('Violation 1 of 3')).toBeVisible();
  const script = new RegExp(`^GET ${server.url}/assets/worker-[\\w-]+\\.js $`);
  expect(asked.filter((request) => !script.test(request))).toEqual([]);
});

test('a file can be dropped anywhere', async ({ newPlayer }) => {
  const page = await newPlayer();
  await page.goto('/judge');
  const drop = async (name: string, count: number): Promise<void> => {
    const octets = [...manySyns(count)];
    const data = await page.evaluateHandle(
      ([title, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(content)], title));
        return transfer;
      },
      [name, octets] as const,
    );
    await page.getByRole('heading', { level: 1 }).dispatchEvent('drop', { dataTransfer: data });
  };
  await drop('one.pcap', 1);
  await expect(page.getByRole('heading', { name: 'one.pcap' })).toBeVisible();
  await drop('two.pcap', 2);
  await expect(page.getByRole('heading', { name: 'two.pcap' })).toBeVisible();
});

test('of a long list only what is visible is drawn, and anything in it can be found', async ({
  newPlayer,
}) => {
  for (const width of [360, 1280]) {
    const page = await newPlayer({ width });
    await page.goto('/judge');
    const file = { name: 'many.pcap', mimeType: '', buffer: manySyns(5000) };
    await choose(page, file);
    const list = page.getByRole('listbox', { name: 'Conversations' });
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', '5000');
    expect(await list.getByRole('option').count()).toBeLessThan(30);
    await list.press('End');
    await expect(list.getByRole('option', { selected: true })).toContainText('10.0.19.135:40000');
    await page.getByRole('searchbox').fill('10.0.3.77:');
    await expect(list.getByRole('option')).toHaveCount(1);
    await page.getByRole('searchbox').fill('nowhere');
    await expect(page.getByText('No conversation has this')).toBeVisible();
  }
});

test('what cannot be judged is explained, and another file can be chosen', async ({
  newPlayer,
}) => {
  const page = await newPlayer();
  await page.goto('/judge');
  const alert = page.getByRole('alert');
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer });
  await choose(page, file('letter.txt', Buffer.from('Dear capture, how are you today?')));
  await expect(alert).toContainText('letter.txt');
  await expect(alert).toContainText('Choose a pcap or pcapng file');
  await choose(page, file('nothing.pcap', Buffer.alloc(0)));
  await expect(alert).toContainText('not a single frame');
  await choose(page, file('cut.pcap', manySyns(1).subarray(0, 50)));
  await expect(alert).toContainText('ends before the first TCP segment');
  await choose(page, file('two.pcap', manySyns(2).subarray(0, -3)));
  await expect(page.getByText('could not be read to its end')).toBeVisible();
  await expect(page.getByRole('status').first()).toContainText('segments: 1,');
  await page.getByRole('button', { name: 'Another capture' }).click();
  await choose(page, captured(CLEAN));
  await expect(page.getByText('No violation').first()).toBeVisible();
});

test('an example that cannot be fetched and a worker that breaks down are explained', async ({
  newPlayer,
}) => {
  const page = await newPlayer();
  await page.goto('/judge');
  await page.route('**/examples/*', (route) => route.abort());
  await page.getByRole('button', { name: 'Forged resets' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be fetched');
  const body = 'throw new Error("out of memory")';
  await page.route('**/assets/worker-*', (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
  await choose(page, captured(CLEAN));
  await expect(page.getByRole('alert')).toContainText('Reload the page');
});

test('reading can be called off', async ({ newPlayer }) => {
  const page = await newPlayer();
  await page.goto('/judge');
  // A worker that has not begun yet reads nothing.
  await page.route('**/assets/worker-*', () => {});
  await choose(page, captured(CLEAN));
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
});

test('in Chinese too', async ({ newPlayer }) => {
  const page = await newPlayer({ locale: 'zh-CN' });
  await page.goto('/judge');
  await choose(page, captured(FORGED), '选择文件');
  await expect(page.getByText('违规：伪造的复位。')).toBeVisible();
  await expect(page.getByRole('listbox', { name: '报文段' })).toBeVisible();
});

for (const { theme, width } of LOOKS)
  test(`judging is accessible, ${theme}, ${width} px`, async ({ newPlayer }) => {
    const page = await newPlayer({ theme, width });
    await page.goto('/judge');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await choose(page, { name: 'a.txt', mimeType: '', buffer: Buffer.from('no') });
    await expect(page.getByRole('alert')).toContainText('a.txt');
    await expectAccessible(page);
    await choose(page, captured(FORGED));
    await expect(page.getByText('Violation 1 of 3')).toBeVisible();
    await expectAccessible(page);
  });
