import { before, peerOf } from '@ackade/tcp';
import { type Moment, seenUpTo } from '../moment.ts';
import type { Draft, Lots } from '../question.ts';
import type { Kind } from './kind.ts';
import { firstOf } from './moments.ts';
import { segmentQuestion } from './next-segment.ts';

export const peerAnswer: Kind = {
  kind: 'peer-answer',
  share: 11,
  sources: {
    play: ({ moments }, lots) => firstOf(moments, fromTheSender, lots),
    vector: (moment, lots) => segmentQuestion('peer-answer', moment, lots),
  },
};

/** The same segment, as its sender saw it go. */
function fromTheSender(moment: Moment, lots: Lots): Draft | null {
  const { world, at, turn } = moment;
  const row = world.rows[turn.row];
  if (row?.kind !== 'arrived' || row.sent === null) return null;
  // What has come ahead of a gap its sender may not know to have come.
  const { held, fin, nxt } = turn.before.rcv;
  if (held.length > 0 || (fin !== null && !before(fin, nxt))) return null;
  const draft = segmentQuestion('peer-answer', moment, lots);
  return draft && { ...draft, figure: seenUpTo(world, peerOf(at), row.sent + 1) };
}
