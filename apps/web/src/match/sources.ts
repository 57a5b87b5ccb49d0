/** Numbers that a player can tap instead of typing them: the own TCB's, and the latest arrival's. */
import type { View } from '@ackade/game';

export type Source = { readonly name: string; readonly value: number };

export function sourcesOf(view: View): readonly Source[] {
  const { iss, una, nxt, rcvNxt } = view.tcb;
  const own =
    nxt === null ? [['ISS', iss] as const] : [['SND.UNA', una] as const, ['SND.NXT', nxt] as const];
  const arrival = view.rows.findLast((r) => r.kind === 'segment' && r.from !== view.you);
  const segment = arrival?.kind === 'segment' ? arrival.segment : null;
  const named = [
    ...own,
    ['RCV.NXT', rcvNxt] as const,
    ['SEG.SEQ', segment?.seq ?? null] as const,
    ['SEG.ACK', segment && segment.ctl & 16 ? segment.ack : null] as const,
  ];
  return named.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}
