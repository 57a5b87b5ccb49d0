/** SEGMENT ARRIVES, steps 6 to 8 (RFC 9293 §3.10.7.4): the urgent pointer, the octets, the FIN. */
import { unreadFrom, urgentStill, windowOf } from './buffer.ts';
import { continuing, holding } from './held.ts';
import type { RuleId } from './rule.ts';
import { FIN, has, type Segment, segLen, URG } from './segment.ts';
import { ackOf } from './send.ts';
import { add, before } from './seq.ts';
import type { State } from './state.ts';
import { changed, NO_SPANS, type Receive, receives, type Tcb, withReceive } from './tcb.ts';
import { NO_SEGMENTS, type Signal, type Transition } from './transition.ts';

/** What `s`, all of it acceptable, brings besides its ACK. `signals`: what its ACK tells the user. */
export function text(tcb: Tcb, s: Segment, signals: readonly Signal[]): Transition {
  const { rcv } = tcb;
  // What came on a SYN waits for the ACK that makes the connection stand, and nothing else.
  const waits = continuing(rcv) > 0 || rcv.fin === rcv.nxt;
  if (!waits && segLen(s) === 0 && !has(s, URG))
    return { tcb, out: NO_SEGMENTS, signals, rule: '3.10.7.4-5' };
  if (!receives(tcb.state)) return afterPeersFin(tcb, s, signals);
  if (has(s, URG)) return urged(tcb, s, signals);

  const plain = isPlain(rcv, s);
  const kept = plain ? rcv : holding(rcv, s);
  const octets = plain ? s.len : continuing(kept);
  const fin = kept.fin === add(rcv.nxt, octets);
  if (octets > 0 || fin) return taken(tcb, kept, octets, fin, signals);
  // Nothing of it is next in order: the ACK tells the peer where the gap is (MAY-13).
  return acked(kept === rcv ? tcb : withReceive(tcb, kept), signals, '3.10.7.4-7');
}

/** Whether `s` is the next octets, nothing before or behind them missing. */
const isPlain = (rcv: Receive, s: Segment): boolean =>
  s.seq === rcv.nxt &&
  s.len <= rcv.wnd &&
  !has(s, FIN) &&
  rcv.held.length === 0 &&
  rcv.fin === null;

/**
 * Step 6. The user is told whenever the pointer moves on (§3.8.5, MUST-32), though step 6 itself would tell
 * it only once for urgent octets without a break.
 */
function urged(tcb: Tcb, s: Segment, signals: readonly Signal[]): Transition {
  const { rcv } = tcb;
  const end = add(s.seq, s.up);
  const rest = { ...s, ctl: s.ctl & ~URG };
  if (!before(rcv.up ?? unreadFrom(rcv), end)) return text(tcb, rest, signals);
  const pointed = withReceive(tcb, { ...rcv, up: end });
  const t = text(pointed, rest, [...signals, { signal: 'urgent', end }]);
  return segLen(s) > 0 ? t : { ...t, rule: '3.10.7.4-6' };
}

/** `octets` in order, of those that `kept` holds, and the FIN behind them: steps 7 and 8. */
function taken(
  tcb: Tcb,
  kept: Receive,
  octets: number,
  fin: boolean,
  signals: readonly Signal[],
): Transition {
  const { options } = tcb;
  const onCall = options.reads === 'on-call';
  const state = fin ? afterFin(tcb.state) : tcb.state;
  // A FIN pushes what is before it. In CLOSE-WAIT that can still be called for, after our CLOSE no more.
  const pushed = fin && state !== 'CLOSE-WAIT';
  const unread = kept.unread + octets;
  const given = !onCall || pushed ? unread : Math.min(unread, kept.wanted);
  const from = unreadFrom(kept);
  const later = mayWait(tcb, kept, octets, fin);
  const rcv: Receive = {
    irs: kept.irs,
    nxt: add(kept.nxt, fin ? octets + 1 : octets),
    wnd: onCall ? windowOf(options, kept.wnd - octets, unread - given) : kept.wnd,
    up: urgentStill(kept.up, add(from, given)),
    held: fin || kept.held.length === 0 ? NO_SPANS : kept.held.slice(1),
    fin: kept.fin,
    unread: unread - given,
    wanted: fin || !onCall ? 0 : kept.wanted - given,
    unacked: later ? kept.unacked + octets : 0,
  };
  const told = [...signals];
  if (given > 0) told.push({ signal: 'received', seq: from, len: given });
  if (fin) told.push({ signal: 'peer-closed' });
  const next = changed(tcb, state, tcb.snd, rcv);
  const rule: RuleId = fin ? '3.10.7.4-8' : '3.10.7.4-7';
  return later ? { tcb: next, out: NO_SEGMENTS, signals: told, rule } : acked(next, told, rule);
}

/**
 * Whether the ACK may wait (§3.8.6.3): never for two full segments (SHLD-19), nor where the peer repairs a
 * loss or closes.
 */
const mayWait = ({ options, rcv }: Tcb, kept: Receive, octets: number, fin: boolean): boolean =>
  options.delayedAck &&
  !fin &&
  rcv.held.length + kept.held.length === 0 &&
  rcv.unacked + octets < 2 * options.mss;

const acked = (tcb: Tcb, signals: readonly Signal[], rule: RuleId): Transition => ({
  tcb,
  out: [ackOf(tcb)],
  signals,
  rule,
});

/** Step 8's table for the states in which the peer's FIN is new. */
function afterFin(state: State): State {
  if (state === 'ESTABLISHED') return 'CLOSE-WAIT';
  // A FIN-WAIT-1 whose FIN this very segment acknowledges has become FIN-WAIT-2 in step 5.
  return state === 'FIN-WAIT-2' ? 'TIME-WAIT' : 'CLOSING';
}

/**
 * CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT: whatever reaches here lies beyond the peer's FIN, so no
 * correct peer sent it, and it is ignored; a FIN moves RCV.NXT once only. TIME-WAIT alone answers a FIN wherever it stands, for
 * answering FINs is what TIME-WAIT is for.
 */
function afterPeersFin(tcb: Tcb, s: Segment, signals: readonly Signal[]): Transition {
  return tcb.state === 'TIME-WAIT' && has(s, FIN)
    ? acked(tcb, signals, '3.10.7.4-8')
    : { tcb, out: NO_SEGMENTS, signals, rule: '3.10.7.4-7' };
}
