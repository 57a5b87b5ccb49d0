import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPTURES, capture, concat, read } from '../test/capture-file.ts';
import { checksum, checksumStatus, sum } from './checksum.ts';
import type { Skip } from './frame.ts';
import { ACK, CONTROL_MASK, type Segment, SYN, URG } from './segment.ts';
import { seq } from './seq.ts';
import { decode, type Envelope, encode, type NoSegment, type Packet } from './wire.ts';

const V4 = {
  source: Uint8Array.of(192, 0, 2, 1),
  destination: Uint8Array.of(198, 51, 100, 2),
  sourcePort: 49152,
  destinationPort: 80,
};
const V6 = {
  ...V4,
  source: Uint8Array.of(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
  destination: Uint8Array.of(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2),
};
const DATA: Segment = { ctl: ACK, seq: seq(100), ack: seq(300), wnd: 1000, len: 3, up: 0 };
const OPENS: Segment = { ctl: SYN, seq: seq(99), ack: seq(0), wnd: 65535, len: 0, up: 0 };

const found = (packet: Packet | Skip): Packet => {
  if (typeof packet === 'string') throw new Error(packet);
  return packet;
};
const all = (octets: Uint8Array): Packet | NoSegment => decode(octets, 0, octets.length);
/** What is read of a packet that the capture cut, with something else before and after it. */
const cut = (octets: Uint8Array, to: number): Packet | NoSegment =>
  decode(concat(Array(50).fill(0x45), octets.subarray(0, to), Array(99).fill(0xff)), 50, 50 + to);
const changed = (octets: Uint8Array, ...changes: readonly [at: number, octet: number][]) => {
  const copy = octets.slice();
  for (const [at, octet] of changes) copy[at] = octet;
  return copy;
};

describe('a segment written and read', () => {
  const u16 = fc.integer({ min: 0, max: 0xffff });
  const u32 = fc.integer({ min: 0, max: 0xffff_ffff }).map(seq);
  const segments = fc
    .record({
      ctl: fc.nat(CONTROL_MASK),
      seq: u32,
      ack: u32,
      wnd: u16,
      len: fc.nat(300),
      up: u16,
    })
    .map((s) => ({ ...s, ack: s.ctl & ACK ? s.ack : seq(0), up: s.ctl & URG ? s.up : 0 }));
  const address = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  const envelopes = fc.constantFrom(4, 16).chain((length) =>
    fc.record(
      {
        source: address(length),
        destination: address(length),
        sourcePort: u16,
        destinationPort: u16,
        mss: u16,
        shift: fc.nat(14),
        ttl: fc.integer({ min: 1, max: 255 }),
      },
      { requiredKeys: ['source', 'destination', 'sourcePort', 'destinationPort'] },
    ),
  );

  it('is the same, wherever in the octets it lies', () =>
    fc.assert(
      fc.property(segments, envelopes, fc.nat(20), fc.nat(20), (segment, envelope, left, right) => {
        const octets = encode(segment, envelope);
        const room = concat(Array(left).fill(0x45), octets, Array(right).fill(0xff));
        const packet = found(decode(room, left, left + octets.length));
        expect(packet.segment).toEqual(segment);
        expect(packet.sourcePort).toBe(envelope.sourcePort);
        expect(packet.destinationPort).toBe(envelope.destinationPort);
        const { addresses, addressLength } = packet;
        expect(room.subarray(addresses, addresses + 2 * addressLength)).toEqual(
          concat(envelope.source, envelope.destination),
        );
        const opens = (segment.ctl & SYN) !== 0;
        expect(packet.mss).toBe(opens ? (envelope.mss ?? null) : null);
        expect(packet.shift).toBe(opens ? (envelope.shift ?? null) : null);
        expect(checksumStatus(packet)).toBe('good');
      }),
    ));

  it('carries its data', () => {
    const data = Uint8Array.of(7, 8, 9);
    const octets = encode(DATA, { ...V4, data });
    expect(octets.subarray(40)).toEqual(data);
    expect(checksumStatus(found(all(octets)))).toBe('good');
  });

  it('carries as many octets as it says, given more or fewer', () => {
    expect(encode(DATA, { ...V4, data: Uint8Array.of(7, 8, 9, 10) }).length).toBe(43);
    expect(encode(DATA, { ...V4, data: Uint8Array.of(7) }).subarray(40)).toEqual(
      Uint8Array.of(7, 0, 0),
    );
  });

  it('has the IPv4 header that routers check', () => {
    const octets = encode(DATA, { ...V4, ttl: 7 });
    expect(checksum(sum(octets, 0, 20))).toBe(0);
    expect(octets[8]).toBe(7);
    expect(encode(DATA, V4)[8]).toBe(64);
  });

  it.each(CAPTURES.filter((name) => name.startsWith('2')))(
    'is, octet by octet, what the stacks of %s sent',
    (name) => {
      for (const { octets, tcp } of read(capture(name)).frames) {
        const { addresses, header, end, segment, sourcePort, destinationPort, mss, shift } =
          found(tcp);
        const written = encode(segment, {
          source: octets.subarray(addresses, addresses + 4),
          destination: octets.subarray(addresses + 4, addresses + 8),
          sourcePort,
          destinationPort,
          data: octets.subarray(end - segment.len, end),
          ...(mss === null ? {} : { mss }),
          ...(shift === null ? {} : { shift }),
        });
        expect(written.subarray(20)).toEqual(octets.subarray(header, end));
      }
    },
  );

  it.each([
    ['IPv4', V4, 65_495, [2, 4]],
    ['IPv6', V6, 65_515, [4, 6]],
  ] as const)('says in %s how long it is, as far as it can', (_, envelope, largest, at) => {
    const lengthOf = (len: number) => encode({ ...DATA, len }, envelope).subarray(...at);
    expect(lengthOf(largest)).toEqual(Uint8Array.of(255, 255));
    expect(lengthOf(largest - 1)).toEqual(Uint8Array.of(255, 254));
    expect(lengthOf(largest + 1)).toEqual(Uint8Array.of(0, 0));
  });

  it.each([
    ['IPv4', V4],
    ['IPv6', V6],
  ])('may be larger than %s can say, as offloading makes them', (_, envelope: Envelope) => {
    const segment = { ...DATA, len: 70_000 };
    const packet = found(all(encode(segment, envelope)));
    expect(packet.segment).toEqual(segment);
    expect(checksumStatus(packet)).toBe('good');
  });
});

describe('an IPv4 packet', () => {
  const plain = encode(DATA, { ...V4, data: Uint8Array.of(1, 2, 3) });

  it('may have options', () => {
    const octets = concat(
      changed(plain, [0, 0x47], [3, plain.length + 8]).subarray(0, 20),
      [7, 8, 4, 0, 0, 0, 0, 0],
      plain.subarray(20),
    );
    expect(found(all(octets)).segment).toEqual(DATA);
    expect(checksumStatus(found(all(octets)))).toBe('good');
  });

  it('ends where its header says, whatever pads it', () => {
    const packet = found(all(concat(plain, [9, 9, 9])));
    expect(packet.segment).toEqual(DATA);
    expect(checksumStatus(packet)).toBe('good');
  });

  it('is as long as its frame where offloading left 0', () => {
    const octets = changed(plain, [2, 0], [3, 0]);
    expect(found(all(octets)).segment.len).toBe(3);
    expect(found(decode(octets, 0, 41, 5000)).segment.len).toBe(4960);
  });

  it('may be cut after the TCP header', () => {
    const packet = found(decode(plain, 0, 40));
    expect(packet.segment).toEqual(DATA);
    expect(checksumStatus(packet)).toBe('unverified');
  });

  it('is truncated where a SYN is cut in its options, which no other segment needs', () => {
    const octets = encode(OPENS, { ...V4, mss: 1460, shift: 7 });
    expect(cut(octets, octets.length - 1)).toBe('truncated');
    const { seq, ack, wnd } = OPENS;
    const later = changed(octets, [33, ACK]);
    expect(found(decode(later, 0, 40)).segment).toEqual({
      ...DATA,
      ctl: ACK,
      seq,
      ack,
      wnd,
      len: 0,
    });
  });

  it.each<[NoSegment, string, [number, number][]]>([
    ['not-ip', 'version 5', [[0, 0x55]]],
    [
      'malformed',
      'a header shorter than 20 octets',
      [
        [0, 0x44],
        [28, 0x50],
      ],
    ],
    ['malformed', 'a header longer than the packet', [[3, 19]]],
    ['malformed', 'no room for TCP', [[3, 39]]],
    ['malformed', 'a TCP header shorter than 20 octets', [[32, 0x40]]],
    ['malformed', 'a TCP header longer than the packet', [[32, 0x60]]],
    ['not-tcp', 'UDP', [[9, 17]]],
    ['fragment', 'the first fragment of several', [[6, 0x20]]],
    ['fragment', 'a later fragment', [[7, 1]]],
  ])('is %s with %s', (code, _, changes) => expect(all(changed(plain, ...changes))).toBe(code));

  it('is truncated wherever less than the headers is there', () => {
    for (let to = 0; to < 40; to++) expect([to, cut(plain, to)]).toEqual([to, 'truncated']);
  });
});

describe('an IPv6 packet', () => {
  const plain = encode(DATA, V6);
  const [HOP_BY_HOP, ROUTING, FRAGMENT, DESTINATION] = [0, 43, 44, 60];
  /** The plain packet with extension headers before its segment. */
  const extended = (...headers: readonly [kind: number, ...rest: number[]][]): Uint8Array => {
    const kinds = [...headers.map(([kind]) => kind), 6];
    const extensions = headers.map(([, ...rest], i) => [kinds[i + 1] ?? 6, ...rest]);
    const length = plain.length - 40 + extensions.flat().length;
    const base = changed(
      plain.subarray(0, 40),
      [4, length >> 8],
      [5, length & 255],
      [6, kinds[0] ?? 6],
    );
    return concat(base, ...extensions, plain.subarray(40));
  };
  const rest = (length: number): number[] => [length, ...Array(6 + 8 * length).fill(1)];

  it('may have extension headers', () => {
    const octets = extended(
      [HOP_BY_HOP, ...rest(0)],
      [DESTINATION, ...rest(2)],
      [ROUTING, ...rest(1)],
      [FRAGMENT, 0, 0, 0, 1, 2, 3, 4],
      [DESTINATION, ...rest(0)],
    );
    expect(found(all(octets)).segment).toEqual(DATA);
    expect(checksumStatus(found(all(octets)))).toBe('good');
    for (let to = 0; to < octets.length - DATA.len; to++)
      expect([to, cut(octets, to)]).toEqual([to, 'truncated']);
  });

  it.each<[NoSegment, string, Uint8Array]>([
    ['fragment', 'the first fragment of several', extended([FRAGMENT, 0, 0, 1, 1, 2, 3, 4])],
    ['fragment', 'a later fragment', extended([FRAGMENT, 0, 0, 8, 1, 2, 3, 4])],
    ['not-tcp', 'UDP', changed(plain, [6, 17])],
    ['not-tcp', 'UDP after an extension header', changed(extended([0, ...rest(0)]), [40, 17])],
    [
      'malformed',
      'an extension header longer than it',
      changed(extended([0, ...rest(0)]), [41, 9]),
    ],
    [
      'malformed',
      'no room for an extension header',
      changed(extended([0, ...rest(0)]), [5, 4]).subarray(0, 44),
    ],
    ['malformed', 'no room for TCP', changed(plain, [5, 19])],
  ])('is %s with %s', (code, _, octets) => expect(all(octets)).toBe(code));

  it('is as long as its frame where offloading left 0', () => {
    const octets = changed(plain, [4, 0], [5, 0]);
    expect(found(all(octets)).segment.len).toBe(3);
    expect(found(decode(octets, 0, 60, 70_060)).segment.len).toBe(70_000);
  });
});

describe('the options of a SYN', () => {
  const withOptions = (ctl: number, ...options: number[]): Packet => {
    const bare = encode({ ...OPENS, ctl }, V4);
    const head = changed(bare, [3, 40 + options.length], [32, (20 + options.length) << 2]);
    return found(all(concat(head, options, [9, 9])));
  };

  it.each<[string, number[], number | null, number | null]>([
    ['in any order', [3, 3, 9, 2, 4, 1, 2, 0], 258, 9],
    ['among others', [8, 10, 0, 0, 0, 0, 0, 0, 0, 0, 4, 2, 2, 4, 5, 180], 1460, null],
    ['after the end of the list: none', [0, 2, 2, 4, 5, 180, 0, 0], null, null],
    ['with a length of 0: nothing after it', [9, 0, 2, 4, 5, 180, 0, 0], null, null],
    ['with a length of 1: nothing after it', [9, 1, 2, 4, 5, 180, 0, 0], null, null],
    ['longer than the header: none', [3, 3, 1, 2, 8, 1, 1, 1], null, 1],
    ['going on in the data: none', [1, 1, 1, 1, 1, 1, 2, 4], null, null],
    ['whose length is missing: none', [3, 3, 1, 1, 1, 1, 1, 2], null, 1],
    ['of the wrong length: none', [2, 3, 5, 1, 3, 4, 7, 7], null, null],
    ['shifting by more than 14: by 14 (RFC 7323 §2.3)', [3, 3, 15, 0], null, 14],
  ])('%s', (_, options, mss, shift) =>
    expect(withOptions(SYN, ...options)).toMatchObject({ mss, shift }),
  );

  it('are written on no other segment', () =>
    expect(encode(DATA, { ...V4, mss: 1460, shift: 7 })).toEqual(encode(DATA, V4)));

  it('count on no other segment', () =>
    expect(withOptions(ACK, 2, 4, 5, 180, 3, 3, 7, 0)).toMatchObject({ mss: null, shift: null }));
});

describe('a control bit that is off', () => {
  it('leaves the number that it vouches for 0', () => {
    const octets = changed(encode(DATA, V4), [33, 0], [39, 5]);
    expect(found(all(octets)).segment).toMatchObject({ ctl: 0, ack: 0, up: 0 });
    const silent = encode({ ...DATA, ctl: 0, up: 5 }, V4);
    expect(silent.subarray(28, 32)).toEqual(new Uint8Array(4));
    expect(silent.subarray(38, 40)).toEqual(new Uint8Array(2));
  });

  it('may be one of the two of congestion control, which nobody here speaks', () =>
    expect(found(all(changed(encode(DATA, V4), [33, 0xc0 | ACK]))).segment.ctl).toBe(ACK));
});
