/** A player who knows TCP and sees only what is on the page. */
import { expect, type Page } from '@playwright/test';

export type Input = 'mouse' | 'keyboard';
export type Level = 'flags' | 'numbers';

/** A segment to send, or silence. */
type Answer = {
  readonly bits: readonly string[];
  readonly data: boolean;
  readonly seq: number;
  readonly ack: number;
} | null;

const composer = (page: Page) => page.getByRole('form', { name: 'Your segment' });
const over = (page: Page) => page.getByRole('button', { name: /rematch/i });
const prompt = (page: Page) => page.getByTestId('prompt');

/** Plays one seat until the result is there. */
export async function playToEnd(page: Page, level: Level, input: Input): Promise<void> {
  for (;;) {
    await expect(
      over(page).or(page.locator('[data-testid=prompt][data-waiting=true]')),
    ).toBeVisible({
      timeout: 40_000,
    });
    if (await over(page).isVisible()) return;
    await playOnce(page, level, input);
  }
}

/** Answers the oldest event, and sees that the answer was right. */
export async function playOnce(page: Page, level: Level, input: Input): Promise<void> {
  // The oldest event stands first; what has come since waits behind it.
  const text = await prompt(page).locator('strong').innerText();
  const before = new RegExp(`^${await page.getByTestId('score').textContent()}$`);
  const answer = answerTo(text, await variables(page));
  if (input === 'mouse') await byMouse(page, level, answer);
  else await byKeyboard(page, level, answer);
  // Every right move earns something.
  const earned = page.getByTestId('score').filter({ hasNotText: before });
  await expect(over(page).or(earned)).toBeVisible();
}

type Variables = Readonly<Record<string, number>>;

/** The TCB as the card shows it; empty at level flags. */
async function variables(page: Page): Promise<Variables> {
  const card = page.getByRole('region', { name: 'Your TCB' });
  const names = await card.getByRole('term').allInnerTexts();
  const values = await card.getByRole('definition').allInnerTexts();
  return Object.fromEntries(names.map((name, i) => [name, Number(values[i])]));
}

/** What RFC 9293 makes of the event that the prompt names, written down without any of our code. */
function answerTo(text: string, tcb: Variables): Answer {
  const seq = tcb['SND.NXT'] ?? tcb['ISS'] ?? 0;
  const known = tcb['RCV.NXT'] ?? 0;
  if (text.includes('calls OPEN')) return { bits: ['SYN'], data: false, seq, ack: 0 };
  if (text.includes('calls SEND')) return { bits: ['PSH', 'ACK'], data: true, seq, ack: known };
  if (text.includes('calls CLOSE')) return { bits: ['FIN', 'ACK'], data: false, seq, ack: known };
  if (text.includes('timer expired'))
    return { bits: ['SYN'], data: false, seq: tcb['SND.UNA'] ?? 0, ack: 0 };
  const [, bits = '', number = '0'] =
    /([A-Z]+(?:,[A-Z]+)*)(?: seq (\d+))?.* arrived/.exec(text) ?? [];
  const data = /[“"](.+)[”"]/.exec(text)?.[1]?.length ?? 0;
  const flags = bits.split(',');
  const occupied = data + (flags.includes('SYN') ? 1 : 0) + (flags.includes('FIN') ? 1 : 0);
  if (occupied === 0) return null;
  const ack = Number(number) + occupied;
  if (bits === 'SYN') return { bits: ['SYN', 'ACK'], data: false, seq: tcb['SND.UNA'] ?? seq, ack };
  return { bits: ['ACK'], data: false, seq, ack };
}

async function byMouse(page: Page, level: Level, answer: Answer): Promise<void> {
  const form = composer(page);
  if (!answer) return await form.getByRole('button', { name: 'Stay silent' }).click();
  for (const bit of answer.bits) await form.getByRole('button', { name: bit, exact: true }).click();
  if (answer.data)
    await form.getByRole('group', { name: 'Data' }).getByRole('button').first().click();
  if (level === 'numbers') {
    await form.getByLabel('SEQ', { exact: true }).fill(String(answer.seq));
    if (answer.bits.includes('ACK'))
      await form
        .getByLabel('ACK', { exact: true })
        .and(form.getByRole('textbox'))
        .fill(String(answer.ack));
  }
  await form.getByRole('button', { name: 'Send' }).click();
}

async function byKeyboard(page: Page, level: Level, answer: Answer): Promise<void> {
  const { keyboard } = page;
  if (level === 'numbers')
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  if (!answer) return await keyboard.press('w');
  for (const bit of answer.bits) await keyboard.press(bit[0]?.toLowerCase() ?? '');
  if (answer.data) await keyboard.press('d');
  if (level === 'numbers') {
    await tabTo(page, 'SEQ');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(String(answer.seq));
    if (answer.bits.includes('ACK')) {
      await tabTo(page, 'ACK');
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type(String(answer.ack));
    }
  }
  await keyboard.press('Enter');
}

async function tabTo(page: Page, label: string): Promise<void> {
  const field = composer(page).getByRole('textbox', { name: label, exact: true });
  for (let i = 0; i < 40; i++) {
    if (await field.evaluate((e) => e === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${label} cannot be reached by Tab`);
}
