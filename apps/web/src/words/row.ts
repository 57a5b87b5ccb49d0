import type { Level, RowView } from '@ackade/game';
import { m } from '../messages/words.ts';
import { consequenceWords } from './consequence.ts';
import { type Endpoint, peerOf } from './role.ts';
import { callWords, segmentWords } from './segment.ts';

type Names = Readonly<Record<Endpoint, string>>;
type RowOf<K extends RowView['kind']> = Extract<RowView, { kind: K }>;

/** One way through the network, in ms of the connection's time. */
const FLIGHT = 50;

const RINGS: Readonly<Record<RowOf<'timeout'>['timer'], (inputs: { at: string }) => string>> = {
  retransmission: m.row_retransmission,
  'zero-window-probe': m.row_zero_window_probe,
  'delayed-ack': m.row_delayed_ack,
  user: m.row_user_timeout,
  'time-wait': m.row_time_wait,
};

/** One row as a sentence, for a screen reader and for live announcements. */
export function rowWords(row: RowView, you: Endpoint | null, level: Level, names: Names): string {
  const name = (e: Endpoint): string => (e === you ? m.row_you() : names[e]);
  switch (row.kind) {
    case 'segment': {
      const { from, segment, time, arrives, fate } = row;
      const way = { to: name(peerOf(from)), segment: segmentWords(segment, level) };
      return [
        row.stray ? m.row_is_stray(way) : m.row_segment({ from: name(from), ...way }),
        row.again ? m.row_is_again() : '',
        row.copy ? m.row_is_copy() : '',
        fate === 'lost' ? m.row_is_lost() : '',
        fate === 'unknown' && you === null ? m.row_is_under_way() : '',
        arrives !== null && arrives - time > FLIGHT ? m.row_is_late() : '',
      ]
        .filter(Boolean)
        .join(' ');
    }
    case 'call': {
      const at = name(row.at);
      if (row.call === 'CRASH') return m.row_crashes({ at });
      if (row.call === 'RECEIVE') return m.row_receives({ at, len: row.len });
      return m.row_call({ at, call: callWords(row) });
    }
    case 'timeout':
      return RINGS[row.timer]({ at: name(row.at) });
    case 'silence':
      return m.row_silence({ at: name(row.at) });
    case 'mistake': {
      const { move, at } = row;
      const made = [
        move.kind === 'send' ? segmentWords(move, level) : m.row_silent(),
        ...(move.state ? [`→ ${move.state}`] : []),
      ].join(' ');
      return `${m.row_mistake({ at: name(at), move: made })} ${consequenceWords(row)}`;
    }
  }
}
