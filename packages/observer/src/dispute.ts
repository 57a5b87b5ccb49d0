/** ACKs of numbers that nobody has shown, and how they are cleared. */
import { add, before, type Segment, segEnd } from '@ackade/tcp';
import { type Arrival, amend, type Connection } from './connection.ts';
import type { Side } from './side.ts';
import { streamFrom } from './stream.ts';

/** Takes note that `x` was accused of its acknowledgement. */
export function dispute(x: Side, { segment, row, time }: Arrival): void {
  if (x.dispute?.ack === segment.ack) x.dispute.rows.push(row);
  else x.dispute = { ack: segment.ack, rows: [row], time, settled: false };
}

/** Frames this close together may be in the capture in the wrong order: seconds. */
const SHUFFLED = 0.001;

/**
 * `x` speaks after `y` was accused of acknowledging what `x` had not shown. If `x` had reached that number
 * after all, the capture lacks what it sent; if both ends agree on a number against its SYN, the SYN was
 * not what it sent; if it goes on where it stood, the accusation stays.
 */
export function settle(c: Connection, x: Side, y: Side, s: Segment, time: number): void {
  const open = y.dispute;
  if (open === null || open.settled) return;
  if (y.acked === null && x.iss !== null && !x.spoken && s.seq === open.ack) {
    amend(c, x.synRow, 'second-iss');
    x.iss = add(s.seq, -1);
    x.nxt = s.seq;
    x.stream = streamFrom(x.iss, s.seq);
    y.acked = s.seq;
    y.phase = 'open';
    acquit(c, y, 'acknowledges');
    return;
  }
  if (before(s.seq, x.nxt)) return;
  if (s.seq !== x.nxt) {
    if (before(s.seq, open.ack)) return;
    acquit(c, y, 'capture-lacks-segments');
    x.stream.lossy = true;
    return;
  }
  // A single octet proves nothing: an ACK that is one too high would meet it as well.
  if (time - open.time <= SHUFFLED && segEnd(s) === open.ack && s.len > 1)
    acquit(c, y, 'capture-lacks-segments');
  else open.settled = true;
}

/** Takes the accusations back that `y` incurred with the ACK in dispute. */
export function acquit(
  c: Connection,
  y: Side,
  reason: 'acknowledges' | 'capture-lacks-segments',
): void {
  for (const row of y.dispute?.rows ?? []) amend(c, row, reason);
  y.dispute = null;
}
