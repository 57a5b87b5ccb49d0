/** Plays a race as a pupil does: thinks for a while, and is wrong now and then. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '@ackade/contract';
import { draw, type Move, type RaceView } from '@ackade/game';
import { RST } from '@ackade/tcp';
import { send } from '../../apps/server/test/play.ts';
import type { Player } from '../../apps/server/test/player.ts';
import type { Racer } from '../../apps/server/test/racer.ts';
import { knower } from '../../packages/game/test/knower.ts';

export type Temper = {
  readonly seed: number;
  /** How long it thinks before a move, ms: between these; null if it never comes to one. */
  readonly thinks: readonly [number, number] | null;
};

/** One move of so many is wrong at first. */
const WRONG = 10;
/** Never right in a connection that goes well. */
const RESET = send(RST);
/** What is refused when the match has changed while the pupil thought. */
const TOO_LATE: readonly string[] = ['out-of-turn', 'not-playing', 'match-over'];

/** Sends a move and has its answer. */
export type Make = (move: Move) => Promise<Answer>;

/** Plays every match of the race, each with what `sit` gives for it; resolves with the view at the end. */
export async function playRace(
  racer: Racer,
  temper: Temper,
  sit: (player: Player) => Make,
): Promise<RaceView> {
  for (;;) {
    const view = await racer.until((v) => v.match !== null || v.phase === 'over');
    if (view.phase === 'over') return view;
    const player = await racer.match();
    await playSeat(player, { ...temper, seed: 31 * temper.seed + view.round }, sit(player));
    // The result stays on the screen until the round is over.
    await racer.until((v) => v.phase !== 'round' || v.round > view.round);
    player.leave();
  }
}

/** Plays the seat to the end of its match. */
async function playSeat(player: Player, { seed, thinks }: Temper, make: Make): Promise<void> {
  if (!thinks) {
    await player.until((v) => v.phase === 'over');
    return;
  }
  const [least, most] = thinks;
  const answerTo = knower();
  for (let n = 0; ; n += 2) {
    const { phase } = await player.until((v) => v.turns.length > 0 || v.phase === 'over');
    if (phase === 'over') return;
    await delay(least + draw(seed, n, most - least));
    const view = player.view();
    if (view.turns.length === 0) continue;
    const right = answerTo(view);
    const wrong = draw(seed, n + 1, WRONG) === 0;
    const answer = await make(wrong ? RESET : right);
    if ('error' in answer && !TOO_LATE.includes(answer.error.code))
      throw new Error(answer.error.code);
    if ('verdict' in answer && answer.verdict?.right === wrong)
      throw new Error(`judged otherwise: ${JSON.stringify(right)}`);
  }
}
