/** A finished match, watched again: by keyboard, by screen reader, and taken along as a file. */
import { readFile } from 'node:fs/promises';
import { ACK, captureReader, SYN, tcpIn } from '@ackade/tcp';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, LOOKS } from './accessible.ts';
import { test as base, expect } from './fixture.ts';
import { playedMatch } from './playing.ts';

const WRONG = {
  kind: 'send',
  ctl: SYN | ACK,
  seq: 0,
  ack: 0,
  len: 0,
  wnd: 0,
  state: null,
} as const;

/** The path of a handshake with one wrong move, played once for all tests of a worker. */
const test = base.extend<object, { replay: string }>({
  replay: [
    async ({ server }, use) => {
      const name = await playedMatch(server.url, { scenario: 'handshake', level: 'numbers' }, [
        WRONG,
      ]);
      await use(`/replay/${name}`);
    },
    { scope: 'worker' },
  ],
});

const scrubber = (page: Page): Locator => page.getByRole('slider', { name: 'Step' });
const caption = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^Step/ });
const tcb = (page: Page, end: 'client' | 'server'): Locator =>
  page.getByRole('region', { name: `The ${end}'s TCB` });

/** Opens it, and gives the number of its steps. */
async function watch(page: Page, path: string): Promise<number> {
  await page.goto(path);
  await expect(scrubber(page)).toBeVisible();
  return Number(await scrubber(page).getAttribute('max'));
}

test('the keyboard goes through every step, and each is told in words', async ({
  newPlayer,
  replay,
}) => {
  const page = await newPlayer();
  const count = await watch(page, replay);
  await expect(page).toHaveTitle(/^Replay: /);
  await expect(page.getByRole('list', { name: 'Players' })).toContainText('Ada');
  const told: string[] = [];
  for (let step = 1; step <= count; step++) {
    await expect(scrubber(page)).toHaveValue(String(step));
    await expect(caption(page)).toContainText(`Step ${step} of ${count}: `);
    told.push(await caption(page).innerText());
    await page.keyboard.press('ArrowRight');
  }
  // There is nothing after the last.
  await expect(scrubber(page)).toHaveValue(String(count));
  expect(told.join('\n')).toMatch(
    /calls OPEN[\s\S]*wrong move, SYN,ACK[\s\S]*Nothing to acknowledge yet[\s\S]*Ada sends SYN[\s\S]*arrives at Bo/,
  );
  for (const end of ['client', 'server'] as const)
    await expect(tcb(page, end)).toContainText('ESTABLISHED');
  await page.keyboard.press('Home');
  await expect(scrubber(page)).toHaveValue('1');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(scrubber(page)).toHaveValue(String(count - 1));
});

test('a moment has an address', async ({ newPlayer, replay }) => {
  const page = await newPlayer();
  await watch(page, `${replay}?step=3`);
  await expect(scrubber(page)).toHaveValue('3');
  await scrubber(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/\?step=4$/);
  await page.getByLabel('Begin at step 4').check();
  await expect(page.getByLabel('Link to this replay')).toHaveValue(/\?step=4$/);
  await page.reload();
  await expect(scrubber(page)).toHaveValue('4');
});

test('a wrong move is one press away', async ({ newPlayer, replay }) => {
  const page = await newPlayer({ width: 360 });
  await watch(page, replay);
  await expect(page.getByRole('heading', { name: 'Wrong moves: 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Nothing to acknowledge yet' }).press('Enter');
  await expect(caption(page)).toContainText('would have answered RST');
  await expect(caption(page)).toBeInViewport();
});

test('it plays to the end by itself', async ({ newPlayer, replay }) => {
  const page = await newPlayer();
  const count = await watch(page, `${replay}?step=2`);
  await page.getByLabel('Pace').selectOption('4×');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(scrubber(page)).toHaveValue(String(count));
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

for (const { theme, width } of LOOKS)
  test(`it is accessible, ${theme}, ${width} px`, async ({ newPlayer, replay }) => {
    const page = await newPlayer({ theme, width });
    const count = await watch(page, replay);
    for (let step = 1; step <= count; step++) {
      await expectAccessible(page);
      await page.keyboard.press('ArrowRight');
    }
    await page.goto('/replay/nobody-has-this-name-at-all');
    await expect(page.getByRole('alert')).toContainText('no finished match at this address');
    await expectAccessible(page);
  });

test('it is taken along: a capture with the wrong moves or without, text, JSON', async ({
  newPlayer,
  replay,
}) => {
  const page = await newPlayer();
  await watch(page, replay);
  const take = async (name: string): Promise<{ file: string; octets: Uint8Array }> => {
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    const download = await coming;
    return { file: download.suggestedFilename(), octets: await readFile(await download.path()) };
  };

  const sent = await take('Capture (pcapng)');
  expect(sent.file).toBe('ackade-handshake.pcapng');
  const right = [SYN, SYN | ACK, ACK];
  expect(new Set(bitsIn(sent.octets))).toEqual(new Set(right));
  await page.getByLabel('with the wrong moves in it').check();
  const { octets } = await take('Capture (pcapng)');
  expect(bitsIn(octets).length).toBe(bitsIn(sent.octets).length + 1);

  const text = await take('Ladder as text');
  expect(text.file).toBe('ackade-handshake.txt');
  expect(new TextDecoder().decode(text.octets)).toContain('SYN,ACK');
  const json = await take('JSON');
  expect(json.file).toBe('ackade-handshake.json');
  expect(JSON.parse(new TextDecoder().decode(json.octets))).toMatchObject({
    scenario: 'handshake',
  });
});

/** The control bits of every segment in a capture. */
function bitsIn(capture: Uint8Array): number[] {
  const bits: number[] = [];
  const reader = captureReader((frame) => {
    const packet = tcpIn(frame);
    if (typeof packet !== 'string') bits.push(packet.segment.ctl);
  });
  reader.push(capture);
  expect(reader.end()).toBeNull();
  return bits;
}
