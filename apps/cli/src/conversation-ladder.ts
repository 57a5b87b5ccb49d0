import type { Conversation, Sightings } from '@ackade/observer';
import { type Endpoint, has, type Ladder, ladder, RST, type SeqNum, SYN, seq } from '@ackade/tcp';

/** The ladder on which a conversation is drawn; `absolute`: with numbers as they are in the capture. */
export const ladderOf = (
  { client, server, segments }: Conversation,
  style: { readonly width: number; readonly states: boolean; readonly absolute: boolean },
): Ladder =>
  ladder({
    width: style.width,
    names: { client, server },
    states: style.states,
    base: style.absolute
      ? null
      : { client: beginningOf(segments, 'client'), server: beginningOf(segments, 'server') },
  });

/**
 * The ISS under which the connection of `from` came to stand, the last that is believed; without any its
 * first number that was seen. That of a reset says nothing of its sender.
 */
function beginningOf(segments: Sightings, from: Endpoint): SeqNum {
  let iss: SeqNum | null = null;
  let first: SeqNum | null = null;
  for (let i = 0; i < segments.length; i++) {
    const { segment, from: sender, verdict } = segments.at(i);
    if (sender !== from || has(segment, RST)) continue;
    first ??= segment.seq;
    if (has(segment, SYN) && verdict !== 'violation') iss = segment.seq;
  }
  return iss ?? first ?? seq(0);
}
