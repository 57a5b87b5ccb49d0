/** How a segment is written down, the same in every language. */
import type { Level } from '@ackade/game';
import { ACK } from './bit.ts';

/** What can be read off a segment: a row's, a move's or a consequence's. */
export type Spoken = {
  readonly ctl: number;
  readonly seq?: number;
  readonly ack?: number;
  readonly len?: number;
  readonly text?: string;
};

export function numberWords({ ctl, seq, ack }: Spoken, level: Level): readonly string[] {
  if (level !== 'numbers') return [];
  return [
    ...(seq === undefined ? [] : [`seq ${seq}`]),
    ...(ack === undefined || !(ctl & ACK) ? [] : [`ack ${ack}`]),
  ];
}

export const dataWords = ({ len = 0, text }: Spoken): string =>
  text ? `“${text}”` : len > 0 ? `len ${len}` : '';
