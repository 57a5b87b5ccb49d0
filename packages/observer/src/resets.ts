/**
 * Judges segments with RST. A reset is believed where its number is one that its endpoint must use
 * (RFC 9293 §3.5.2); what kills a connection in one history may be forged in another, so the row is
 * remembered, and the endpoint's next words decide.
 */
import { ACK, before, FIN, has, type Segment, SYN } from '@ackade/tcp';
import { ackFault } from './acknowledgment.ts';
import { type Arrival, type Connection, type Index, other } from './connection.ts';
import { acquit, settle } from './dispute.ts';
import { beforeStart, closedByBoth, type Side } from './side.ts';
import { isBoundary } from './stream.ts';
import type { Reason } from './verdict.ts';

export function judgeReset(c: Connection, from: Index, a: Arrival): Reason {
  const x = c.sides[from];
  const y = c.sides[other(from)];
  const { segment: s } = a;
  if (s.ctl & (SYN | FIN)) return 'impossible-bits';
  if (!x.heard && !y.heard) return 'began-late';
  if (has(s, ACK) && s.seq === 0 && x.nxt !== 0) return answerToSyn(c, x, y, s);
  if (has(s, ACK) && !x.heard) return answerToSyn(c, x, y, s);
  return answerOrAbort(c, x, y, a);
}

/** `<SEQ=0><ACK=SEG.SEQ+SEG.LEN><CTL=RST,ACK>`, where there is no connection. */
function answerToSyn(c: Connection, x: Side, y: Side, s: Segment): Reason {
  if (y.iss === null) return 'began-late';
  if (s.seq !== 0) return y.spoken ? 'capture-lacks-segments' : 'forged-reset';
  // Who has an answer from `x` and speaks on has no SYN that could still be refused, unless `x` is gone by now.
  if (y.spoken && x.heard && x.life === 'alive' && x.fin === null) return 'forged-reset';
  if (s.ack !== y.synEnd && s.ack !== y.nxt) return 'wrong-ack-of-syn';
  x.phase = 'closed';
  end(c, x, y, x.heard ? 'reset' : 'refusal');
  return 'refuses';
}

function answerOrAbort(c: Connection, x: Side, y: Side, a: Arrival): Reason {
  const { segment: s } = a;
  if (s.ctl & ACK) {
    settle(c, x, y, s, a.time);
    const fault = ackFault(x, y, s.ack);
    if (fault !== null) return fault;
    // Who knows what to acknowledge is no stranger: what lies before it was lost.
    if (before(x.nxt, s.seq)) x.stream.lossy = true;
    if (s.seq !== x.nxt) return misplaced(x, y, s);
    depart(c, x, y, a);
    return 'abort-with-ack';
  }
  if (y.dispute?.ack === s.seq) return objects(c, x, y);
  const answers = answersAck(x, y, s);
  // Having lost its state, or its SYN not being the one that was answered, it does not know of y's ACK.
  if (x.former !== null || x.life !== 'alive' || !x.heard) {
    if (!answers && !(x.heard && s.seq === x.nxt))
      return y.heard && y.acked === null ? 'forged-reset' : misplaced(x, y, s);
    end(c, x, y, 'reset');
    return 'denies';
  }
  if (x.iss !== null && !x.spoken && answers) {
    x.denied = a.time;
    x.life = 'doubtful';
    end(c, x, y, 'reset');
    return 'denies';
  }
  if (closedByBoth(x, y) && answers) return 'denies';
  if (s.seq === x.nxt) {
    depart(c, x, y, a);
    return dataAfterClose(x, y) ? 'reset-after-close' : 'aborts';
  }
  if (!answers) return misplaced(x, y, s);
  depart(c, x, y, a);
  return 'denies';
}

/**
 * Before a connection is synchronized an ACK of what was not sent is answered by a RST, and the state is
 * kept (§3.5.2, group 2). Where it was a SYN,ACK, some SYN that is not in the capture had called for it.
 */
function objects(c: Connection, x: Side, y: Side): Reason {
  if (y.phase === 'syn-received' || y.phase === 'listen') {
    acquit(c, y, 'capture-lacks-segments');
    end(c, x, y, 'reset');
  }
  return 'denies';
}

/**
 * Whether `s` may answer one of the segments of `y`: `<SEQ=SEG.ACK><CTL=RST>`, and their acknowledgements
 * stand between segments of `x`. Where many were under way, each is answered.
 */
function answersAck(x: Side, y: Side, s: Segment): boolean {
  const peer = x.former ?? x;
  if (y.acked === null || before(y.acked, s.seq)) return false;
  // Who never sent a SYN in the capture may speak of a connection that is older than the SYN of `x`.
  if (beforeStart(peer, s.seq)) return y.iss === null && s.seq === y.acked;
  return peer.heard ? isBoundary(peer.stream, s.seq, y.mss ?? 0) : s.seq === y.acked;
}

/**
 * A number at which the endpoint does not stand. Unless some of its segments were lost, or the ACK that it
 * answers is not in the capture, nobody but a stranger sent it.
 */
function misplaced(x: Side, y: Side, s: Segment): Reason {
  if (!y.heard || (x.stream.lossy && before(x.nxt, s.seq))) return 'capture-lacks-segments';
  const unseenAck = !before(x.nxt, s.seq) && y.acked !== null && before(y.acked, s.seq);
  return unseenAck && isBoundary(x.stream, s.seq, y.mss ?? 0)
    ? 'capture-lacks-segments'
    : 'forged-reset';
}

const dataAfterClose = (x: Side, y: Side): boolean =>
  x.fin !== null && x.acked !== null && before(x.acked, y.nxt) && y.fin === null;

/** `x` has sent a RST of its own accord: it has no TCB any more. */
function depart(c: Connection, x: Side, y: Side, { row, time }: Arrival): void {
  x.life = 'gone';
  x.reset = { row, time };
  end(c, x, y, 'reset');
}

/** What a RST from `x` does to `y`, if it arrives. */
function end(c: Connection, x: Side, y: Side, by: 'refusal' | 'reset'): void {
  if (y.phase === 'syn-received' && x.life !== 'gone') y.phase = 'listen';
  y.life = 'doubtful';
  c.brokenBy ??= by;
}
