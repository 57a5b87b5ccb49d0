import type { Level, RowView } from '@ackade/game';
import { m } from '../messages/words.ts';
import { bitsOf } from './bit.ts';
import { dataWords, numberWords, type Spoken } from './notation.ts';

export const bitWords = (ctl: number): string => bitsOf(ctl).join(',') || m.row_no_bits();

/** `SYN,ACK seq 300 ack 1001 "Hello!"`, without the numbers where they do not count. */
export function segmentWords(s: Spoken, level: Level): string {
  return [bitWords(s.ctl), ...numberWords(s, level), dataWords(s)].filter(Boolean).join(' ');
}

type Call = Extract<RowView, { kind: 'call' }>;

/** `OPEN passive`, `SEND GET /`. */
export const callWords = ({ call, mode, text }: Call): string =>
  [call, mode === 'passive' ? m.row_passive() : text].filter(Boolean).join(' ');
