/**
 * Segments as octets: an IPv4 or IPv6 packet (RFC 791, RFC 8200) around a TCP header (RFC 9293 §3.1).
 * Read where they lie, without objects for what is around them: captures hold millions of packets.
 */
import { checksum, sum, TCP, tcpChecksum } from './checksum.ts';
import { put16, put32, u8, u16, u32 } from './octets.ts';
import { ACK, CONTROL_MASK, has, type Segment, SYN, URG } from './segment.ts';
import { seq } from './seq.ts';

/** A TCP segment as it was found in a packet. */
export type Packet = {
  /** The octets that the packet lies in: the reader's own buffer, valid until it reads on. */
  readonly octets: Uint8Array;
  /** Where in `octets` the source address begins; the destination address follows it. */
  readonly addresses: number;
  /** Octets of one address: 4 in IPv4, 16 in IPv6. */
  readonly addressLength: 4 | 16;
  /** Where in `octets` the TCP header begins. */
  readonly header: number;
  /** Where in `octets` the segment ends, or the capture cut it. */
  readonly end: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly segment: Segment;
  /** The maximum segment size that a SYN announces; null where it names none, and on other segments. */
  readonly mss: number | null;
  /** The window scale that a SYN announces, 0 … 14 (RFC 7323 §2); null where it names none, and on other segments. */
  readonly shift: number | null;
};

/** Why octets are no segment. */
export const NO_SEGMENT = [
  'not-ip',
  'not-tcp',
  /** Part of a packet: the segment is whole nowhere. */
  'fragment',
  /** The capture cut the packet before the end of what has to be read of its headers. */
  'truncated',
  /** A length in it cannot be. */
  'malformed',
] as const;
export type NoSegment = (typeof NO_SEGMENT)[number];

const IPV4_HEADER = 20;
const IPV6_HEADER = 40;
const TCP_HEADER = 20;

/** IPv6 extension headers (RFC 8200 §4). */
const HOP_BY_HOP = 0;
const ROUTING = 43;
const FRAGMENT = 44;
const DESTINATION_OPTIONS = 60;

/** Kinds and lengths of the options that only a SYN carries (RFC 9293 §3.2, RFC 7323 §2.2). */
const END_OF_LIST = 0;
const NO_OPERATION = 1;
const MSS = { kind: 2, length: 4 } as const;
const WINDOW_SCALE = { kind: 3, length: 3 } as const;
const MAX_SHIFT = 14;

/**
 * Reads the IP packet in [from, to) of `octets`, whatever they hold. The length of the data comes from the
 * IP header, for a capture may cut packets short and Ethernet pads them; where offloading left that length
 * 0, from `length`, the octets that the packet had on the wire.
 */
export function decode(
  octets: Uint8Array,
  from: number,
  to: number,
  length: number = to - from,
): Packet | NoSegment {
  if (to <= from) return 'truncated';
  switch (u8(octets, from) >>> 4) {
    case 4:
      return inIpv4(octets, from, to, length);
    case 6:
      return inIpv6(octets, from, to, length);
    default:
      return 'not-ip';
  }
}

function inIpv4(octets: Uint8Array, from: number, to: number, length: number): Packet | NoSegment {
  if (to - from < IPV4_HEADER) return 'truncated';
  const header = (u8(octets, from) & 15) * 4;
  if (header < IPV4_HEADER) return 'malformed';
  if (u8(octets, from + 9) !== TCP) return 'not-tcp';
  const moreOrOffset = u16(octets, from + 6) & 0x3fff;
  if (moreOrOffset !== 0) return 'fragment';
  const total = u16(octets, from + 2) || length;
  return inPayload(octets, from + 12, 4, from + header, from + total, to);
}

function inIpv6(octets: Uint8Array, from: number, to: number, length: number): Packet | NoSegment {
  if (to - from < IPV6_HEADER) return 'truncated';
  const payload = u16(octets, from + 4);
  const end = from + (payload === 0 ? length : IPV6_HEADER + payload);
  let next = u8(octets, from + 6);
  let at = from + IPV6_HEADER;
  while (next !== TCP) {
    const fragment = next === FRAGMENT;
    if (!fragment && next !== HOP_BY_HOP && next !== ROUTING && next !== DESTINATION_OPTIONS)
      return 'not-tcp';
    if (at + 8 > end) return 'malformed';
    if (at + 8 > to) return 'truncated';
    const offsetOrMore = u16(octets, at + 2) & 0xfff9;
    if (fragment && offsetOrMore !== 0) return 'fragment';
    next = u8(octets, at);
    at += fragment ? 8 : 8 + 8 * u8(octets, at + 1);
  }
  return inPayload(octets, from + 8, 16, at, end, to);
}

function inPayload(
  octets: Uint8Array,
  addresses: number,
  addressLength: 4 | 16,
  at: number,
  end: number,
  to: number,
): Packet | NoSegment {
  if (at + TCP_HEADER > end) return 'malformed';
  if (at + TCP_HEADER > to) return 'truncated';
  const data = at + (u8(octets, at + 12) >>> 4) * 4;
  if (data < at + TCP_HEADER || data > end) return 'malformed';
  const ctl = u8(octets, at + 13) & CONTROL_MASK;
  const options = at + TCP_HEADER;
  let mss = -1;
  let shift = -1;
  if (ctl & SYN) {
    if (data > to) return 'truncated';
    mss = optionAt(octets, options, data, MSS);
    shift = optionAt(octets, options, data, WINDOW_SCALE);
  }
  return {
    octets,
    addresses,
    addressLength,
    header: at,
    end: Math.min(end, to),
    sourcePort: u16(octets, at),
    destinationPort: u16(octets, at + 2),
    segment: {
      ctl,
      seq: seq(u32(octets, at + 4)),
      ack: seq(ctl & ACK ? u32(octets, at + 8) : 0),
      wnd: u16(octets, at + 14),
      len: end - data,
      up: ctl & URG ? u16(octets, at + 18) : 0,
    },
    mss: mss < 0 ? null : u16(octets, mss + 2),
    // RFC 7323 §2.3: a larger shift counts as 14.
    shift: shift < 0 ? null : Math.min(u8(octets, shift + 2), MAX_SHIFT),
  };
}

/** Where the option stands in [from, to); −1 where it does not. */
function optionAt(
  octets: Uint8Array,
  from: number,
  to: number,
  option: typeof MSS | typeof WINDOW_SCALE,
): number {
  let at = from;
  while (at < to) {
    const kind = u8(octets, at);
    if (kind === END_OF_LIST) return -1;
    const length = kind === NO_OPERATION ? 1 : u8(octets, at + 1);
    if (at + length > to || (length < 2 && kind !== NO_OPERATION)) return -1;
    if (kind === option.kind && length === option.length) return at;
    at += length;
  }
  return -1;
}

/** What a segment cannot say of itself: between whom it goes, and what it carries. */
export type Envelope = {
  /** 4 octets for IPv4 or 16 for IPv6, as many in both. */
  readonly source: Uint8Array;
  readonly destination: Uint8Array;
  /** 0 … 65535. */
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** The segment's `len` octets of data; zeros where there is none. */
  readonly data?: Uint8Array;
  /** The maximum segment size that a SYN announces, 0 … 65535. */
  readonly mss?: number;
  /** The window scale that a SYN announces, 0 … 14. */
  readonly shift?: number;
  /** Time to live, or hop limit: 1 … 255; 64 where it is not said. */
  readonly ttl?: number;
};

/**
 * The IP packet that carries `segment`, with the checksums of IPv4 (RFC 791 §3.1) and TCP (RFC 9293 §3.1).
 * A packet too large for IP's 16 bits of length says length 0, as offloading leaves it in captures.
 */
export function encode(segment: Segment, envelope: Envelope): Uint8Array {
  const { source, destination, data } = envelope;
  const options = optionsOf(segment, envelope);
  const addressLength = source.length === 16 ? 16 : 4;
  const ip = addressLength === 4 ? IPV4_HEADER : IPV6_HEADER;
  const header = TCP_HEADER + options.length;
  const octets = new Uint8Array(ip + header + segment.len);
  const addresses = ip - 2 * addressLength;
  octets.set(source, addresses);
  octets.set(destination, addresses + addressLength);
  octets.set(options, ip + TCP_HEADER);
  if (data) octets.set(data.subarray(0, segment.len), ip + header);
  put16(octets, ip, envelope.sourcePort);
  put16(octets, ip + 2, envelope.destinationPort);
  put32(octets, ip + 4, segment.seq);
  put32(octets, ip + 8, has(segment, ACK) ? segment.ack : 0);
  octets[ip + 12] = header << 2;
  octets[ip + 13] = segment.ctl;
  put16(octets, ip + 14, segment.wnd);
  put16(octets, ip + 18, has(segment, URG) ? segment.up : 0);
  put16(octets, ip + 16, tcpChecksum(octets, addresses, addressLength, ip, octets.length));
  const write = addressLength === 4 ? putIpv4Header : putIpv6Header;
  write(octets, envelope.ttl ?? 64);
  return octets;
}

function optionsOf(segment: Segment, { mss, shift }: Envelope): readonly number[] {
  if (!has(segment, SYN)) return [];
  return [
    ...(mss === undefined ? [] : [MSS.kind, MSS.length, mss >>> 8, mss & 255]),
    ...(shift === undefined ? [] : [NO_OPERATION, WINDOW_SCALE.kind, WINDOW_SCALE.length, shift]),
  ];
}

function putIpv4Header(octets: Uint8Array, ttl: number): void {
  octets[0] = 0x45;
  put16(octets, 2, octets.length > 0xffff ? 0 : octets.length);
  // Do not fragment: such a packet needs no identification (RFC 6864 §4.1).
  put16(octets, 6, 0x4000);
  octets[8] = ttl;
  octets[9] = TCP;
  put16(octets, 10, checksum(sum(octets, 0, IPV4_HEADER)));
}

function putIpv6Header(octets: Uint8Array, ttl: number): void {
  const payload = octets.length - IPV6_HEADER;
  octets[0] = 0x60;
  put16(octets, 4, payload > 0xffff ? 0 : payload);
  octets[6] = TCP;
  octets[7] = ttl;
}
