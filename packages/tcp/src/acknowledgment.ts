/** SEGMENT ARRIVES, step 5 (RFC 9293 §3.10.7.4): the ACK field, with the check of RFC 5961 §5. */
import { urgentStill } from './buffer.ts';
import { type Segment, segLen } from './segment.ts';
import { ackOf, output, resetOf, unacknowledged } from './send.ts';
import { atOrBefore, before, distance } from './seq.ts';
import type { State } from './state.ts';
import { changed, finAcked, type Send, type Tcb } from './tcb.ts';
import { text } from './text.ts';
import { answer, ended, NO_SEGMENTS, NO_SIGNALS, quietly, type Transition } from './transition.ts';

/** SND.UNA < SEG.ACK =< SND.NXT */
export const acksNew = (snd: Send, s: Segment): boolean =>
  before(snd.una, s.ack) && atOrBefore(s.ack, snd.nxt);

/** Step 5, and what follows it. */
export function acknowledged(tcb: Tcb, s: Segment): Transition {
  const { snd } = tcb;
  if (tcb.state === 'SYN-RECEIVED') return established(tcb, s);
  // Of something not yet sent, or older than any segment still in the net (RFC 5961 §5).
  if (before(snd.nxt, s.ack) || distance(s.ack, snd.una) > snd.maxWnd) return impossible(tcb, s);

  // A good ACK counts at once, also on a segment ahead of a gap: stacks do so, and nothing is gained by
  // holding it with the octets.
  const next = advanced(snd, s);
  if (next === snd) return text(tcb, s, NO_SIGNALS);
  const done = finAcked(next);
  if (done && tcb.state === 'LAST-ACK') return ended(tcb, 'closed', '3.10.7.4-5');
  const heard = changed(tcb, done ? afterFinAcked(tcb.state) : tcb.state, next, tcb.rcv);
  return released(text(heard, s, NO_SIGNALS), snd);
}

/** SYN-RECEIVED comes to stand, or does not. */
function established(tcb: Tcb, s: Segment): Transition {
  const { snd } = tcb;
  if (!acksNew(snd, s)) return answer(tcb, resetOf(s), '3.10.7.4-5');
  // A CLOSE that had to wait takes effect now.
  const state: State = snd.closing ? 'FIN-WAIT-1' : 'ESTABLISHED';
  const up = changed(tcb, state, windowed(snd, s), tcb.rcv);
  return output(text(up, s, [{ signal: 'established' }]));
}

/**
 * An ACK that no correct peer sends: it is answered and the segment dropped. Ahead of a gap, taken at its word,
 * the segment waits and the answer with it; so only octets there are answered, as any out of order are.
 */
function impossible(tcb: Tcb, s: Segment): Transition {
  const waits = before(tcb.rcv.nxt, s.seq) && segLen(s) === 0;
  return waits ? quietly(tcb, '3.10.7.4-5') : answer(tcb, ackOf(tcb), '3.10.7.4-5');
}

const afterFinAcked = (state: State): State =>
  state === 'FIN-WAIT-1' ? 'FIN-WAIT-2' : state === 'CLOSING' ? 'TIME-WAIT' : state;

/** SND.UNA and the send window after the ACK of `s`; `snd` itself where nothing changes. */
function advanced(snd: Send, s: Segment): Send {
  const forward = before(snd.una, s.ack);
  const fresh =
    (forward || snd.una === s.ack) &&
    (before(snd.wl1, s.seq) || (snd.wl1 === s.seq && atOrBefore(snd.wl2, s.ack)));
  if (!fresh)
    return forward ? { ...snd, una: s.ack, up: urgentStill(snd.up, s.ack), backoff: 0 } : snd;
  const same = snd.wnd === s.wnd && snd.wl1 === s.seq && snd.wl2 === s.ack;
  return same ? snd : windowed(snd, s);
}

/** `snd` after a new or repeated ACK and the window with it. */
const windowed = (snd: Send, s: Segment): Send => ({
  iss: snd.iss,
  una: s.ack,
  nxt: snd.nxt,
  wnd: s.wnd,
  wl1: s.seq,
  wl2: s.ack,
  maxWnd: Math.max(snd.maxWnd, s.wnd),
  up: urgentStill(snd.up, s.ack),
  fin: snd.fin,
  queued: snd.queued,
  closing: snd.closing,
  // A window that has opened or closed is another wait than the one before.
  backoff: snd.una === s.ack && (snd.wnd === 0) === (s.wnd === 0) ? snd.backoff : 0,
});

/**
 * What the ACK lets go follows what the segment's own text is owed: at once what a closed window may have
 * swallowed, then what has waited.
 */
function released(t: Transition, before: Send): Transition {
  const swallowed = before.wnd === 0 ? unacknowledged(t.tcb) : NO_SEGMENTS;
  return output(swallowed.length > 0 ? { ...t, out: [...t.out, ...swallowed] } : t);
}
