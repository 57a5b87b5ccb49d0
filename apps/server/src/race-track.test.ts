/** The ladder that the pairs run down is the solution: no screen gets more of it than the last pair has passed. */
import type { Board } from '@ackade/contract';
import { isRung, type RowView, rungsOf, SCENARIOS, scenarioById, trackOf } from '@ackade/game';
import { expect, it } from 'vitest';
import { knower } from '../../../packages/game/test/knower.ts';
import { playSeat } from '../test/play.ts';
import type { Player } from '../test/player.ts';
import type { Watcher } from '../test/racer.ts';
import { begin, racingOnServer } from '../test/racing.ts';

const scenario = scenarioById('half-close') ?? SCENARIOS[0];
const RUNGS = rungsOf(scenario);

const { racing } = racingOnServer();

const rungsIn = (rows: readonly RowView[]): number => rows.filter(isRung).length;

/** Every frame that comes from now on must pass `check`; gives those that did not. */
function listen({ socket }: Watcher, check: (frame: unknown[]) => boolean): unknown[][] {
  const wrong: unknown[][] = [];
  socket.onAny((...frame) => {
    if (!check(frame)) wrong.push(frame);
  });
  return wrong;
}

/** Everything in `frame` that looks like a row of a ladder. */
function rowsIn(frame: unknown): RowView[] {
  if (typeof frame !== 'object' || frame === null) return [];
  if ('kind' in frame && 'time' in frame) return [frame as RowView];
  return Object.values(frame).flatMap(rowsIn);
}

/** Plays a seat to the end, one move after the other as `mayMove` lets it. */
async function playSlowly(
  player: Player,
  moving: (sends: boolean) => void,
  moved: () => Promise<unknown>,
): Promise<void> {
  const answerTo = knower();
  for (;;) {
    const view = await player.until((v) => v.turns.length > 0 || v.phase === 'over');
    if (view.phase === 'over') return;
    const move = answerTo(view);
    moving(move.kind === 'send');
    await player.move(move);
    await moved();
  }
}

it('no frame holds a row beyond what every pair has passed, and then it comes', async () => {
  const { race, host, racers } = await racing.lobby(['Ada', 'Bo', 'Cleo', 'Dan'], [scenario.id]);
  const screens = [host, await racing.watch(race, race.screen)];
  /** The rungs that the last pair has passed, or passes with the move that is on its way. */
  let passed = 0;
  const mayBeTold = (frame: unknown[]): boolean =>
    passed >= RUNGS || rungsIn(rowsIn(frame)) <= passed;
  const wrong = screens.map((screen) => listen(screen, mayBeTold));
  const players = await begin(host, racers);
  const [first] = players as [Player];
  const slow = players.filter(({ seat }) => seat.code === first.seat.code);
  const quick = players.filter((player) => !slow.includes(player));

  await Promise.all(quick.map(playSeat));
  const done = quick[0]?.seat.code ?? '';
  const told = (await host.until((b) => b.pairs.get(done)?.over === true)).head;
  expect([told.rungs, told.track]).toEqual([RUNGS, []]);

  // A screen that is opened now is told no more than the others.
  const late = await racing.watch(race, race.screen);
  expect(late.get().head.track).toEqual([]);
  screens.push(late);
  wrong.push(listen(late, mayBeTold));

  await Promise.all(
    slow.map((player) =>
      playSlowly(
        player,
        (sends) => {
          if (sends) passed++;
        },
        () =>
          Promise.all(
            screens.map((screen) => screen.until(({ head }) => rungsIn(head.track) >= passed)),
          ),
      ),
    ),
  );
  const after = await host.until((b) => b.head.phase === 'between');
  expect(after.head.track).toEqual(trackOf(scenario));
  expect(wrong).toEqual([[], [], []]);
});

it('what was told stays told when the bot’s seat is taken by a latecomer', async () => {
  const { race, host, racers } = await racing.lobby(['Ada', 'Bo', 'Cleo'], [scenario.id]);
  const players = await begin(host, racers);
  const alone = players.find(
    (player) => players.filter((p) => p.seat.code === player.seat.code).length === 1,
  ) as Player;
  const ids = [...host.get().players.values()];
  const lone = ids[players.indexOf(alone)]?.id ?? '';
  const pair = players.filter((player) => player !== alone);
  await Promise.all(pair.map(playSeat));
  // Where the bot is the client it has closed; all that follows waits for the one who does not move.
  expect(rungsIn(host.get().head.track)).toBeLessThanOrEqual(1);
  // The one who holds all others up is sent away: the bot holds up nobody.
  await host.host({ type: 'kick', player: lone, ban: false });
  await host.until((b) => b.head.phase !== 'round' || rungsIn(b.head.track) === RUNGS);
  const boards: Board[] = [];
  host.socket.on('board', (board) => boards.push(board));
  const late = await racing.join(race, 'Dan');
  await late.until(() => true);
  await host.until((b) => b.players.size === 3);
  for (const { head } of boards) if (head) expect(rungsIn(head.track as RowView[])).toBe(RUNGS);
});
