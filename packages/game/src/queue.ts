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

/** The calls' own pieces of what `unacknowledged` gives, each a message that may ride on a segment. */
export function pieces(end: End, texts: readonly string[], tcb: Tcb): readonly string[] {
  const open = unacknowledged(end, tcb).length;
  const from = end.stream.length - open;
  let at = 0;
  return texts.filter((text) => {
    at += text.length;
    return at > from;
  });
}
