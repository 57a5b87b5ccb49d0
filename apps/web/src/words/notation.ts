/** How a segment is written down, the same in every language. */
import type { Level } from '@ackade/game';
import { ACK } from './bit.ts';

/** What can be read off a segment: a row's, a move's or a consequence's. */
export type Spoken = {
  readonly ctl: number;
  readonly seq?: number;
  readonly ack?: number;
  readonly wnd?: number;
  readonly len?: number;
  readonly text?: string;
};

const RST = 4;

/**
 * The numbers of a segment that count at `level`. A window is written at `full`, and at `numbers` where an
 * ACK closes it; never on a RST, where nobody looks at it.
 */
export function numberWords({ ctl, seq, ack, wnd, text }: Spoken, level: Level): readonly string[] {
  if (level === 'flags') return [];
  const acks = (ctl & ACK) !== 0;
  // A move, which has no text, is not asked for its window at `numbers`.
  const closes = wnd === 0 && text !== undefined && acks;
  const offers = wnd !== undefined && !(ctl & RST) && (level === 'full' || closes);
  return [
    ...(seq === undefined ? [] : [`seq ${seq}`]),
    ...(ack === undefined || !acks ? [] : [`ack ${ack}`]),
    ...(offers ? [`wnd ${wnd}`] : []),
  ];
}

export const dataWords = ({ len = 0, text }: Spoken): string =>
  text ? `“${text}”` : len > 0 ? `len ${len}` : '';
