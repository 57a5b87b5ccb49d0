import { ACK, type Endpoint, has, RST, type SeqNum, SYN, seq } from '@ackade/tcp';
import type { Sightings } from './conversation.ts';

/**
 * The number from which the relative numbers of `end` count: the ISS under which its connection came to
 * stand, the last that is believed; else the first number that it used, where a RST's says nothing of its
 * sender; of an end that was never heard, what the other first acknowledged.
 */
export function baseOf(segments: Sightings, end: Endpoint): SeqNum {
  let iss: SeqNum | null = null;
  let first: SeqNum | null = null;
  let acknowledged: SeqNum | null = null;
  for (let i = 0; i < segments.length; i++) {
    const { from, segment, verdict } = segments.at(i);
    if (from !== end) {
      if (has(segment, ACK)) acknowledged ??= segment.ack;
      continue;
    }
    if (has(segment, RST)) continue;
    first ??= segment.seq;
    if (has(segment, SYN) && verdict !== 'violation') iss = segment.seq;
  }
  return iss ?? first ?? acknowledged ?? seq(0);
}
