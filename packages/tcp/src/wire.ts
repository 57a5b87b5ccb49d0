import type { Segment } from './segment.ts';

/** A TCP segment as it was found in a packet. */
export type Packet = {
  /** The octets that the packet lies in: the reader's own buffer, valid until it reads on. */
  readonly octets: Uint8Array;
  /** Where in `octets` the source address begins; the destination address follows it. */
  readonly addresses: number;
  /** Octets of one address: 4 in IPv4, 16 in IPv6. */
  readonly addressLength: 4 | 16;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly segment: Segment;
  /** The maximum segment size that a SYN announces; null where it names none, and on other segments. */
  readonly mss: number | null;
  /** The window scale that a SYN announces, 0 … 14 (RFC 7323 §2); null where it names none, and on other segments. */
  readonly shift: number | null;
};
