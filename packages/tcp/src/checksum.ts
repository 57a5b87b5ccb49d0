import { u8, u16 } from './octets.ts';
import type { Packet } from './wire.ts';

/** The protocol's number, which the pseudo-header repeats. */
export const TCP = 6;

/**
 * The one's complement sum of the 16-bit words in [from, to), not folded (RFC 1071 §1); an odd last octet
 * is padded with zero. Sums of parts that begin at even distances add up to the sum of the whole.
 */
export function sum(octets: Uint8Array, from: number, to: number): number {
  const even = to - ((to - from) & 1);
  let total = 0;
  for (let at = from; at < even; at += 2) total += u16(octets, at);
  return even < to ? total + (u8(octets, even) << 8) : total;
}

/** The Internet checksum of words that add up to `total`, 0 … 65535. */
export function checksum(total: number): number {
  let folded = total;
  while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x10000);
  return ~folded & 0xffff;
}

/** The checksum of the segment in [header, end) and its pseudo-header (RFC 9293 §3.1, RFC 8200 §8.1). */
export const tcpChecksum = (
  octets: Uint8Array,
  addresses: number,
  addressLength: 4 | 16,
  header: number,
  end: number,
): number =>
  checksum(
    sum(octets, addresses, addresses + 2 * addressLength) +
      TCP +
      (end - header) +
      sum(octets, header, end),
  );

/** What the TCP checksum says of a packet. */
export type ChecksumStatus = 'good' | 'bad' | 'unverified';

/**
 * Whether the TCP checksum is right; `unverified` where the capture has cut off octets that it covers. A
 * capture made at the sender has bad ones where the network card was to fill them in.
 */
export function checksumStatus(packet: Packet): ChecksumStatus {
  const { octets, addresses, addressLength, header, end, segment } = packet;
  const data = header + (u8(octets, header + 12) >>> 4) * 4;
  if (data + segment.len > end) return 'unverified';
  return tcpChecksum(octets, addresses, addressLength, header, end) === 0 ? 'good' : 'bad';
}
