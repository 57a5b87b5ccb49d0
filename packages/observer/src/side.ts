/**
 * One end of a connection as an observer knows it: the set of TCBs that the endpoint may have, written as
 * bounds. Its SND.NXT is at least `nxt`; its RCV.NXT lies between `acked` and what its peer's stream shows;
 * whether it still has a TCB at all is `life`; and where two histories are possible (it sent this RST or
 * SYN, or somebody else did), `former` or `reset` keeps the other until a later segment decides.
 */
import { before, type SeqNum, type State, seq } from '@ackade/tcp';
import { type Stream, streamFrom } from './stream.ts';

/** How far an endpoint has come in the exchange of SYNs, if all that was seen arrived. */
export type Phase = 'closed' | 'listen' | 'syn-sent' | 'syn-received' | 'open';

export type Side = {
  /** Any segment of it was seen. */
  heard: boolean;
  /** Its ISS, where its SYN was seen. */
  iss: SeqNum | null;
  phase: Phase;
  /** `doubtful`: it may have been reset or have closed; `gone`: it has sent a RST. */
  life: 'alive' | 'doubtful' | 'gone';
  /** SND.NXT, as far as its segments show. */
  nxt: SeqNum;
  stream: Stream;
  /** The highest ACK that it has sent. */
  acked: SeqNum | null;
  /** Its FIN's number. */
  fin: SeqNum | null;
  /** It had received its peer's FIN when it sent its own. */
  closedSecond: boolean;
  /** The highest right edge that it has offered, and the highest that its peer may take for offered. */
  offered: SeqNum | null;
  edge: SeqNum | null;
  /** The window that it last offered, octets. */
  wnd: number;
  /** The largest window that it has offered, octets. */
  maxWnd: number;
  /** The largest segment that it takes, from its SYN. */
  mss: number | null;
  /** Its window scale, from its SYN. */
  shift: number | null;
  /** Its numbers are so far from the ISS that the order of the two means nothing any more. */
  farFromIss: boolean;
  /** The number after its SYN and what rode on it. */
  synEnd: SeqNum | null;
  /** The row of the journal with its SYN. */
  synRow: number;
  /** When its SYN was seen last, in seconds. */
  synTime: number;
  /** The RST that it has sent, or that was sent in its name: its row, and its time in seconds. */
  reset: { readonly row: number; readonly time: number } | null;
  /** It was seen to send more than fits into a segment: what leaves the machine is cut otherwise. */
  offloads: boolean;
  /** It has said more than SYN. */
  spoken: boolean;
  /** When it has reset the answer to its own SYN, in seconds. */
  denied: number | null;
  /** What it sent beyond the window that was seen: from which edge on, and the rows that were accused. */
  overrun: { readonly edge: SeqNum; readonly rows: number[] } | null;
  dispute: Dispute | null;
  /** What it was before a SYN that may not be its own. */
  former: Side | null;
  /** What it is if another SYN is its own, for which it was accused. */
  rival: Rival | null;
};

/** Of two ISSs the one that is acknowledged is believed. */
type Rival = {
  readonly side: Side;
  /** The rows of the journal with its SYNs. */
  readonly rows: number[];
};

/**
 * An ACK that acknowledges what its peer has not shown: an accusation for as long as the peer does not
 * prove that it was right.
 */
type Dispute = {
  readonly ack: SeqNum;
  /** The rows of the journal in which it was accused. */
  readonly rows: number[];
  /** When it was first seen, in seconds. */
  readonly time: number;
  /** The peer has gone on from where it stood before. */
  settled: boolean;
};

/** The later of two numbers; `a` may not be known yet. */
export const later = (a: SeqNum | null, b: SeqNum): SeqNum => (a === null || before(a, b) ? b : a);

/** Whether `n` is the ISS of `x` or comes before it. */
export const beforeStart = (x: Side, n: SeqNum): boolean =>
  x.iss !== null && !x.farFromIss && !before(x.iss, n);

/** Whether the SYN of `x` came into a connection that its peer has had for longer than the capture goes on. */
export const startedNothing = (x: Side, peer: Side): boolean =>
  x.iss !== null &&
  !x.spoken &&
  peer.iss === null &&
  peer.acked !== null &&
  beforeStart(x, peer.acked);

/** Shared by all that were not heard, of which there may be millions: it is replaced at the first word. */
const NOTHING_SEEN = streamFrom(seq(0), seq(0));

export const unheard = (phase: Phase): Side => ({
  heard: false,
  iss: null,
  phase,
  life: 'alive',
  nxt: seq(0),
  stream: NOTHING_SEEN,
  acked: null,
  fin: null,
  closedSecond: false,
  offered: null,
  edge: null,
  wnd: 0,
  maxWnd: 0,
  mss: null,
  shift: null,
  farFromIss: false,
  synEnd: null,
  synRow: -1,
  synTime: 0,
  reset: null,
  offloads: false,
  spoken: false,
  denied: null,
  overrun: null,
  dispute: null,
  former: null,
  rival: null,
});

/** Whether `x` has acknowledged its peer's FIN. */
export const acksFin = (x: Side, peer: Side): boolean =>
  peer.fin !== null && x.acked !== null && before(peer.fin, x.acked);

/** Whether the FIN of `x` and everything before it were seen. */
const finReached = (x: Side): boolean => x.fin !== null && before(x.fin, x.stream.covered);

/** The state that `x` is most likely in: what was seen has arrived, unless its own segments deny it. */
export function likelyState(x: Side, peer: Side): State {
  if (x.life !== 'alive') return x.phase === 'listen' ? 'LISTEN' : 'CLOSED';
  if (x.fin !== null) return closingState(x, peer, x.closedSecond);
  switch (x.phase) {
    case 'closed':
      return 'CLOSED';
    case 'listen':
      return 'LISTEN';
    case 'syn-sent':
      return 'SYN-SENT';
    case 'syn-received':
      return 'SYN-RECEIVED';
    case 'open':
      return finReached(peer) ? 'CLOSE-WAIT' : 'ESTABLISHED';
  }
}

function closingState(x: Side, peer: Side, closedSecond: boolean): State {
  const finAcked = acksFin(peer, x);
  if (closedSecond) return finAcked ? 'CLOSED' : 'LAST-ACK';
  if (!finReached(peer)) return finAcked ? 'FIN-WAIT-2' : 'FIN-WAIT-1';
  return finAcked ? 'TIME-WAIT' : 'CLOSING';
}

/** Whether both ends have closed and know it of each other. */
export const closedByBoth = (a: Side, b: Side): boolean => acksFin(a, b) && acksFin(b, a);
