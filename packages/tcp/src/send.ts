/** How the segments that an endpoint owes are made. */
import { ACK, FIN, PSH, RST, type Segment, SYN, segEnd, URG } from './segment.ts';
import { add, before, distance, type SeqNum, seq } from './seq.ts';
import { type Send, synInFlight, type Tcb, withSend } from './tcb.ts';
import type { Transition } from './transition.ts';

const ZERO = seq(0);
/** The urgent pointer has 16 bits: farther urgent octets are pointed at as they come nearer. */
const FARTHEST = 65535;

/** `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>` */
export const ackOf = (tcb: Tcb): Segment => data(tcb, tcb.snd.nxt, 0, ACK);

/** `<SEQ=ISS><CTL=SYN>`, with the ACK once the peer's SYN is known. */
export const synOf = ({ state, snd, rcv }: Tcb): Segment =>
  state === 'SYN-SENT'
    ? { ctl: SYN, seq: snd.iss, ack: ZERO, wnd: rcv.wnd, len: 0, up: 0 }
    : { ctl: SYN | ACK, seq: snd.iss, ack: rcv.nxt, wnd: rcv.wnd, len: 0, up: 0 };

/** `<SEQ=SND.NXT><CTL=RST>`, the form of ABORT (§3.10.5). */
export const abortOf = (tcb: Tcb): Segment => ({
  ctl: RST,
  seq: tcb.snd.nxt,
  ack: ZERO,
  wnd: 0,
  len: 0,
  up: 0,
});

/**
 * The reset that answers `s` where it belongs to no connection (§3.5.2): its number comes from the
 * ACK field if there is one, else it is 0 and acknowledges the whole of `s`.
 */
export const resetOf = (s: Segment): Segment =>
  s.ctl & ACK
    ? { ctl: RST, seq: s.ack, ack: ZERO, wnd: 0, len: 0, up: 0 }
    : { ctl: RST | ACK, seq: ZERO, ack: segEnd(s), wnd: 0, len: 0, up: 0 };

/** Anything but a SYN or a RST. It points at urgent octets that have yet to be sent, or are in it. */
function data({ snd, rcv }: Tcb, from: SeqNum, len: number, ctl: number): Segment {
  const urgent = snd.up !== null && before(from, snd.up);
  return {
    ctl: urgent ? ctl | URG : ctl,
    seq: from,
    ack: rcv.nxt,
    wnd: rcv.wnd,
    len,
    up: urgent ? Math.min(distance(from, snd.up), FARTHEST) : 0,
  };
}

/** Whether octets or a FIN of the user's wait to be sent. */
export const waiting = (snd: Send): boolean => snd.queued > 0 || snd.closing;

/**
 * Puts as much of the queued octets as the peer's window takes into segments of at most MSS octets,
 * and the FIN behind the last one if the user has closed (§3.10.2, §3.10.4). PSH marks the end of
 * what the user gave us (§3.9.1.2). There is no Nagle algorithm and no congestion control here.
 */
export function output(t: Transition): Transition {
  const { tcb } = t;
  const { snd } = tcb;
  if (!waiting(snd)) return t;
  const out = [...t.out];
  let { nxt, queued } = snd;
  let room = snd.wnd - distance(snd.una, nxt);
  while (queued > 0 && room > 0) {
    const len = Math.min(queued, room, tcb.options.mss);
    if (silly(tcb, len, queued)) break;
    queued -= len;
    room -= len;
    out.push(data(tcb, nxt, len, queued === 0 ? PSH | ACK : ACK));
    nxt = add(nxt, len);
  }
  // The FIN takes a number of the window as an octet does.
  const finNow = snd.closing && queued === 0 && room > 0;
  if (finNow) out.push(data(tcb, nxt, 0, FIN | ACK));
  if (out.length === t.out.length) return t;
  const next = withSend(tcb, sent(snd, nxt, queued, finNow));
  return { tcb: next, out, signals: t.signals, rule: t.rule };
}

/** `snd` once everything before `nxt`, and behind it the FIN, has been sent. Written out for speed. */
const sent = (snd: Send, nxt: SeqNum, queued: number, fin: boolean): Send => ({
  iss: snd.iss,
  una: snd.una,
  nxt: fin ? add(nxt, 1) : nxt,
  wnd: snd.wnd,
  wl1: snd.wl1,
  wl2: snd.wl2,
  maxWnd: snd.maxWnd,
  up: snd.up,
  fin: fin ? nxt : snd.fin,
  queued,
  closing: snd.closing && !fin,
  backoff: snd.backoff,
});

/**
 * The sender's part against the silly window syndrome (§3.8.6.2.1, MUST-38): a segment that is neither
 * full, nor the last that there is, nor half of what the peer has ever taken, waits for an ACK to open the
 * window, or, with nothing in flight, for the timer that probes the window.
 */
const silly = ({ snd, options }: Tcb, len: number, queued: number): boolean =>
  len < queued && len < options.mss && 2 * len < snd.maxWnd;

/**
 * What is sent into a window that is closed, or open by too little (§3.8.6.1): one octet or the FIN, again if
 * it is in flight already, else new; of a window open by too little all that it takes.
 */
export function probe(t: Transition): Transition {
  const { tcb } = t;
  const { snd, options } = tcb;
  if (snd.una !== snd.nxt) return { ...t, out: [again(tcb, snd.una, 1)] };
  const len = Math.min(snd.queued, Math.max(snd.wnd, 1), options.mss);
  const next = len > 0 ? data(tcb, snd.nxt, len, len === snd.queued ? PSH | ACK : ACK) : null;
  return {
    ...t,
    tcb: withSend(tcb, sent(snd, add(snd.nxt, len), snd.queued - len, next === null)),
    out: [next ?? data(tcb, snd.nxt, 0, FIN | ACK)],
  };
}

/**
 * What the retransmission timer sends again: the head of what is in flight (§3.10.8), as far as the window
 * takes it, which may have shrunk since (SHLD-16).
 */
export const headOf = (tcb: Tcb): Segment =>
  synInFlight(tcb) ? synOf(tcb) : again(tcb, tcb.snd.una, tcb.snd.wnd);

/** All that is unacknowledged and lies within the peer's window; our SYN is left to its timer. */
export function unacknowledged(tcb: Tcb): readonly Segment[] {
  const { snd } = tcb;
  const out: Segment[] = [];
  if (synInFlight(tcb)) return out;
  for (let from = snd.una; from !== snd.nxt; ) {
    const room = snd.wnd - distance(snd.una, from);
    if (room <= 0) break;
    const segment = again(tcb, from, room);
    out.push(segment);
    from = segEnd(segment);
  }
  return out;
}

/** At most `room` octets from `from` on, or the FIN, as they were sent before. */
function again(tcb: Tcb, from: SeqNum, room: number): Segment {
  const { snd, options } = tcb;
  if (from === snd.fin) return data(tcb, from, 0, FIN | ACK);
  const left = distance(from, snd.fin ?? snd.nxt);
  const len = Math.min(left, room, options.mss);
  return data(tcb, from, len, len === left && snd.queued === 0 ? PSH | ACK : ACK);
}
