import type { Endpoint, Segment, State } from '@ackade/tcp';
import type { Reason, Verdict } from './verdict.ts';

/** How a connection ended, as far as the capture tells. */
export const ENDINGS = ['graceful', 'reset', 'open', 'refused', 'unanswered'] as const;
export type Ending = (typeof ENDINGS)[number];

/** One segment of a conversation and what is to be said of it. */
export type Sighting = {
  /** The number of the frame in the capture, from 1. */
  readonly frame: number;
  /** Seconds since the first frame of the capture. */
  readonly time: number;
  readonly from: Endpoint;
  readonly segment: Segment;
  readonly verdict: Verdict;
  /** The paragraph of the RFC that decides: `3.10.7.4-5`, or a section as `3.8.6`. */
  readonly rule: string;
  readonly reason: Reason;
  /** The states that both ends are most likely in after it. */
  readonly client: State;
  readonly server: State;
};

/** One connection between two sockets. */
export type Conversation = {
  /** `address:port`, an IPv6 address in brackets. The client is whoever sent the first SYN, or was seen first. */
  readonly client: string;
  readonly server: string;
  /** The interface from which it was seen; null where no other one of the capture saw it too. */
  readonly interface: string | null;
  readonly end: Ending;
  readonly segments: Sightings;
};

/** The sightings of a conversation, kept compactly: each is made when it is asked for. */
export type Sightings = {
  readonly length: number;
  /** `index` from 0 to `length` − 1. */
  readonly at: (index: number) => Sighting;
  readonly violations: number;
};
