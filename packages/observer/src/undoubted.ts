import type { Endpoint, Segment } from '@ackade/tcp';
import type { Sightings } from './conversation.ts';

export type Seen = {
  /** The number of the frame in the capture, from 1. */
  readonly number: number;
  readonly from: Endpoint;
  readonly segment: Segment;
};

/** At most `most` frames of the beginning of a conversation, up to the first that is a violation, or of which nothing is known. */
export function undoubted(
  segments: Pick<Sightings, 'length' | 'at'>,
  most: number,
): readonly Seen[] {
  const seen: Seen[] = [];
  for (let i = 0; i < Math.min(most, segments.length); i++) {
    const { frame, from, segment, verdict } = segments.at(i);
    if (verdict === 'violation' || verdict === 'unknown') break;
    seen.push({ number: frame, from, segment });
  }
  return seen;
}
