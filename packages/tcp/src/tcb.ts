import { add, before, type SeqNum, seq } from './seq.ts';
import type { State } from './state.ts';

/** What RFC 9293 leaves to the endpoint. One object, which all TCBs of the endpoint share. */
export type EndpointOptions = {
  /**
   * Octets of data in a full-sized segment, either way, 1 … 65535. Segments of the core carry no
   * options: whoever reads the peer's maximum segment size says it here.
   */
  readonly mss: number;
  /** Octets that the receive buffer holds, which is the window while it is empty, 0 … 65535. */
  readonly window: number;
  /** Whether the user takes octets as they arrive, so that the buffer stays empty, or by RECEIVE only. */
  readonly reads: 'at-once' | 'on-call';
  /** Whether the ACK of octets that came in order may wait (§3.8.6.3). */
  readonly delayedAck: boolean;
  /** Whether a passive OPEN stands behind the connection, so that TIME-WAIT may take a new SYN (MAY-2). */
  readonly listening: boolean;
};

/** `mss`: what IPv4 assumes of a peer that names none (MUST-15). */
export const DEFAULT_OPTIONS: EndpointOptions = Object.freeze({
  mss: 536,
  window: 65535,
  reads: 'at-once',
  delayedAck: false,
  listening: false,
});

/** Send sequence variables (RFC 9293 §3.3.1, Table 2). */
export type Send = {
  readonly iss: SeqNum;
  readonly una: SeqNum;
  readonly nxt: SeqNum;
  /** SND.WND, octets. */
  readonly wnd: number;
  readonly wl1: SeqNum;
  readonly wl2: SeqNum;
  /** The largest window that the peer ever offered (MAX.SND.WND, RFC 5961 §5). */
  readonly maxWnd: number;
  /** The number that follows the user's urgent octets, until they are acknowledged. */
  readonly up: SeqNum | null;
  /** The number that our FIN occupies, once it has been sent. */
  readonly fin: SeqNum | null;
  /** Octets that the user has given us and that are not yet in any segment. */
  readonly queued: number;
  /** The user has called CLOSE; our FIN follows the queued octets. */
  readonly closing: boolean;
  /** How often in a row the same octets, or the same closed window, have made a timer expire. */
  readonly backoff: number;
};

/** Octets `from` … before `end`. */
export type Span = { readonly from: SeqNum; readonly end: SeqNum };

/** Receive sequence variables (RFC 9293 §3.3.1, Table 3). */
export type Receive = {
  readonly irs: SeqNum;
  readonly nxt: SeqNum;
  /** RCV.WND, octets. */
  readonly wnd: number;
  /** The number that follows the peer's urgent octets, until the user has them. */
  readonly up: SeqNum | null;
  /** What has come ahead of a gap, or on a SYN: ascending, with gaps between. */
  readonly held: readonly Span[];
  /** The number of the peer's FIN, once it has come, be it ahead of a gap. */
  readonly fin: SeqNum | null;
  /** Octets in order that the user has yet to RECEIVE. */
  readonly unread: number;
  /** Octets for which RECEIVE has asked and which have not come. */
  readonly wanted: number;
  /** Octets in order that no ACK has told the peer of yet. */
  readonly unacked: number;
};

/** One end of a connection. In CLOSED and LISTEN `snd` is blank, and of `rcv` only `wnd` and `wanted` count. */
export type Tcb = {
  readonly state: State;
  /** Which OPEN brought us out of CLOSED: a reset SYN-RECEIVED goes back to LISTEN only if passive (MUST-11). */
  readonly opened: 'active' | 'passive';
  /** The initial sequence number that the next connection will take. */
  readonly nextIss: SeqNum;
  readonly options: EndpointOptions;
  readonly snd: Send;
  readonly rcv: Receive;
  /** The connection in TIME-WAIT whose place this SYN-RECEIVED took, in case its SYN proves old. */
  readonly displaced: { readonly snd: Send; readonly rcv: Receive } | null;
};

const ZERO = seq(0);

export const BLANK_SEND: Send = {
  iss: ZERO,
  una: ZERO,
  nxt: ZERO,
  wnd: 0,
  wl1: ZERO,
  wl2: ZERO,
  maxWnd: 0,
  up: null,
  fin: null,
  queued: 0,
  closing: false,
  backoff: 0,
};

export const NO_SPANS: readonly Span[] = [];

/** The receive variables of a connection whose peer's SYN is numbered `irs`; `wanted` as in `Receive`. */
export const synchronizedTo = (irs: SeqNum, wnd: number, wanted: number): Receive => ({
  irs,
  nxt: add(irs, 1),
  wnd,
  up: null,
  held: NO_SPANS,
  fin: null,
  unread: 0,
  wanted,
  unacked: 0,
});

const blankReceive = (wnd: number): Receive => ({ ...synchronizedTo(ZERO, wnd, 0), nxt: ZERO });

/** A TCB in CLOSED. `nextIss`: the initial sequence number that its next OPEN takes. */
export const closedTcb = (nextIss: number, options: EndpointOptions = DEFAULT_OPTIONS): Tcb => ({
  state: 'CLOSED',
  opened: 'active',
  nextIss: seq(nextIss),
  options,
  snd: BLANK_SEND,
  rcv: blankReceive(options.window),
  displaced: null,
});

/** `tcb` with these in place of its own. The one place where a running connection's TCB is made. */
export const changed = (tcb: Tcb, state: State, snd: Send, rcv: Receive): Tcb => ({
  state,
  opened: tcb.opened,
  nextIss: tcb.nextIss,
  options: tcb.options,
  snd,
  rcv,
  displaced: state === tcb.state ? tcb.displaced : null,
});

/** `tcb` with other send variables, which may come of a spread. */
export const withSend = (tcb: Tcb, snd: Send): Tcb => changed(tcb, tcb.state, sendOf(snd), tcb.rcv);

/** `tcb` with other receive variables, which may come of a spread. */
export const withReceive = (tcb: Tcb, rcv: Receive): Tcb =>
  changed(tcb, tcb.state, tcb.snd, receiveOf(rcv));

/**
 * `snd` in the shape of those that are written out. A spread makes another, and what meets both in a long
 * transfer runs a third slower; so it does where the spread itself is made for every segment.
 */
const sendOf = (snd: Send): Send => ({
  iss: snd.iss,
  una: snd.una,
  nxt: snd.nxt,
  wnd: snd.wnd,
  wl1: snd.wl1,
  wl2: snd.wl2,
  maxWnd: snd.maxWnd,
  up: snd.up,
  fin: snd.fin,
  queued: snd.queued,
  closing: snd.closing,
  backoff: snd.backoff,
});

/** The same for the receive variables. */
const receiveOf = (rcv: Receive): Receive => ({
  irs: rcv.irs,
  nxt: rcv.nxt,
  wnd: rcv.wnd,
  up: rcv.up,
  held: rcv.held,
  fin: rcv.fin,
  unread: rcv.unread,
  wanted: rcv.wanted,
  unacked: rcv.unacked,
});

/** `tcb` back in CLOSED, remembering only what its next connection needs. */
export const forgotten = (tcb: Tcb): Tcb => closedTcb(freshIss(tcb), tcb.options);

/** An initial sequence number beyond all that the connection has used; in LISTEN there was none. */
export const freshIss = ({ state, nextIss, snd }: Tcb): SeqNum =>
  state !== 'LISTEN' && before(nextIss, snd.nxt) ? add(snd.nxt, ISS_STEP) : nextIss;

/**
 * An ESTABLISHED TCB with nothing in flight: `nxt` is the next octet to send, `rcvNxt` the next expected;
 * the peer offers the same window. Figures 12 and 13 of the RFC begin so.
 */
export function establishedTcb(
  opened: Tcb['opened'],
  nxt: number,
  rcvNxt: number,
  options: EndpointOptions = DEFAULT_OPTIONS,
): Tcb {
  const una = seq(nxt);
  const snd: Send = {
    ...BLANK_SEND,
    iss: seq(nxt - 1),
    una,
    nxt: una,
    wnd: options.window,
    maxWnd: options.window,
    wl1: seq(rcvNxt),
    wl2: una,
  };
  const rcv = synchronizedTo(seq(rcvNxt - 1), options.window, 0);
  return { ...changed(closedTcb(nxt + ISS_STEP, options), 'ESTABLISHED', snd, rcv), opened };
}

/**
 * How far the ISN generator moves between two connections of one endpoint. The core has no clock to
 * drive the generator of §3.4.1; the RFC's own figures 8 and 9 step by 100 (300 → 400).
 */
export const ISS_STEP = 100;

/** Whether `state` is past the exchange of SYNs (RFC 9293 §3.5.2). */
export const synchronized = (state: State): boolean =>
  state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN-SENT' && state !== 'SYN-RECEIVED';

/** Whether octets of the peer may still come. */
export const receives = (state: State): boolean =>
  state === 'ESTABLISHED' || state === 'FIN-WAIT-1' || state === 'FIN-WAIT-2';

/** Whether every number that we have sent, our FIN included, is acknowledged. */
export const finAcked = (snd: Send): boolean => snd.fin !== null && snd.una === snd.nxt;

/** Whether our SYN is unacknowledged. A CLOSE in SYN-RECEIVED takes that into FIN-WAIT-1 (§3.10.4). */
export const synInFlight = ({ state, snd }: Tcb): boolean =>
  snd.una === snd.iss &&
  (state === 'SYN-SENT' || state === 'SYN-RECEIVED' || state === 'FIN-WAIT-1');
