/** What a segment that is accepted as its endpoint's own tells of it. */
import { add, before, distance, FIN, has, type Segment, type SeqNum, segEnd } from '@ackade/tcp';
import { acksFin, later, type Side } from './side.ts';
import { mark, note } from './stream.ts';
import type { Reason } from './verdict.ts';

/** Brings `x` up to date with `s`, which it sent to `y`, and says what `s` is. */
export function take(x: Side, y: Side, s: Segment): Reason {
  const { acked } = x;
  x.life = 'alive';
  x.spoken = true;
  x.phase = 'open';
  if (y.phase === 'syn-received' && y.iss !== null && before(y.iss, s.ack)) y.phase = 'open';
  x.acked = later(acked, s.ack);
  offer(x, y, s);
  return segEnd(s) === s.seq ? pureAck(x, y, s, acked) : takeOctets(x, y, s);
}

/**
 * The right edge that `x` offers with `s`; the scale counts if both SYNs named one (RFC 7323 §2.2). From an
 * old segment its peer takes the ACK, but not the window (§3.10.7.4 step 5): whichever window it had until
 * then counts from the new ACK on.
 */
function offer(x: Side, y: Side, s: Segment): void {
  const wnd = x.shift === null || y.shift === null ? s.wnd : s.wnd << x.shift;
  x.wnd = wnd;
  x.maxWnd = Math.max(x.maxWnd, wnd);
  x.offered = later(x.offered, add(s.ack, wnd));
  x.edge = later(x.edge, add(s.ack, before(s.seq, x.nxt) ? x.maxWnd : wnd));
}

function pureAck(x: Side, y: Side, s: Segment, acked: SeqNum | null): Reason {
  const ahead = distance(x.nxt, s.seq);
  if (ahead > 0) {
    x.stream.lossy = true;
    x.nxt = s.seq;
    return 'capture-lacks-segments';
  }
  if (ahead < 0) {
    if (y.wnd === 0 && add(s.seq, 1) === y.acked) return 'probe-without-data';
    return ahead === -1 && y.acked === x.nxt && x.fin === null ? 'keeps-alive' : 'overtaken';
  }
  if (acked === null) return 'completes-handshake';
  if (before(s.ack, acked)) return 'overtaken';
  if (s.ack === acked) return 'acknowledges-again';
  return acksFin(x, y) ? 'acknowledges-fin' : 'acknowledges';
}

/** Numbers this far on come round to the ISS again before long. */
const FAR = 2 ** 30;

/** Takes note of the octets and the FIN that `s` carries, if any. */
export function takeOctets(x: Side, y: Side, s: Segment): Reason {
  const end = segEnd(s);
  if (end === s.seq) return 'acknowledges';
  const probed = add(s.seq, 1) === x.nxt && s.len === 1 && y.acked === x.nxt;
  const gap = before(x.nxt, s.seq);
  const inside = !before(x.nxt, end);
  const again = note(x.stream, s.seq, end);
  // A receiver may acknowledge the octets before the FIN behind them (§3.10.7.4 steps 7 and 8).
  if (has(s, FIN)) mark(x.stream, add(s.seq, s.len));
  if (!inside) x.nxt = end;
  if (s.len > (y.mss ?? s.len)) x.offloads = true;
  if (x.iss !== null && (x.nxt - x.iss) >>> 0 > FAR) x.farFromIss = true;
  const closes = has(s, FIN) && x.fin === null;
  if (closes) {
    x.fin = add(s.seq, s.len);
    x.closedSecond = acksFin(x, y);
  }
  if (gap) return 'ahead-of-gap';
  if (again && probed) return 'keeps-alive';
  if (again) return has(s, FIN) && s.len === 0 ? 'fin-again' : 'data-again';
  if (inside) return 'fills-gap';
  if (y.wnd === 0 && s.len === 1) return 'probes-window';
  return closes ? 'closes' : 'carries-data';
}
