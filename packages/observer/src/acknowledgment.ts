import { before, type SeqNum } from '@ackade/tcp';
import { beforeStart, type Side, startedNothing } from './side.ts';
import { advanceTo, isBoundary, mark, markAfter } from './stream.ts';
import type { Reason } from './verdict.ts';

/** Where nobody names a maximum segment size, no TCP sends more than this (MUST-15). */
const UNNAMED_MSS = 536;
/** Octets that the timestamps take from each segment (RFC 7323 §3.2, RFC 6691). */
const TIMESTAMPS = 12;

/** What surely goes to `x` in one piece. */
const largestOf = ({ mss }: Side): number => (mss ?? UNNAMED_MSS) - (mss === null ? 0 : TIMESTAMPS);

/**
 * What is wrong with `x` acknowledging `ack` of what `y` sent; null where nothing is. RCV.NXT of `x` may be
 * any boundary of the segments that `y` has sent so far (RFC 9293 §3.4: acknowledgement is cumulative).
 */
export function ackFault(x: Side, y: Side, ack: SeqNum): Reason | null {
  if (!y.heard) return 'capture-lacks-segments';
  const { stream } = y;
  if (y.iss === null && before(ack, stream.start)) return 'began-late';
  if (beforeStart(y, ack)) return startedNothing(y, x) ? 'began-late' : 'ack-before-connection';
  if (before(y.nxt, ack)) return 'ack-of-unsent';
  if (before(stream.covered, ack)) {
    // It was sent, for later numbers were seen, and it arrived: only the capture has not got it.
    advanceTo(stream, ack);
    stream.lossy = true;
    return 'capture-lacks-segments';
  }
  if (isBoundary(stream, ack, y.offloads ? UNNAMED_MSS : largestOf(x))) return null;
  // Of a segment that goes beyond the window, a receiver takes what is inside (§3.10.7.4 step 1).
  if (x.offered === null || !before(x.offered, markAfter(stream, ack)))
    return 'ack-of-half-a-segment';
  mark(stream, ack);
  return null;
}
