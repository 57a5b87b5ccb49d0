/** What has come and cannot be given to the user yet, for octets before it are missing (SHLD-31). */
import { FIN, has, type Segment } from './segment.ts';
import { add, before, distance, type SeqNum, within } from './seq.ts';
import type { Receive, Span } from './tcb.ts';

/**
 * So many spans are held, those that will be needed first. Memory stays bounded whatever a peer sends, and
 * no octet is lost by it: what is dropped was never acknowledged, so it comes again.
 */
export const MAX_HELD = 64;

/**
 * `rcv` holding the octets and the FIN of `s` as well, a SYN aside: as far as they lie in the window and are
 * new. Octets beyond the peer's FIN are none, and the FIN that came first is the one that counts.
 */
export function holding(rcv: Receive, s: Segment): Receive {
  const { nxt } = rcv;
  const end = add(s.seq, s.len);
  const fin = rcv.fin ?? (has(s, FIN) && within(end, nxt, rcv.wnd) ? end : null);
  const limit = fin === null ? rcv.wnd : distance(nxt, fin);
  const start = Math.max(distance(nxt, s.seq), 0);
  const stop = Math.min(distance(nxt, end), limit);
  if (start >= stop) return fin === rcv.fin ? rcv : withHeld(rcv, rcv.held, fin);
  const span = { from: add(nxt, start), end: add(nxt, stop) };
  return withHeld(rcv, withSpan(rcv.held, span), fin);
}

/** Written out, as it is made for every segment out of order. */
const withHeld = (rcv: Receive, held: Receive['held'], fin: Receive['fin']): Receive => ({
  irs: rcv.irs,
  nxt: rcv.nxt,
  wnd: rcv.wnd,
  up: rcv.up,
  held,
  fin,
  unread: rcv.unread,
  wanted: rcv.wanted,
  unacked: rcv.unacked,
});

/** `held` and `span`, ascending; what overlaps or touches becomes one. */
export function withSpan(held: readonly Span[], span: Span): readonly Span[] {
  let { from, end } = span;
  const left: Span[] = [];
  const right: Span[] = [];
  for (const h of held)
    if (before(h.end, from)) left.push(h);
    else if (before(end, h.from)) right.push(h);
    else {
      if (before(h.from, from)) from = h.from;
      if (before(end, h.end)) end = h.end;
    }
  return [...left, { from, end }, ...right].slice(0, MAX_HELD);
}

/** How many octets held continue the stream at RCV.NXT, none of them beyond the peer's FIN. */
export function continuing({ held, nxt, fin }: Receive): number {
  const first = held[0];
  if (first?.from !== nxt) return 0;
  const end: SeqNum = fin !== null && before(fin, first.end) ? fin : first.end;
  return distance(nxt, end);
}
