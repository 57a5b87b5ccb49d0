/** pcap, the format of libpcap: a file header, then records that are one frame each. */
import type { CaptureFault } from './capture.ts';
import type { Emit, Format, Slot } from './format.ts';
import { read16, read32, u32 } from './octets.ts';

/** What a file begins with, as the octets stand there. */
const MAGICS: readonly {
  readonly magic: number;
  readonly little: boolean;
  /** Of the second part of a time, in a microsecond. */
  readonly ticks: 1 | 1000;
  readonly recordHeader: 16 | 24;
}[] = [
  { magic: 0xa1b2c3d4, little: false, ticks: 1, recordHeader: 16 },
  { magic: 0xd4c3b2a1, little: true, ticks: 1, recordHeader: 16 },
  { magic: 0xa1b23c4d, little: false, ticks: 1000, recordHeader: 16 },
  { magic: 0x4d3cb2a1, little: true, ticks: 1000, recordHeader: 16 },
  // "Modified": a record also tells the interface.
  { magic: 0xa1b2cd34, little: false, ticks: 1, recordHeader: 24 },
  { magic: 0x34cdb2a1, little: true, ticks: 1, recordHeader: 24 },
];
const FILE_HEADER = 24;
const VERSION = 2;

/** libpcap captures no more of a frame. */
const MAX_FRAME = 262_144;

const kindAt = (octets: Uint8Array, at: number) =>
  MAGICS.find(({ magic }) => magic === u32(octets, at));

export const isPcap = (octets: Uint8Array, at: number): boolean => kindAt(octets, at) !== undefined;

/** The format of the file whose header begins at `at`; the code of a fault where it is none. */
export function pcap(
  octets: Uint8Array,
  at: number,
  slot: Slot,
  emit: Emit,
): Format | CaptureFault['code'] {
  const kind = kindAt(octets, at);
  if (!kind) return 'not-a-capture';
  const { little, ticks, recordHeader } = kind;
  if (read16(octets, at + 4, little) !== VERSION) return 'unsupported-version';
  // The other bits tell of a frame check sequence.
  slot.linkType = read32(octets, at + 20, little) & 0xffff;
  return {
    opening: FILE_HEADER,
    header: recordHeader,
    maximum: recordHeader + MAX_FRAME,
    lengthAt: (octets, at) => recordHeader + read32(octets, at + 8, little),
    read: (octets, at, end) => {
      slot.time = read32(octets, at, little) * 1e6 + read32(octets, at + 4, little) / ticks;
      slot.octets = octets;
      slot.from = at + recordHeader;
      slot.to = end;
      slot.length = read32(octets, at + 12, little);
      emit();
      return null;
    },
  };
}
