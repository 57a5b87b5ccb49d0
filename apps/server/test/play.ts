import type { Move, View } from '@ackade/game';
import { ACK, FIN, SYN } from '@ackade/tcp';
import type { Player } from './player.ts';

export const send = (ctl: number, seq = 0, ack = 0, len = 0): Move => ({
  kind: 'send',
  ctl,
  seq,
  ack,
  len,
});
export const silent: Move = { kind: 'silent' };

/**
 * What a player who knows TCP answers at level `flags`, from nothing but the own view: the oldest
 * unanswered event, and what the application has asked for since.
 */
export function answerTo(view: View): Move {
  const row = view.rows[view.turns[0] ?? -1];
  if (row?.kind === 'call')
    return row.call === 'OPEN'
      ? send(SYN)
      : row.call === 'SEND'
        ? send(ACK, 0, 0, row.text.length)
        : send(FIN | ACK);
  if (row?.kind === 'timeout') return send(SYN);
  if (row?.kind !== 'segment') throw new Error('nothing to answer');
  const { ctl, len } = row.segment;
  if (ctl === SYN) return send(SYN | ACK);
  return ctl & (SYN | FIN) || len > 0 ? send(ACK) : silent;
}

/** Plays both seats to the end, each from its own view. */
export async function playOut(players: readonly Player[]): Promise<void> {
  await Promise.all(players.map(playSeat));
}

/** Plays one seat to the end of its match. */
export async function playSeat(player: Player): Promise<void> {
  for (;;) {
    const view = await player.until((v) => v.turns.length > 0 || v.phase === 'over');
    if (view.phase === 'over') return;
    const answer = await player.move(answerTo(view));
    if ('error' in answer) throw new Error(answer.error.code);
    if (answer.verdict?.right === false) throw new Error(answer.verdict.misconceptions.join());
  }
}
