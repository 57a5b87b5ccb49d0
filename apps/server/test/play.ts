import type { Move } from '@ackade/game';
import { knower } from '../../../packages/game/test/knower.ts';
import type { Player } from './player.ts';

export const send = (ctl: number, seq = 0, ack = 0, len = 0): Move => ({
  kind: 'send',
  ctl,
  seq,
  ack,
  len,
  wnd: 0,
  state: null,
});
export const silent: Move = { kind: 'silent', state: null };

/** Plays both seats to the end, each from its own view. */
export async function playOut(players: readonly Player[]): Promise<void> {
  await Promise.all(players.map(playSeat));
}

/** Plays one seat to the end of its match. */
export async function playSeat(player: Player): Promise<void> {
  const answerTo = knower();
  for (;;) {
    const view = await player.until((v) => v.turns.length > 0 || v.phase === 'over');
    if (view.phase === 'over') return;
    const answer = await player.move(answerTo(view));
    if ('error' in answer) throw new Error(answer.error.code);
    if (answer.verdict?.right === false) throw new Error(answer.verdict.misconceptions.join());
  }
}
