/**
 * SEGMENT ARRIVES (RFC 9293 §3.10.7), with the challenge ACKs of RFC 5961. The checks stand in the
 * RFC's order; each returns as soon as one of them disposes of the segment.
 */
import type { RuleId } from './rule.ts';
import { ACK, FIN, has, RST, type Segment, SYN, segLen } from './segment.ts';
import { ackOf, output, resetOf, synOf } from './send.ts';
import { add, atOrBefore, before, distance, type SeqNum, within } from './seq.ts';
import type { Signal, Transition } from './step.ts';
import {
  BLANK_SEND,
  finAcked,
  forgotten,
  ISS_STEP,
  type Receive,
  type Send,
  type State,
  type Tcb,
} from './tcb.ts';

const NO_SEGMENTS: readonly Segment[] = [];
const NO_SIGNALS: readonly Signal[] = [];

const drop = (tcb: Tcb, rule: RuleId): Transition => ({
  tcb,
  out: NO_SEGMENTS,
  signals: NO_SIGNALS,
  rule,
});
const answer = (tcb: Tcb, out: Segment, rule: RuleId): Transition => ({
  tcb,
  out: [out],
  signals: NO_SIGNALS,
  rule,
});

export function arrives(tcb: Tcb, s: Segment): Transition {
  switch (tcb.state) {
    case 'CLOSED':
      return has(s, RST) ? drop(tcb, '3.10.7.1') : answer(tcb, resetOf(s), '3.10.7.1');
    case 'LISTEN':
      return arrivesListen(tcb, s);
    case 'SYN-SENT':
      return arrivesSynSent(tcb, s);
    default:
      return arrivesOtherwise(tcb, s);
  }
}

/** §3.10.7.2 */
function arrivesListen(tcb: Tcb, s: Segment): Transition {
  if (has(s, RST)) return drop(tcb, '3.10.7.2-1');
  if (has(s, ACK)) return answer(tcb, resetOf(s), '3.10.7.2-2');
  if (!has(s, SYN)) return drop(tcb, '3.10.7.2-4');
  // A FIN or data on the SYN is not kept: the peer sends it again (trap: SYN+FIN; Linux drops it all).
  const iss = tcb.nextIss;
  const received: Tcb = {
    ...tcb,
    state: 'SYN-RECEIVED',
    nextIss: add(iss, ISS_STEP),
    snd: {
      ...BLANK_SEND,
      iss,
      una: iss,
      nxt: add(iss, 1),
      wnd: s.wnd,
      maxWnd: s.wnd,
      wl1: s.seq,
      wl2: iss,
    },
    rcv: { irs: s.seq, nxt: add(s.seq, 1), wnd: tcb.rcv.wnd },
  };
  return answer(received, synOf(received), '3.10.7.2-3');
}

/** §3.10.7.3 */
function arrivesSynSent(tcb: Tcb, s: Segment): Transition {
  const { snd } = tcb;
  if (has(s, ACK) && !acksNew(snd, s))
    return has(s, RST) ? drop(tcb, '3.10.7.3-1') : answer(tcb, resetOf(s), '3.10.7.3-1');
  if (has(s, RST))
    return has(s, ACK) ? closed(tcb, 'reset', '3.10.7.3-2') : drop(tcb, '3.10.7.3-2');
  // Without a SYN even a good ACK is dropped; our SYN's timer goes on.
  if (!has(s, SYN)) return drop(tcb, '3.10.7.3-5');

  const rcv: Receive = { ...tcb.rcv, irs: s.seq, nxt: add(s.seq, 1) };
  const window = { wnd: s.wnd, maxWnd: s.wnd, wl1: s.seq };
  if (!has(s, ACK)) {
    const crossed: Tcb = {
      ...tcb,
      state: 'SYN-RECEIVED',
      snd: { ...snd, ...window, wl2: snd.iss },
      rcv,
    };
    return answer(crossed, synOf(crossed), '3.10.7.3-4');
  }
  const up: Tcb = {
    ...tcb,
    state: 'ESTABLISHED',
    snd: { ...snd, ...window, una: s.ack, wl2: s.ack },
    rcv,
  };
  const sent = output(up);
  return {
    tcb: sent.tcb,
    out: [ackOf(up), ...sent.out],
    signals: [{ signal: 'established' }],
    rule: '3.10.7.3-4',
  };
}

/** §3.10.7.4 */
function arrivesOtherwise(tcb: Tcb, s: Segment): Transition {
  const { rcv } = tcb;
  const synReceived = tcb.state === 'SYN-RECEIVED';
  if (synReceived && has(s, SYN) && s.seq === rcv.irs && !has(s, RST)) return synAgain(tcb, s);

  // First, the sequence number.
  if (!acceptable(rcv, s)) {
    if (has(s, RST)) return drop(tcb, '3.10.7.4-1');
    return answer(tcb, ackOf(tcb), '3.10.7.4-1');
  }

  // Second, RST: only the exact number resets; elsewhere in the window it is challenged (RFC 5961 §3.2).
  if (has(s, RST)) return s.seq === rcv.nxt ? reset(tcb) : answer(tcb, ackOf(tcb), '3.10.7.4-2');

  // Fourth, SYN.
  if (has(s, SYN))
    return synReceived && tcb.opened === 'passive'
      ? drop(relisten(tcb), '3.10.7.4-4')
      : answer(tcb, ackOf(tcb), '3.10.7.4-4');

  // Fifth, ACK.
  if (!has(s, ACK)) return drop(tcb, '3.10.7.4-5');
  return acknowledged(tcb, s);
}

/**
 * The peer's own SYN once more in SYN-RECEIVED. Step 1 read literally finds it left of the window and
 * answers a bare ACK. Alone, it means that our SYN,ACK was lost, and every stack sends that again; with
 * a good ACK it is the SYN,ACK of Figure 7, whose ACK must be read for simultaneous open to end
 * (RFC 9293 Appendix A.2 admits the gap).
 */
function synAgain(tcb: Tcb, s: Segment): Transition {
  if (!has(s, ACK)) return answer(tcb, synOf(tcb), '3.10.7.4-1');
  if (tcb.opened === 'passive' || !acksNew(tcb.snd, s))
    return answer(tcb, ackOf(tcb), '3.10.7.4-1');
  const t = acknowledged(tcb, { ...s, ctl: s.ctl & ~SYN, seq: add(s.seq, 1) });
  // Real stacks confirm with one ACK, as they answer any repeated SYN.
  return { ...t, out: [ackOf(tcb), ...t.out] };
}

/** SND.UNA < SEG.ACK =< SND.NXT */
const acksNew = (snd: Send, s: Segment): boolean =>
  before(snd.una, s.ack) && atOrBefore(s.ack, snd.nxt);

/** §3.4, Table 5. */
function acceptable(rcv: Receive, s: Segment): boolean {
  const len = segLen(s);
  if (len === 0) return rcv.wnd === 0 ? s.seq === rcv.nxt : within(s.seq, rcv.nxt, rcv.wnd);
  return (
    rcv.wnd > 0 &&
    (within(s.seq, rcv.nxt, rcv.wnd) || within(add(s.seq, len - 1), rcv.nxt, rcv.wnd))
  );
}

function closed(tcb: Tcb, signal: 'reset' | 'refused' | 'closed', rule: RuleId): Transition {
  return {
    tcb: forgotten(tcb),
    out: NO_SEGMENTS,
    signals: [{ signal }],
    rule,
  };
}

const relisten = (tcb: Tcb): Tcb => ({
  ...forgotten(tcb),
  state: 'LISTEN',
  opened: 'passive',
});

/** Step 2, a RST that counts. */
function reset(tcb: Tcb): Transition {
  const rule: RuleId = '3.10.7.4-2';
  switch (tcb.state) {
    case 'SYN-RECEIVED':
      return tcb.opened === 'passive' ? drop(relisten(tcb), rule) : closed(tcb, 'refused', rule);
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return closed(tcb, 'closed', rule);
    default:
      return closed(tcb, 'reset', rule);
  }
}

/** Step 5 and, for segments in order, what follows it. */
function acknowledged(tcb: Tcb, s: Segment): Transition {
  const { snd } = tcb;
  if (tcb.state === 'SYN-RECEIVED') {
    if (!acksNew(snd, s)) return answer(tcb, resetOf(s), '3.10.7.4-5');
    // A CLOSE that had to wait takes effect now.
    const state: State = snd.closing ? 'FIN-WAIT-1' : 'ESTABLISHED';
    const up: Tcb = { ...tcb, state, snd: { ...windowFrom(snd, s), una: s.ack } };
    return flushed(text(up, s, [{ signal: 'established' }]));
  }
  // A good ACK counts at once, also on a segment ahead of a gap: stacks do so, and nothing is gained by
  // holding it with the octets. Of something not yet sent, or older than any segment still in the net (RFC 5961 §5). Ahead of a
  // gap the segment waits, and so does the answer to its ACK field.
  if (before(snd.nxt, s.ack) || distance(s.ack, snd.una) > snd.maxWnd)
    return before(tcb.rcv.nxt, s.seq)
      ? text(tcb, s, NO_SIGNALS)
      : answer(tcb, ackOf(tcb), '3.10.7.4-5');

  const advanced = advance(snd, s);
  const next: Tcb = advanced === snd ? tcb : { ...tcb, snd: advanced };
  const done = finAcked(advanced);
  switch (tcb.state) {
    case 'CLOSING':
      if (!done) return flushed(drop(next, '3.10.7.4-5'));
      return text({ ...next, state: 'TIME-WAIT' }, s, NO_SIGNALS);
    case 'LAST-ACK':
      if (done) return closed(tcb, 'closed', '3.10.7.4-5');
      return flushed(text(next, s, NO_SIGNALS));
    case 'FIN-WAIT-1':
      return flushed(text(done ? { ...next, state: 'FIN-WAIT-2' } : next, s, NO_SIGNALS));
    default:
      return flushed(text(next, s, NO_SIGNALS));
  }
}

/** What the ACK lets go follows what the segment's own text is owed. */
function flushed(t: Transition): Transition {
  const { tcb, out } = output(t.tcb);
  return out.length === 0 ? t : { ...t, tcb, out: [...t.out, ...out] };
}

/** SND.UNA and the send window after the ACK of `s`; `snd` itself where nothing changes. */
function advance(snd: Send, s: Segment): Send {
  const isNew = before(snd.una, s.ack);
  const fresh =
    atOrBefore(snd.una, s.ack) &&
    (before(snd.wl1, s.seq) || (snd.wl1 === s.seq && atOrBefore(snd.wl2, s.ack)));
  const windowed = fresh ? windowFrom(snd, s) : snd;
  return isNew ? { ...windowed, una: s.ack } : windowed;
}

function windowFrom(snd: Send, s: Segment): Send {
  if (snd.wnd === s.wnd && snd.wl1 === s.seq && snd.wl2 === s.ack) return snd;
  return { ...snd, wnd: s.wnd, wl1: s.seq, wl2: s.ack, maxWnd: Math.max(snd.maxWnd, s.wnd) };
}

/** Steps 7 and 8: the octets and the FIN, as far as they are next in order. */
function text(tcb: Tcb, s: Segment, signals: readonly Signal[]): Transition {
  const { rcv } = tcb;
  if (segLen(s) === 0) return { tcb, out: NO_SEGMENTS, signals, rule: '3.10.7.4-5' };
  switch (tcb.state) {
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
      break;
    default:
      return afterPeersFin(tcb, s, signals);
  }
  const dataEnd = add(s.seq, s.len);
  const octets = rcv.nxt === dataEnd ? 0 : inOrder(rcv, s.seq, dataEnd);
  const nxt = add(rcv.nxt, octets);
  const fin = has(s, FIN) && nxt === dataEnd && octets < rcv.wnd;
  // Nothing of it is next in order: it is dropped, and the ACK tells the peer where the gap is.
  if (octets === 0 && !fin) return acked(tcb, signals, '3.10.7.4-7');

  const told: Signal[] = [...signals];
  if (octets > 0) told.push({ signal: 'received', seq: rcv.nxt, len: octets });
  if (!fin) return acked({ ...tcb, rcv: { ...rcv, nxt } }, told, '3.10.7.4-7');

  told.push({ signal: 'peer-closed' });
  const state = afterFin(tcb);
  return acked({ ...tcb, state, rcv: { ...rcv, nxt: add(nxt, 1) } }, told, '3.10.7.4-8');
}

/** Octets of [from, end) that continue the stream and fit the window. */
function inOrder(rcv: Receive, from: SeqNum, end: SeqNum): number {
  if (before(rcv.nxt, from)) return 0;
  return Math.max(0, Math.min(distance(rcv.nxt, end), rcv.wnd));
}

const acked = (tcb: Tcb, signals: readonly Signal[], rule: RuleId): Transition => ({
  tcb,
  out: [ackOf(tcb)],
  signals,
  rule,
});

/** Step 8's table for the states in which the peer's FIN is new. */
function afterFin(tcb: Tcb): State {
  if (tcb.state === 'ESTABLISHED') return 'CLOSE-WAIT';
  // A FIN-WAIT-1 whose FIN this very segment acknowledges has become FIN-WAIT-2 in step 5.
  return tcb.state === 'FIN-WAIT-2' ? 'TIME-WAIT' : 'CLOSING';
}

/**
 * CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT: whatever reaches here lies beyond the peer's FIN, so no
 * correct peer sent it, and it is ignored. TIME-WAIT alone answers a FIN wherever it stands, for
 * answering FINs is what TIME-WAIT is for.
 */
function afterPeersFin(tcb: Tcb, s: Segment, signals: readonly Signal[]): Transition {
  const out = tcb.state === 'TIME-WAIT' && has(s, FIN) ? [ackOf(tcb)] : NO_SEGMENTS;
  return { tcb, out, signals, rule: out.length > 0 ? '3.10.7.4-8' : '3.10.7.4-7' };
}
