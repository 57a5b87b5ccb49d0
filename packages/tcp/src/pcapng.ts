/**
 * pcapng, the format of Wireshark (draft-ietf-opsawg-pcapng): blocks that tell their length at both ends,
 * in sections, each with a byte order and interfaces of its own.
 */
import type { CaptureFault } from './capture.ts';
import type { Emit, Format, Slot } from './format.ts';
import type { Interface } from './frame.ts';
import { read16, read32, u8, u32 } from './octets.ts';
import { textOf } from './utf8.ts';

export const BLOCK = {
  /** Reads the same in both byte orders. */
  section: 0x0a0d0d0a,
  interface: 1,
  /** Obsolete, and still in old files. */
  packet: 2,
  simplePacket: 3,
  enhancedPacket: 6,
} as const;
export const OPTION = { end: 0, comment: 1, name: 2, timeResolution: 9, timeOffset: 14 } as const;
export const BYTE_ORDER = 0x1a2b3c4d;
const BYTE_ORDER_SWAPPED = 0x4d3c2b1a;
export const VERSION = 1;

/** Type, length and the length again at the end. */
const SHORTEST_BLOCK = 12;
/** What libpcap accepts as well: 64 times the largest frame, so room for all that comes with it. */
const LONGEST_BLOCK = 16 * 1024 * 1024;
/** As many as the obsolete block can name. Bounded, so that a file cannot fill the memory with them. */
const MAX_INTERFACES = 65_536;
/** Octets of a name that are read: more than systems give, and bounded for the same reason. */
const LONGEST_NAME = 255;

type Description = {
  readonly on: Interface;
  readonly linkType: number;
  readonly snapLength: number;
  /** A time in ticks · `multiplier` / `divisor` + `offset` is in µs; one of the two is 1, so that µs are exact. */
  readonly multiplier: number;
  readonly divisor: number;
  readonly offset: number;
};

/** Whether a section begins at `at`, as every file does. */
export const isPcapng = (octets: Uint8Array, at: number): boolean =>
  u32(octets, at) === BLOCK.section &&
  (u32(octets, at + 8) === BYTE_ORDER || u32(octets, at + 8) === BYTE_ORDER_SWAPPED);

/** The format of a file that begins with a section. */
export function pcapng(slot: Slot, emit: Emit): Format {
  let little = false;
  let interfaces: Description[] = [];
  /** How many of them have each name. */
  let named = new Map<string, number>();
  /** Of the latest frame: from here to the end of its block. */
  let options = 0;
  let optionsEnd = 0;
  slot.comments = () => {
    const comments: string[] = [];
    eachOption(slot.octets, options, optionsEnd, little, (code, from, to) => {
      if (code === OPTION.comment) comments.push(textOf(slot.octets.subarray(from, to)));
    });
    return comments;
  };

  function readFrame(
    octets: Uint8Array,
    description: Description | undefined,
    captured: number,
    from: number,
    end: number,
  ): CaptureFault['code'] | null {
    // Nothing fits into a block too short for its own fields, for that ends before `from`.
    if (!description || captured > end - from) return 'damaged';
    slot.on = description.on;
    slot.linkType = description.linkType;
    slot.octets = octets;
    slot.from = from;
    slot.to = from + captured;
    options = from + padded(captured);
    optionsEnd = end;
    emit();
    return null;
  }

  /** The obsolete block differs from the enhanced one in how it names the interface, and in nothing else. */
  function readTimed(
    octets: Uint8Array,
    id: number,
    at: number,
    end: number,
  ): CaptureFault['code'] | null {
    const description = interfaces[id];
    if (description) {
      const { multiplier, divisor, offset } = description;
      const ticks = read32(octets, at + 12, little) * 2 ** 32 + read32(octets, at + 16, little);
      slot.time = (ticks * multiplier) / divisor + offset;
    }
    slot.length = read32(octets, at + 24, little);
    return readFrame(octets, description, read32(octets, at + 20, little), at + 28, end);
  }

  function describe(octets: Uint8Array, at: number, end: number): void {
    const { name, ...description } = descriptionIn(octets, at, end, little);
    const nth = (named.get(name) ?? 0) + 1;
    named.set(name, nth);
    interfaces.push({ ...description, on: { name, nth } });
  }

  return {
    opening: 0,
    header: SHORTEST_BLOCK,
    maximum: LONGEST_BLOCK,
    lengthAt: (octets, at) => {
      if (u32(octets, at) === BLOCK.section) {
        if (!isPcapng(octets, at)) return 0;
        little = u32(octets, at + 8) === BYTE_ORDER_SWAPPED;
      }
      const length = read32(octets, at + 4, little);
      return length % 4 === 0 ? length : 0;
    },
    read: (octets, at, blockEnd) => {
      const end = blockEnd - 4;
      if (read32(octets, end, little) !== blockEnd - at) return 'damaged';
      switch (read32(octets, at, little)) {
        case BLOCK.enhancedPacket:
          return readTimed(octets, read32(octets, at + 8, little), at, end);
        case BLOCK.packet:
          return readTimed(octets, read16(octets, at + 8, little), at, end);
        case BLOCK.simplePacket: {
          const [first] = interfaces;
          slot.length = read32(octets, at + 8, little);
          const captured = Math.min(slot.length, first?.snapLength || slot.length);
          return readFrame(octets, first, captured, at + 12, end);
        }
        case BLOCK.section:
          if (end - at < 24) return 'damaged';
          if (read16(octets, at + 12, little) !== VERSION) return 'unsupported-version';
          interfaces = [];
          named = new Map();
          return null;
        case BLOCK.interface:
          if (end - at < 16 || interfaces.length === MAX_INTERFACES) return 'damaged';
          describe(octets, at, end);
          return null;
        default:
          return null;
      }
    },
  };
}

function descriptionIn(
  octets: Uint8Array,
  at: number,
  end: number,
  little: boolean,
): Omit<Description, 'on'> & { readonly name: string } {
  let name = '';
  let ticksPerSecond = 1e6;
  let offset = 0;
  eachOption(octets, at + 16, end, little, (code, from, to) => {
    if (code === OPTION.name)
      name = nameOf(octets.subarray(from, Math.min(to, from + LONGEST_NAME)));
    if (code === OPTION.timeResolution && to - from === 1) {
      const resolution = u8(octets, from);
      ticksPerSecond = resolution > 127 ? 2 ** (resolution - 128) : 10 ** resolution;
    }
    if (code === OPTION.timeOffset && to - from === 8)
      offset = secondsAt(octets, from, little) * 1e6;
  });
  return {
    name,
    linkType: read16(octets, at + 8, little),
    snapLength: read32(octets, at + 12, little),
    multiplier: Math.max(1, 1e6 / ticksPerSecond),
    divisor: Math.max(1, ticksPerSecond / 1e6),
    offset,
  };
}

/** Some writers end a name as C does. What would steer a terminal is not let through. */
const nameOf = (octets: Uint8Array): string =>
  textOf(octets).replace(/\0.*/su, '').replace(/\p{C}/gu, '\ufffd');

/** A signed number of 64 bits. */
const secondsAt = (octets: Uint8Array, at: number, little: boolean): number =>
  (read32(octets, little ? at + 4 : at, little) | 0) * 2 ** 32 +
  read32(octets, little ? at : at + 4, little);

/** Calls `take` with the code and the place of the value of every option in [from, to). */
function eachOption(
  octets: Uint8Array,
  from: number,
  to: number,
  little: boolean,
  take: (code: number, from: number, to: number) => void,
): void {
  let at = from;
  while (at + 4 <= to) {
    const code = read16(octets, at, little);
    const value = at + 4;
    const end = value + read16(octets, at + 2, little);
    if (code === OPTION.end || end > to) return;
    take(code, value, end);
    at = value + padded(end - value);
  }
}

/** Everything in a block begins at a multiple of four octets. */
export const padded = (length: number): number => (length + 3) & ~3;
