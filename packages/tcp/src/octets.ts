/**
 * Integers in octets. Reading is total: what lies outside the octets reads 0, so that no input, however
 * it lies about its lengths, makes a parser throw.
 */

export const u8 = (octets: Uint8Array, at: number): number => octets[at] ?? 0;

/** Network order: the most significant octet first. */
export const u16 = (octets: Uint8Array, at: number): number =>
  (u8(octets, at) << 8) | u8(octets, at + 1);
export const u32 = (octets: Uint8Array, at: number): number =>
  ((u16(octets, at) << 16) | u16(octets, at + 2)) >>> 0;

/** Little-endian: the least significant octet first. */
const u16le = (octets: Uint8Array, at: number): number =>
  u8(octets, at) | (u8(octets, at + 1) << 8);
const u32le = (octets: Uint8Array, at: number): number =>
  (u16le(octets, at) | (u16le(octets, at + 2) << 16)) >>> 0;

/** In either order, as capture files have it. */
export const read16 = (octets: Uint8Array, at: number, little: boolean): number =>
  little ? u16le(octets, at) : u16(octets, at);
export const read32 = (octets: Uint8Array, at: number, little: boolean): number =>
  little ? u32le(octets, at) : u32(octets, at);

/** Writes the low 16 bits of `n` in network order. */
export function put16(octets: Uint8Array, at: number, n: number): void {
  octets[at] = n >>> 8;
  octets[at + 1] = n;
}

/** Writes the low 32 bits of `n` in network order. */
export function put32(octets: Uint8Array, at: number, n: number): void {
  put16(octets, at, n >>> 16);
  put16(octets, at + 2, n);
}
