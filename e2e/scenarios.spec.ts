/** Every scenario, from the setup page to the result: by two people, by one and the bot, by one at both ends. */
import { FAMILIES, type Level, SCENARIOS } from '@ackade/game';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixture.ts';
import { type Input, playBothEnds, playToEnd } from './player.ts';
import { duo, start } from './setup.ts';
import { en } from './words.ts';

const INPUTS: readonly [Input, number][] = [
  ['mouse', 360],
  ['keyboard', 1280],
];

/** Takes turns, so that every level meets both inputs and widths. */
const TURNS = SCENARIOS.map(({ id, levels }, i) => {
  const [input, width] = INPUTS[i % INPUTS.length] ?? (['mouse', 360] as const);
  const level: Level = levels[Math.floor(i / INPUTS.length) % levels.length] ?? levels[0];
  return { id, level, input, width };
});

for (const { id, level, input, width } of TURNS)
  test(`two play ${id} at ${level} by ${input} at ${width} px`, async ({ newPlayer }) => {
    const players = await duo(newPlayer, { scenario: id, level, seat: 'client' }, width);
    await Promise.all(players.map((page) => playToEnd(page, input)));
    for (const page of players) {
      await expect(page.getByRole('heading', { name: 'Flawless, both of you!' })).toBeVisible();
      await expect(page.getByText(en(id).debrief)).toBeVisible();
      // The score comes back from the database.
      await expect(
        page.getByRole('region', { name: 'Your recent matches' }).getByRole('listitem'),
      ).toHaveCount(1);
    }
  });

const FIRST_OF_FAMILY = FAMILIES.flatMap(
  (family) => SCENARIOS.find((s) => s.family === family) ?? [],
);

for (const [i, { id, levels }] of FIRST_OF_FAMILY.entries())
  test(`one plays ${id} against the bot`, async ({ newPlayer }) => {
    const page = await newPlayer({ width: 360 });
    const seat = i % 2 === 0 ? 'server' : 'client';
    await start(page, { scenario: id, level: levels[0], seat }, 'alone', 'Ada');
    await playToEnd(page, 'keyboard');
    await expect(page.getByRole('heading', { name: /^Flawless/ })).toBeVisible();
  });

for (const { id, levels } of FIRST_OF_FAMILY.slice(0, 4))
  test(`one plays ${id} at both ends`, async ({ newPlayer }) => {
    const page = await newPlayer();
    await start(page, { scenario: id, level: levels[0] }, 'both', 'Ada');
    await playBothEnds(page, 'mouse');
    await expect(page.getByRole('heading', { name: /^Flawless/ })).toBeVisible();
  });

test('the best of what one has practised is kept, and told on the way to the next', async ({
  newPlayer,
}) => {
  const page = await newPlayer({ width: 360 });
  await start(page, { scenario: 'handshake', level: 'flags', seat: 'client' }, 'alone', 'Ada');
  await playToEnd(page, 'keyboard');
  const after = page.getByRole('region', { name: 'What comes now' });
  await expect(after).toContainText(/New best at Flags: [\d,]+ points in \d+:\d\d/);
  const [points = ''] = /[\d,]+(?= points)/.exec(await after.innerText()) ?? [];
  await expect(after.getByRole('button', { name: /^Next: / })).toBeVisible();
  await after.getByRole('link', { name: 'All scenarios' }).click();
  const card = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: en('handshake').name }) });
  await expect(card).toContainText(`${points} pts`);
  await expect(card.getByRole('button', { name: /^Play again/ })).toBeVisible();
  // What was chosen stays chosen, and the search finds it again.
  await expect(page.getByRole('radio', { name: 'Client' })).toBeChecked();
  await page.getByRole('searchbox', { name: 'Search' }).fill('three-way');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expectAccessible(page);
});
