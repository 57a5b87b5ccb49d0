/**
 * SEGMENT ARRIVES (RFC 9293 §3.10.7), with the challenge ACKs of RFC 5961. The checks stand in the
 * RFC's order; each returns as soon as one of them disposes of the segment. RFC 5961 §7 would have
 * challenge ACKs counted and limited: that is for whoever has a clock, and may drop them from `out`.
 */
import { acknowledged } from './acknowledgment.ts';
import { arrivesListen, arrivesSynSent, reopened, reopens, synAgain } from './handshake.ts';
import { arrivesReset, relistening } from './reset.ts';
import { ACK, FIN, has, RST, type Segment, SYN, segLen } from './segment.ts';
import { ackOf, resetOf } from './send.ts';
import { add, within } from './seq.ts';
import type { Receive, Tcb } from './tcb.ts';
import { answer, quietly, type Transition } from './transition.ts';

/** What `s` does to the connection, in whatever state. */
export function arrives(tcb: Tcb, s: Segment): Transition {
  switch (tcb.state) {
    case 'CLOSED':
      return has(s, RST) ? quietly(tcb, '3.10.7.1') : answer(tcb, resetOf(s), '3.10.7.1');
    case 'LISTEN':
      return arrivesListen(tcb, s);
    case 'SYN-SENT':
      return arrivesSynSent(tcb, s);
    default:
      return arrivesOtherwise(tcb, s);
  }
}

/** §3.10.7.4. Its third check, of security, has nothing to look at here. */
function arrivesOtherwise(tcb: Tcb, s: Segment): Transition {
  const { rcv } = tcb;
  const synReceived = tcb.state === 'SYN-RECEIVED';
  if (has(s, SYN) && !has(s, RST)) {
    if (synReceived && s.seq === rcv.irs) return synAgain(tcb, s);
    if (reopens(tcb, s)) return reopened(tcb, s);
  }

  // First, the sequence number; that of a RST is checked with it.
  if (has(s, RST)) return arrivesReset(tcb, s);
  if (!acceptable(rcv, s))
    return s.seq === rcv.nxt ? closedWindow(tcb, s) : answer(tcb, ackOf(tcb), '3.10.7.4-1');

  // Fourth, SYN. To a second one in a passive SYN-RECEIVED RFC 9293 has nobody answer; Linux sends a RST.
  if (has(s, SYN))
    return synReceived && tcb.opened === 'passive'
      ? quietly(relistening(tcb), '3.10.7.4-4')
      : answer(tcb, ackOf(tcb), '3.10.7.4-4');

  // Fifth, ACK. Stacks drop a segment without it before all else, and answer none; the RFC does out of the window.
  if (!has(s, ACK)) return quietly(tcb, '3.10.7.4-5');
  return acknowledged(tcb, s);
}

/** §3.4, Table 5; nothing lies within a window of 0. */
function acceptable(rcv: Receive, s: Segment): boolean {
  const len = segLen(s);
  if (len === 0) return rcv.wnd === 0 ? s.seq === rcv.nxt : within(s.seq, rcv.nxt, rcv.wnd);
  return within(s.seq, rcv.nxt, rcv.wnd) || within(add(s.seq, len - 1), rcv.nxt, rcv.wnd);
}

/**
 * What stands at RCV.NXT and is yet not acceptable meets a closed window: it is a probe. Its octets are not
 * taken and it is answered; but its ACK and its urgent pointer count (MUST-66), or two ends that both have
 * their windows closed would never hear of the other's opening.
 */
function closedWindow(tcb: Tcb, s: Segment): Transition {
  const challenge = answer(tcb, ackOf(tcb), '3.10.7.4-1');
  if (has(s, SYN) || !has(s, ACK)) return challenge;
  const t = acknowledged(tcb, { ...s, ctl: s.ctl & ~FIN, len: 0 });
  if (t.out.length > 0 || t.tcb.state === 'CLOSED') return t;
  return { ...t, out: [ackOf(t.tcb)], rule: '3.10.7.4-1' };
}
