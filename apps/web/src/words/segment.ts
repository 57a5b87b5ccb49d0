import type { Level, RowView } from '@ackade/game';
import { m } from '../messages/words.ts';
import { bitsOf } from './bit.ts';
import { dataWords, numberWords, type Spoken } from './notation.ts';

export const bitWords = (ctl: number): string => bitsOf(ctl).join(',') || m.row_no_bits();

/** `SYN,ACK seq 300 ack 1001 "Hello!"`, without the numbers where they do not count. */
export function segmentWords(s: Spoken, level: Level): string {
  return [bitWords(s.ctl), ...numberWords(s, level), dataWords(s)].filter(Boolean).join(' ');
}

type RowOf<K extends RowView['kind']> = Extract<RowView, { kind: K }>;

/** `OPEN` and `passive`, `SEND` and `“GET /”`, `RECEIVE` and `6`. */
const callParts = ({ call, mode, text, len }: RowOf<'call'>): readonly string[] =>
  [
    call === 'CRASH' ? m.row_crash() : call,
    mode === 'passive' ? m.row_passive() : text && `“${text}”`,
    len ? `${len}` : '',
  ].filter(Boolean);

export const callWords = (call: RowOf<'call'>): string => callParts(call).join(' ');

const TIMERS: Readonly<Record<RowOf<'timeout'>['timer'], () => string>> = {
  retransmission: () => 'RTO',
  'zero-window-probe': m.row_probe,
  'delayed-ack': m.row_ack_delay,
  user: m.row_user,
  'time-wait': () => '2 MSL',
};

/** What stands beside a lifeline, in parts between which a line may break. */
export function eventParts(row: RowOf<'call' | 'timeout' | 'silence'>): readonly string[] {
  if (row.kind === 'call') return callParts(row);
  return row.kind === 'timeout' ? TIMERS[row.timer]().split(' ') : [m.row_silent()];
}
