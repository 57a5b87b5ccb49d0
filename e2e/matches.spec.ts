import { expect, test } from './fixture.ts';
import { type Input, playToEnd } from './player.ts';
import { duo, type Terms } from './setup.ts';

const CASES: readonly [Input, number, Terms][] = [
  ['mouse', 360, { scenario: 'handshake', level: 'flags' }],
  ['keyboard', 360, { scenario: 'conversation', level: 'full' }],
  ['mouse', 1280, { scenario: 'conversation', level: 'numbers' }],
  ['keyboard', 1280, { scenario: 'close', level: 'flags' }],
];

for (const [input, width, terms] of CASES)
  test(`two play ${terms.scenario} at ${terms.level} by ${input} at ${width} px`, async ({
    newPlayer,
  }) => {
    const players = await duo(newPlayer, terms, width);
    await Promise.all(players.map((page) => playToEnd(page, input)));
    for (const page of players) {
      await expect(page.getByRole('heading', { name: 'Flawless, both of you!' })).toBeVisible();
      await expect(page.getByText('None, at either end.')).toBeVisible();
    }
  });

test('a wrong move changes nothing and says why', async ({ newPlayer }) => {
  const [ada, bo] = await duo(newPlayer, { scenario: 'handshake', level: 'numbers' }, 360);
  await expect(ada.getByTestId('prompt')).toContainText('calls OPEN');
  await ada.keyboard.press('s');
  await ada.keyboard.press('a');
  const form = ada.getByRole('form', { name: 'Your segment' });
  await form.getByRole('textbox', { name: 'SEQ' }).fill('1');
  await form.getByRole('textbox', { name: 'ACK' }).fill('1');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(ada.getByText('Nothing to acknowledge yet').first()).toBeVisible();
  await expect(ada.getByText('would have answered RST').first()).toBeVisible();
  await expect(ada.getByRole('region', { name: 'Your TCB' })).toContainText('CLOSED');
  await form.getByRole('button', { name: 'ACK', exact: true }).click();
  await form
    .getByRole('textbox', { name: 'SEQ' })
    .fill(await ada.getByRole('definition').first().innerText());
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(bo.getByTestId('prompt')).toContainText('SYN seq');
});

test('a rematch swaps the roles', async ({ newPlayer }) => {
  const [ada, bo] = await duo(newPlayer, { scenario: 'handshake', level: 'flags' }, 1280);
  await Promise.all([ada, bo].map((page) => playToEnd(page, 'keyboard')));
  await ada.getByRole('button', { name: 'Rematch' }).click();
  await expect(bo.getByText('Ada wants a rematch.')).toBeVisible();
  await bo.getByRole('button', { name: 'Rematch' }).click();
  await expect(ada.getByText('You are the Server')).toBeVisible();
  await expect(bo.getByText('You are the Client')).toBeVisible();
  await Promise.all([ada, bo].map((page) => playToEnd(page, 'keyboard')));
});
