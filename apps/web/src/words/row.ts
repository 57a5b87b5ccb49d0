import type { Level, RowView } from '@ackade/game';
import { m } from '../messages/words.ts';
import { consequenceWords } from './consequence.ts';
import { type Endpoint, peerOf } from './role.ts';
import { callWords, segmentWords } from './segment.ts';

type Names = Readonly<Record<Endpoint, string>>;

/** One row as a sentence, for a screen reader and for live announcements. */
export function rowWords(row: RowView, you: Endpoint | null, level: Level, names: Names): string {
  const name = (e: Endpoint): string => (e === you ? m.row_you() : names[e]);
  switch (row.kind) {
    case 'segment':
      return [
        m.row_segment({
          from: name(row.from),
          to: name(peerOf(row.from)),
          segment: segmentWords(row.segment, level),
        }),
        row.again ? m.row_is_again() : '',
        row.fate === 'lost' ? m.row_is_lost() : '',
      ]
        .filter(Boolean)
        .join(' ');
    case 'call':
      return m.row_call({ at: name(row.at), call: callWords(row) });
    case 'timeout':
      return (row.timer === 'time-wait' ? m.row_time_wait : m.row_retransmission)({
        at: name(row.at),
      });
    case 'silence':
      return m.row_silence({ at: name(row.at) });
    case 'mistake': {
      const move = row.move.kind === 'send' ? segmentWords(row.move, level) : m.row_silent();
      return `${m.row_mistake({ at: name(row.at), move })} ${consequenceWords(row.consequence, row.at)}`;
    }
  }
}
