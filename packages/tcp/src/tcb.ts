import { type SeqNum, seq } from './seq.ts';

/** The states of a connection (RFC 9293 §3.3.2). */
export const STATES = [
  'CLOSED',
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
] as const;
export type State = (typeof STATES)[number];

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
  /** The number that our FIN occupies, once it has been sent. */
  readonly fin: SeqNum | null;
  /** Octets that the user has given us and that are not yet in any segment. */
  readonly queued: number;
  /** The user has called CLOSE; our FIN follows the queued octets. */
  readonly closing: boolean;
};

/** Receive sequence variables (RFC 9293 §3.3.1, Table 3). */
export type Receive = {
  readonly irs: SeqNum;
  readonly nxt: SeqNum;
  /** RCV.WND, octets. */
  readonly wnd: number;
};

/** One end of a connection. In CLOSED and LISTEN `snd` is blank and only `rcv.wnd` means anything. */
export type Tcb = {
  readonly state: State;
  /** Which OPEN brought us out of CLOSED: a reset SYN-RECEIVED goes back to LISTEN only if passive (MUST-11). */
  readonly opened: 'active' | 'passive';
  /** The initial sequence number that the next connection will take. */
  readonly nextIss: SeqNum;
  /** The largest number of data octets in a segment that we send. */
  readonly mss: number;
  readonly snd: Send;
  readonly rcv: Receive;
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
  fin: null,
  queued: 0,
  closing: false,
};

/** The default send MSS where the peer names none, IPv4 (MUST-15). */
export const DEFAULT_MSS = 536;

/** A TCB in CLOSED. `nextIss`: the ISN that its next OPEN takes; `wnd`: the window it will offer, octets. */
export const closedTcb = (nextIss: number, wnd = 65535): Tcb => ({
  state: 'CLOSED',
  opened: 'active',
  nextIss: seq(nextIss),
  mss: DEFAULT_MSS,
  snd: BLANK_SEND,
  rcv: { irs: ZERO, nxt: ZERO, wnd },
});

/** `tcb` back in CLOSED, remembering only what its next connection needs. */
export const forgotten = (tcb: Tcb): Tcb => ({
  ...closedTcb(tcb.nextIss, tcb.rcv.wnd),
  mss: tcb.mss,
});

/**
 * An ESTABLISHED TCB with nothing in flight: `nxt` is the next octet to send, `rcvNxt` the next expected.
 * Figures 12 and 13 of the RFC begin so.
 */
export const establishedTcb = (
  opened: Tcb['opened'],
  nxt: number,
  rcvNxt: number,
  wnd = 65535,
): Tcb => ({
  ...closedTcb(nxt + ISS_STEP, wnd),
  state: 'ESTABLISHED',
  opened,
  snd: {
    ...BLANK_SEND,
    iss: seq(nxt - 1),
    una: seq(nxt),
    nxt: seq(nxt),
    wnd,
    maxWnd: wnd,
    wl1: seq(rcvNxt),
    wl2: seq(nxt),
  },
  rcv: { irs: seq(rcvNxt - 1), nxt: seq(rcvNxt), wnd },
});

/**
 * How far the ISN generator moves between two connections of one endpoint. The core has no clock to
 * drive the generator of §3.4.1; the RFC's own figures 8 and 9 step by 100 (300 → 400).
 */
export const ISS_STEP = 100;

/** Whether `state` is past the exchange of SYNs (RFC 9293 §3.5.2). */
export const synchronized = (state: State): boolean =>
  state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN-SENT' && state !== 'SYN-RECEIVED';

/** Whether every number that we have sent, our FIN included, is acknowledged. */
export const finAcked = (snd: Send): boolean => snd.fin !== null && snd.una === snd.nxt;
