import { ACK, add, FIN, RST, type Segment, SYN } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { accused, packetsOf, RECORDED, type Seen } from './files.ts';

/** The same packets with one segment changed, or with one put in behind it. */
const changed = (
  seen: readonly Seen[],
  at: number,
  change: (s: Segment) => Partial<Segment>,
): Seen[] => seen.map((s, i) => (i === at ? altered(s, change) : s));
const followed = (
  seen: readonly Seen[],
  at: number,
  change: (s: Segment) => Partial<Segment>,
): Seen[] => seen.flatMap((s, i) => (i === at ? [s, altered(s, change)] : [s]));

const altered = ({ time, packet }: Seen, change: (s: Segment) => Partial<Segment>): Seen => ({
  time,
  packet: { ...packet, segment: { ...packet.segment, ...change(packet.segment) } },
});

const CLEAN = [
  '01-handshake-data-close.pcap',
  '02-half-close.pcap',
  '08-three-segment-close.pcap',
  '10-lost-synack.pcap',
  '20-simultaneous-open.A-view.pcap',
  '22-lost-third-ack.B-view.pcap',
  '26-half-open-syn-fig9.B-view.pcap',
  '40-http-small.pcap',
  '43-ipv6-http.pcap',
].map((file) => ({ file, seen: packetsOf(new URL(file, RECORDED)) }));

const acks = ({ ctl }: Segment): boolean => (ctl & ACK) !== 0 && (ctl & RST) === 0;

/** Each way to tamper, where it applies, and how far behind the frame the change stands. */
const TAMPERINGS: readonly {
  readonly name: string;
  readonly applies: (s: Segment, seen: readonly Seen[], at: number) => boolean;
  readonly make: (seen: readonly Seen[], at: number) => Seen[];
  readonly behind: 0 | 1;
}[] = [
  {
    name: 'an ACK one too high',
    // One more than the last octet is a FIN's ACK where a FIN stands next.
    applies: (s, seen, at) => acks(s) && !finAt(seen, at, s.ack),
    make: (seen, at) => changed(seen, at, (s) => ({ ack: add(s.ack, 1) })),
    behind: 0,
  },
  {
    name: 'an ACK of what was never sent',
    applies: acks,
    make: (seen, at) => changed(seen, at, (s) => ({ ack: add(s.ack, 100_000) })),
    behind: 0,
  },
  {
    name: 'a SYN,ACK that acknowledges the SYN itself',
    applies: (s) => (s.ctl & (SYN | ACK)) === (SYN | ACK),
    make: (seen, at) => changed(seen, at, (s) => ({ ack: add(s.ack, -1) })),
    behind: 0,
  },
  {
    name: 'a second ISS',
    applies: (s) => (s.ctl & SYN) !== 0,
    make: (seen, at) => followed(seen, at, (s) => ({ seq: add(s.seq, 5000) })),
    behind: 1,
  },
  {
    name: 'a FIN without ACK',
    applies: (s) => (s.ctl & FIN) !== 0,
    make: (seen, at) => changed(seen, at, (s) => ({ ctl: s.ctl & ~ACK })),
    behind: 0,
  },
  {
    name: 'data after the FIN',
    applies: (s) => (s.ctl & FIN) !== 0,
    make: (seen, at) =>
      followed(seen, at, (s) => ({ ctl: ACK, seq: add(s.seq, s.len + 1), len: 5 })),
    behind: 1,
  },
  {
    name: 'a second FIN further on',
    applies: (s) => (s.ctl & FIN) !== 0,
    make: (seen, at) => followed(seen, at, (s) => ({ seq: add(s.seq, s.len + 1), len: 0 })),
    behind: 1,
  },
];

/** Whether the peer's FIN, sent by then, stands at `n`. */
const finAt = (seen: readonly Seen[], at: number, n: number): boolean =>
  seen
    .slice(0, at)
    .some(
      ({ packet: { sourcePort, segment: s } }) =>
        sourcePort !== seen[at]?.packet.sourcePort &&
        (s.ctl & FIN) !== 0 &&
        add(s.seq, s.len) === n,
    );

describe.each(TAMPERINGS)('$name', ({ applies, make, behind }) => {
  it.each(CLEAN)('is accused where it stands in $file', ({ seen }) => {
    const places = seen.flatMap(({ packet }, at) =>
      applies(packet.segment, seen, at) ? [at] : [],
    );
    for (const at of places) {
      const frames = accused(make(seen, at)).map((line) => Number.parseInt(line, 10));
      expect(frames[0], `frame ${at + 1}`).toBe(at + 1 + behind);
    }
  });
});

describe('a SYN whose ISS was changed', () => {
  it.each(CLEAN)('is found out in $file', ({ seen }) => {
    const forged = changed(seen, 0, (s) => ({ seq: add(s.seq, 5000) }));
    expect(accused(forged)).not.toEqual([]);
  });

  it('is itself accused once both ends agree on another number', () => {
    const [clean] = CLEAN;
    const forged = changed(clean?.seen ?? [], 0, (s) => ({ seq: add(s.seq, 5000) }));
    expect(accused(forged)).toEqual(['1 second-iss']);
  });
});
