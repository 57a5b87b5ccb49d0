/** Judges all segments with neither SYN nor RST: data, ACKs and FINs. */
import { ACK, add, before, distance, FIN, has, type Segment, segEnd } from '@ackade/tcp';
import { ackFault } from './acknowledgment.ts';
import { type Arrival, amend, type Connection, disown, type Index, other } from './connection.ts';
import { dispute, settle } from './dispute.ts';
import { beforeStart, type Side, startedNothing, unheard } from './side.ts';
import { isBoundary, streamFrom, within } from './stream.ts';
import { take, takeOctets } from './take.ts';
import type { Reason } from './verdict.ts';

export function judgeEstablished(c: Connection, from: Index, a: Arrival): Reason {
  const { segment: s } = a;
  const x = c.sides[from];
  const y = c.sides[other(from)];
  if (!x.heard) {
    if (!has(s, ACK)) return 'ack-bit-missing';
    c.sides[from] = firstWords(s);
    if (!y.heard) y.phase = 'open';
    return y.iss === null ? 'began-late' : 'capture-lacks-segments';
  }
  if (x.former !== null && s.seq !== x.nxt) {
    // It never forgot the connection: the SYN in its name was somebody else's.
    c.sides[from] = x.former;
    disown(c, x.synRow, 'forged-syn');
    return judgeEstablished(c, from, a);
  }
  if (startedNothing(x, y) && beforeStart(x, s.seq)) {
    disown(c, x.synRow, 'forged-syn');
    c.sides[from] = unheard('open');
    return judgeEstablished(c, from, a);
  }
  if (x.life === 'gone') {
    if (x.reset === null || !isNews(x, s)) return 'overtaken';
    if (a.time - x.reset.time < (x.stream.lossy ? 10 : 1) * DELAY) {
      takeOctets(x, y, s);
      return 'overtaken';
    }
    // Whoever has reset a connection says nothing new on it: the RST was somebody else's.
    x.life = 'alive';
    c.brokenBy = null;
    disown(c, x.reset.row, 'forged-reset');
  }
  return speaks(c, x, y.former ?? y, a);
}

/** `y` is what `x` takes its peer to be: until it has answered a new SYN, the one it knew. */
function speaks(c: Connection, x: Side, y: Side, a: Arrival): Reason {
  const { segment: s } = a;
  // Without the ACK bit it is dropped, whatever else it says (§3.10.7.4 step 5).
  if (!has(s, ACK)) return 'ack-bit-missing';
  settle(c, x, y, s, a.time);
  const doubt = ackFault(x, y, s.ack);
  const unsure = doubt === 'capture-lacks-segments' || doubt === 'began-late';
  justify(c, y, s);
  const fault = finFault(x, s) ?? numberFault(x, y, s);
  if (doubt !== null && !unsure) {
    // One fault is one accusation: the peer may have taken the octets all the same.
    if (fault === null) takeOctets(x, y, s);
    dispute(x, a);
    x.spoken = true;
    return doubt;
  }
  const accusation = fault ?? ackRegress(x, s);
  if (accusation !== null) return accusation;
  const beyond = overruns(x, y, s);
  if (beyond) overrun(x, y, s, a.row);
  const reason = take(x, y, s);
  return beyond ? 'beyond-window' : (doubt ?? reason);
}

const firstWords = (s: Segment): Side => ({
  ...unheard('open'),
  heard: true,
  nxt: segEnd(s),
  stream: streamFrom(s.seq, segEnd(s)),
  spoken: true,
  acked: s.ack,
  fin: has(s, FIN) ? add(s.seq, s.len) : null,
  wnd: s.wnd,
});

/** How long a RST may overtake what was sent before it, in seconds; ten times that where the way is rough. */
const DELAY = 0.1;

/** Whether `s` says anything that `x` had not said when it was last believed to be there. */
const isNews = (x: Side, s: Segment): boolean =>
  before(x.nxt, segEnd(s)) || (x.acked !== null && before(x.acked, s.ack));

/** One FIN, at one place, and nothing behind it (§3.10.4). */
function finFault(x: Side, s: Segment): Reason | null {
  const dataEnd = add(s.seq, s.len);
  if (x.fin === null)
    return has(s, FIN) && !x.stream.lossy && within(x.stream, dataEnd)
      ? 'fin-before-end-of-data'
      : null;
  if (s.len > 0 && before(x.fin, dataEnd)) return 'data-after-fin';
  return has(s, FIN) && dataEnd !== x.fin ? 'second-fin' : null;
}

function numberFault(x: Side, y: Side, s: Segment): Reason | null {
  if (beforeStart(x, s.seq))
    return isKeepAlive(x, s) || isProbe(y, s) ? null : 'number-before-connection';
  if (s.len > 0 || has(s, FIN)) return null;
  const ahead = distance(x.nxt, s.seq);
  if (ahead > 0) return x.fin !== null ? 'number-never-reached' : null;
  if (ahead === 0 || isKeepAlive(x, s) || isProbe(y, s)) return null;
  // An ACK bears SND.NXT, which stands between two segments.
  return isBoundary(x.stream, s.seq, y.mss ?? 0) ? null : 'number-never-reached';
}

/** §3.8.4: `SEG.SEQ = SND.NXT − 1`, with no octet or one of garbage. */
const isKeepAlive = (x: Side, s: Segment): boolean => add(s.seq, 1) === x.nxt && s.len <= 1;

/** Linux asks a closed window with the last number that was acknowledged. */
const isProbe = (y: Side, s: Segment): boolean => y.wnd === 0 && add(s.seq, 1) === y.acked;

/**
 * Nobody sends beyond the right edge that was offered to him (§3.8.6), but for the one octet with which a
 * closed window is probed.
 */
function overruns(x: Side, y: Side, s: Segment): boolean {
  if (s.len === 0 || y.edge === null || x.iss === null || y.iss === null || y.stream.lossy)
    return false;
  return before(add(y.edge, 1), add(s.seq, s.len));
}

/** Takes note of an accusation. What is sent on from there is not accused again. */
function overrun(x: Side, y: Side, s: Segment, row: number): void {
  if (y.edge === null) return;
  x.overrun ??= { edge: y.edge, rows: [] };
  x.overrun.rows.push(row);
  y.edge = add(s.seq, s.len);
}

/** Nobody takes what lies beyond the window that he has offered: whoever acknowledges it had offered more. */
function justify(c: Connection, y: Side, s: Segment): void {
  if (y.overrun === null || !before(add(y.overrun.edge, 1), s.ack) || before(y.nxt, s.ack)) return;
  for (const row of y.overrun.rows) amend(c, row, 'capture-lacks-segments');
  y.overrun = null;
}

/** RCV.NXT never goes back, so new data do not acknowledge less than what was sent before them. */
const ackRegress = (x: Side, s: Segment): Reason | null =>
  segEnd(s) !== s.seq &&
  s.seq === x.nxt &&
  x.acked !== null &&
  before(s.ack, x.acked) &&
  !x.stream.lossy
    ? 'ack-taken-back'
    : null;
