/**
 * Writes pcapng (draft-ietf-opsawg-pcapng), block by block in network order: a section, its interfaces,
 * then packets. A file is these one after the other.
 */
import { put16, put32 } from './octets.ts';
import { BLOCK, BYTE_ORDER, OPTION, padded, VERSION } from './pcapng.ts';
import { utf8 } from './utf8.ts';

/** What every file begins with. */
export function sectionHeader(): Uint8Array {
  const block = blockOf(BLOCK.section, 16, []);
  put32(block, 8, BYTE_ORDER);
  put16(block, 12, VERSION);
  // The length of the section is not told.
  block.fill(0xff, 16, 24);
  return block;
}

/** Digits after the second that the times on an interface have: microseconds or nanoseconds. */
export type TimeDigits = 6 | 9;

/** Describes an interface; packets name it by its place among those of the section, from 0. */
export function interfaceDescription(
  linkType: number,
  digits: TimeDigits,
  name?: string,
): Uint8Array {
  const block = blockOf(BLOCK.interface, 8, [
    ...(name === undefined ? [] : [{ code: OPTION.name, value: utf8(name) }]),
    { code: OPTION.timeResolution, value: Uint8Array.of(digits) },
  ]);
  put16(block, 8, linkType);
  return block;
}

export type PacketRecord = {
  /** The interface's place in the section, and the digits that it was described with. */
  readonly on: number;
  readonly digits: TimeDigits;
  /** Microseconds since 1970-01-01 UTC. */
  readonly time: number;
  readonly octets: Uint8Array;
  /** Octets that it had on the wire; as many as there are where it is not said. */
  readonly length?: number;
  readonly comments?: readonly string[];
};

/** A packet seen on an interface. A comment is cut at 65,535 octets of UTF-8. */
export function enhancedPacket(packet: PacketRecord): Uint8Array {
  const { octets, length = octets.length, comments = [] } = packet;
  const body = 20 + padded(octets.length);
  const block = blockOf(
    BLOCK.enhancedPacket,
    body,
    comments.map((comment) => ({ code: OPTION.comment, value: utf8(comment).subarray(0, 0xffff) })),
  );
  const ticks = Math.round(packet.time * (packet.digits === 9 ? 1000 : 1));
  put32(block, 8, packet.on);
  put32(block, 12, Math.floor(ticks / 2 ** 32));
  put32(block, 16, ticks);
  put32(block, 20, octets.length);
  put32(block, 24, length);
  block.set(octets, 28);
  return block;
}

type Option = { readonly code: number; readonly value: Uint8Array };

/** A block with room for `body` octets, then options. */
function blockOf(type: number, body: number, options: readonly Option[]): Uint8Array {
  const sizes = options.map(({ value }) => 4 + padded(value.length));
  const end = sizes.length === 0 ? 0 : 4;
  const size = 12 + body + sizes.reduce((total, n) => total + n, end);
  const block = new Uint8Array(size);
  put32(block, 0, type);
  put32(block, 4, size);
  put32(block, size - 4, size);
  let at = 8 + body;
  for (const { code, value } of options) {
    put16(block, at, code);
    put16(block, at + 2, value.length);
    block.set(value, at + 4);
    at += 4 + padded(value.length);
  }
  return block;
}
