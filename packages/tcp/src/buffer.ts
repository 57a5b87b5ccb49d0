/** The receive buffer, seen from its user: what is given, and the window that it leaves. */
import { add, before, type SeqNum } from './seq.ts';
import type { EndpointOptions, Receive } from './tcb.ts';

/** The first octet that the user does not have. A FIN that RCV.NXT has passed is none. */
export const unreadFrom = ({ nxt, fin, unread }: Receive): SeqNum =>
  add(fin !== null && before(fin, nxt) ? fin : nxt, -unread);

/** `up` while the user, who has all before `from`, lacks some of the urgent octets. */
export const urgentStill = (up: SeqNum | null, from: SeqNum): SeqNum | null =>
  up !== null && before(from, up) ? up : null;

/**
 * The window of a buffer with `unread` octets in it, `wnd` being what is left of the one offered before.
 * Against the silly window syndrome its right edge moves only by a full segment or half the buffer
 * (§3.8.6.2.2, MUST-39); it never moves left (SHLD-14).
 */
export function windowOf({ window, mss }: EndpointOptions, wnd: number, unread: number): number {
  const room = window - unread;
  return room - wnd >= Math.min(window / 2, mss) ? room : wnd;
}
