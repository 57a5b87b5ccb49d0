import { distance, type SeqNum, type Tcb } from '@ackade/tcp';
import type { End } from './world.ts';

/** What the application has handed over and the peer has not acknowledged, as `tcb` knows it. */
export function unacknowledged(end: End, tcb: Tcb = end.tcb): string {
  // Nothing is left to send once the connection is gone; before it opens nothing has been handed over.
  if (tcb.state === 'CLOSED') return '';
  const una: SeqNum = tcb.snd.una === tcb.snd.iss ? end.streamStart : tcb.snd.una;
  const acknowledged = Math.max(0, distance(end.streamStart, una));
  return end.stream.slice(Math.min(acknowledged, end.stream.length));
}

/** What `unacknowledged` gives, in the pieces in which the application handed it over. */
export function pieces(end: End, tcb: Tcb): readonly string[] {
  const open = unacknowledged(end, tcb).length;
  const from = end.stream.length - open;
  let at = 0;
  return end.texts.flatMap((text) => {
    const begin = Math.max(at, from);
    at += text.length;
    return at > begin ? [text.slice(text.length - (at - begin))] : [];
  });
}
