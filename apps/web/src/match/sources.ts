/** Numbers that a player can tap instead of typing them: the own TCB's, and the latest arrival's. */
import type { View } from '@ackade/game';
import type { Field } from './draft.ts';

export type Source = { readonly name: string; readonly value: number };

/** Those of the kind that `field` takes: sequence numbers, or sizes. */
export function sourcesOf(view: View, field: Field): readonly Source[] {
  const { iss, una, nxt, wnd, rcvNxt, rcvWnd } = view.tcb;
  const arrival = view.rows.findLast((r) => r.kind === 'segment' && r.from !== view.you);
  const segment = arrival?.kind === 'segment' ? arrival.segment : null;
  const own =
    nxt === null ? [['ISS', iss] as const] : [['SND.UNA', una] as const, ['SND.NXT', nxt] as const];
  const sizes = [['SND.WND', wnd] as const, ['SEG.WND', segment?.wnd ?? null] as const];
  const named =
    field === 'wnd' || field === 'len'
      ? [...(field === 'wnd' ? [['RCV.WND', rcvWnd] as const] : []), ...sizes]
      : [
          ...own,
          ['RCV.NXT', rcvNxt] as const,
          ['SEG.SEQ', segment?.seq ?? null] as const,
          ['SEG.ACK', segment && segment.ctl & 16 ? segment.ack : null] as const,
        ];
  return named.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}
