/** Between two rounds the host asks the class: on the phones, on the wall, and who was best. */
import type { SetMade } from '@ackade/contract';
import { readGift } from '@ackade/sets/files';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { joinRace, openLobby } from './racing.ts';

const PROMPT = 'The opposite of active is …';
/** Of a colleague. */
function colleagueSet() {
  const reading = readGift(`${PROMPT} {=passive}`);
  return { title: 'Words', language: 'en', questions: reading.ok ? reading.questions : [] };
}

const answered = (phone: Page) => phone.getByText('Answer sent');

/** Some answer, whatever the form of the question: a tap where there is something to tap. */
async function answer(phone: Page, choice: number): Promise<void> {
  const tile = phone.locator('button[data-choice]').nth(choice);
  const send = phone.getByRole('button', { name: 'Send the answer' });
  await expect(tile.or(send).first()).toBeVisible();
  await ((await send.isVisible()) ? send : tile).click();
}

test('the host asks the class between two rounds', async ({ newPlayer }, info) => {
  test.setTimeout(240_000);
  const host = await newPlayer({ width: 1280 });
  const code = await openLobby(host);
  const projector = host.context().waitForEvent('page');
  await host.getByRole('link', { name: 'Open the projector' }).click();
  const wall = await projector;
  await wall.setViewportSize({ width: 1920, height: 1080 });
  const ada = await joinRace(newPlayer, code, 'Ada');
  const bo = await joinRace(newPlayer, code, 'Bo');
  const shot = (page: Page, name: string) =>
    page.screenshot({ path: info.outputPath(`${name}.png`) });

  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(host.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await host.getByRole('button', { name: 'End this round' }).click();
  await host.getByRole('button', { name: 'End this round' }).click();
  await expect(host.getByText('After round 1 of 3')).toBeVisible();

  await test.step('a question comes to all, and says nothing of its answer', async () => {
    await host.getByRole('button', { name: 'Ask the class' }).click();
    await shot(host, 'sheet');
    await host.getByRole('combobox', { name: 'Questions', exact: true }).selectOption('3');
    await host.getByLabel('Time for each').selectOption('120000');
    await host.getByRole('button', { name: 'Ask', exact: true }).click();
    // They are being made.
    for (const page of [ada, bo])
      await expect(page.getByText('Question 1 of 3')).toBeVisible({ timeout: 60_000 });
    await expect(wall.getByText('Answers: 0 of 2')).toBeVisible();
    await shot(ada, 'phone-asked');
    await shot(wall, 'wall-asked');
    await shot(host, 'host-asked');
    await answer(ada, 0);
    await expect(answered(ada)).toBeVisible();
    await expect(wall.getByText('Answers: 1 of 2')).toBeVisible();
    await expect(wall.getByText(/^Right: /)).toBeHidden();
    await ada.reload();
    await expect(answered(ada)).toBeVisible();
    await shot(ada, 'phone-sent');
  });

  await test.step('it closes when all have answered, and all are told', async () => {
    await answer(bo, 1);
    await expect(wall.getByText(/^Right: \d of 2$/)).toBeVisible();
    for (const page of [ada, bo])
      await expect(
        page.getByRole('heading', { name: /^(✓ )?Right!|^(✕ )?Not quite/ }),
      ).toBeVisible();
    await expectAccessible(ada);
    await expectAccessible(host);
    await shot(ada, 'phone-told');
    await shot(bo, 'phone-told-other');
    await shot(wall, 'wall-told');
    await shot(host, 'host-told');
  });

  await test.step('the next one can be skipped, and the last ends the quiz', async () => {
    await host.getByRole('button', { name: 'Next question' }).click();
    await expect(ada.getByText('Question 2 of 3')).toBeVisible();
    await shot(wall, 'wall-second');
    await host.getByRole('button', { name: 'Skip this question' }).click();
    await expect(ada.getByText('Question 3 of 3')).toBeVisible();
    await shot(wall, 'wall-third');
    await expectAccessible(ada);
    await host.getByRole('button', { name: 'Show the answer' }).click();
    await expect(ada.getByRole('heading', { name: 'You sent no answer' })).toBeVisible();
    await shot(ada, 'phone-none');
    await shot(wall, 'wall-third-told');
    await host.getByRole('button', { name: 'Back to the race' }).click();
    await expect(ada.getByRole('heading', { name: 'Round 1 of 3 is over' })).toBeVisible();
    await expect(ada.getByText('Quiz points')).toBeVisible();
    await shot(wall, 'wall-between');
    await shot(ada, 'phone-between');
    await expect(host.getByRole('button', { name: 'Start the next round' })).toBeEnabled();
  });

  await test.step('a set of a colleague is asked by its code', async () => {
    const made = await host.request.post('/api/sets', { data: colleagueSet() });
    const { code: set } = (await made.json()) as SetMade;
    await host.getByRole('button', { name: 'Ask the class' }).click();
    await host.getByRole('combobox', { name: 'Taken from' }).selectOption('Another question set …');
    await host.getByLabel('Code or link of the set').fill('222 2222');
    await host.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(host.getByRole('alert')).toContainText('No question set has this code');
    await host.getByLabel('Code or link of the set').fill(set.toLowerCase());
    await expectAccessible(host);
    await shot(host, 'sheet-set');
    await host.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(bo.getByRole('heading', { name: PROMPT })).toBeVisible();
    await bo.getByRole('textbox').fill('passive');
    await bo.getByRole('button', { name: 'Send the answer' }).click();
    await expect(answered(bo)).toBeVisible();
    await shot(bo, 'phone-set');
    await shot(wall, 'wall-set');
    await host.getByRole('button', { name: 'Show the answer' }).click();
    await expect(bo.getByRole('heading', { name: 'Right!' })).toBeVisible();
    await shot(wall, 'wall-set-told');
    await shot(host, 'host-set-told');
  });
});
