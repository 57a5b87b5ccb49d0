/** A player who knows TCP: it reads what its page is told and answers with the page's own controls. */
import type { Move, View } from '@ackade/game';
import { ACK, CONTROL_BITS, FIN, PSH, RST, SYN } from '@ackade/tcp';
import { expect, type Locator, type Page } from '@playwright/test';
import { knower } from '../packages/game/test/knower.ts';
import { watcherOf } from './watcher.ts';

export type Input = 'mouse' | 'keyboard';
type Seat = View['you'];
type Answer = (view: View) => Move;

const BITS = [SYN, ACK, FIN, RST, PSH];
const answers = new WeakMap<Page, Record<Seat, Answer>>();

/** `expect` would look again after ever longer pauses, and a match is hundreds of moments. */
const TURN = { timeout: 40_000 };

const composer = (page: Page) => page.getByRole('form', { name: 'Your segment' });
const over = (page: Page) => page.getByRole('button', { name: /rematch/i });

export const owes = (page: Page) => page.locator('[data-testid=prompt][data-waiting=true]:visible');

/** Plays the seat of a page until the result is there. */
export async function playToEnd(page: Page, input: Input): Promise<void> {
  for (;;) {
    await over(page).or(owes(page)).waitFor(TURN);
    if (await over(page).isVisible()) return;
    await playOnce(page, input);
  }
}

/** Plays both ends, whichever owes a move, until the result is there. */
export async function playBothEnds(page: Page, input: Input): Promise<void> {
  const shown = page.locator('button[data-role][aria-pressed=true]:visible');
  const other = page.getByRole('button', { name: /owes a move/ });
  for (;;) {
    await over(page).or(owes(page)).or(other).first().waitFor(TURN);
    if (await over(page).isVisible()) return;
    if (await owes(page).isVisible()) {
      const seat = await shown.getAttribute('data-role');
      await playOnce(page, input, seat === 'server' ? 'server' : 'client');
    } else await other.click();
  }
}

/** Answers the oldest event, and sees that the answer was right. `seat`: which, where the page has both. */
export async function playOnce(page: Page, input: Input, seat?: Seat): Promise<void> {
  const told = (): View => watcherOf(page).view(seat);
  const view = told();
  await make(page, input, view, answerOf(page, view.you)(view));
  await watcherOf(page).until(({ rows }) => rows.length > view.rows.length, seat);
  expect(told().score.mistakes).toBe(view.score.mistakes);
}

/** What the page is told from now on is of another match. */
export function forget(page: Page): void {
  answers.delete(page);
}

/** What RFC 9293 makes of all that the page has been told about a seat. */
function answerOf(page: Page, seat: Seat): Answer {
  const known = answers.get(page) ?? { client: knower(), server: knower() };
  answers.set(page, known);
  return known[seat];
}

/** Makes `move` with the controls of the page. */
async function make(page: Page, input: Input, view: View, move: Move): Promise<void> {
  const { level, data } = view;
  const form = composer(page);
  if (input === 'keyboard')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  if (level === 'full') await form.getByRole('combobox').selectOption(move.state ?? 'CLOSED');
  if (move.kind === 'silent') {
    if (input === 'mouse') return await form.getByRole('button', { name: 'Stay silent' }).click();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    return await page.keyboard.press('w');
  }
  const bits = BITS.filter((bit) => move.ctl & bit);
  for (const bit of bits) {
    const name = Object.entries(CONTROL_BITS).find(([, value]) => value === bit)?.[0] ?? '';
    if (input === 'keyboard') await page.keyboard.press(name[0]?.toLowerCase() ?? '');
    else await form.getByRole('button', { name, exact: true }).click();
  }
  if (move.len > 0) {
    if (input === 'keyboard') await page.keyboard.press('d');
    else await form.getByRole('group', { name: 'Data' }).getByRole('button').first().click();
  }
  if (level !== 'flags') {
    if (move.len > 0 && move.len !== data[0]?.length)
      await fill(form.locator('[data-field=len]'), input, move.len);
    await fill(form.locator('[data-field=seq]'), input, move.seq);
    if (move.ctl & ACK) await fill(form.locator('[data-field=ack]'), input, move.ack);
  }
  if (level === 'full') await fill(form.locator('[data-field=wnd]'), input, move.wnd);
  if (input === 'keyboard') await page.keyboard.press('Enter');
  else await form.getByRole('button', { name: 'Send' }).click();
}

async function fill(field: Locator, input: Input, value: number): Promise<void> {
  if (input === 'mouse') return await field.fill(String(value));
  const page = field.page();
  for (let i = 0; !(await field.evaluate((e) => e === document.activeElement)); i++) {
    if (i > 60) throw new Error('the field cannot be reached by Tab');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(String(value));
}
