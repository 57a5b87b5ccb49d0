import { read32, u16 } from './octets.ts';
import { decode, NO_SEGMENT, type Packet } from './wire.ts';

/** Where frames were captured, as the file tells it. */
export type Interface = {
  /** Empty where the file does not name it; without control characters. */
  readonly name: string;
  /** Which one it is of those in its section that have this name, from 1. */
  readonly nth: number;
};

/** Where all frames come from in a file that does not tell. */
export const UNTOLD: Interface = { name: '', nth: 1 };

/** Every section describes its interfaces anew, those of the one before among them. */
export const sameInterface = (a: Interface, b: Interface): boolean =>
  a === b || (a.name === b.name && a.nth === b.nth);

/** One record of a capture file. The reader hands over the same object again and again: copy what stays. */
export type Frame = {
  /** Its place in the capture, from 1, as other programs count. */
  readonly n: number;
  /**
   * Microseconds since 1970-01-01 UTC, with fractions: to a quarter of one, which is what a double can tell
   * in these years. A record without a time has that of the one before it.
   */
  readonly time: number;
  readonly on: Interface;
  /** As registered for capture files, of which `LINKS` are understood. */
  readonly linkType: number;
  /** [from, to) of these octets is what was captured, in the reader's own buffer or the chunk it was given. */
  readonly octets: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** Octets that the frame had on the wire, more than captured where it was cut. */
  readonly length: number;
  /** The comments that pcapng holds with it; made when asked for. */
  readonly comments: () => readonly string[];
};

/** The link types whose frames can be read, by their registered numbers. */
export const LINKS = {
  null: 0,
  ethernet: 1,
  raw: 101,
  loop: 108,
  linuxSll: 113,
  ipv4: 228,
  ipv6: 229,
  linuxSll2: 276,
} as const;
/** What `raw` is called in files of BSD systems, whose own numbers got into them. */
const RAW_BSD = 12;
const RAW_OPENBSD = 14;

/** Why a frame is passed over. */
export const SKIPS = ['unknown-link', ...NO_SEGMENT] as const;
export type Skip = (typeof SKIPS)[number];

/** How many frames were passed over, by reason. */
export type Skipped = Record<Skip, number>;
export const nothingSkipped = (): Skipped => ({
  'unknown-link': 0,
  'not-ip': 0,
  'not-tcp': 0,
  fragment: 0,
  truncated: 0,
  malformed: 0,
});

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
/** Tags of four octets before the type: 802.1Q, 802.1ad and what came before it. */
const VLANS: readonly number[] = [0x8100, 0x88a8, 0x9100];
/** The family of IPv4 on all systems, then that of IPv6 on each. */
const FAMILIES: readonly number[] = [2, 10, 24, 28, 30];

/** The TCP segment in a frame, or why there is none. */
export function tcpIn(frame: Frame): Packet | Skip {
  switch (frame.linkType) {
    case LINKS.ethernet:
      return afterType(frame, frame.from + 12, frame.from + 14);
    case LINKS.linuxSll:
      return afterType(frame, frame.from + 14, frame.from + 16);
    case LINKS.linuxSll2:
      return afterType(frame, frame.from, frame.from + 20);
    case LINKS.null:
    case LINKS.loop:
      return afterFamily(frame);
    case LINKS.raw:
    case LINKS.ipv4:
    case LINKS.ipv6:
    case RAW_BSD:
    case RAW_OPENBSD:
      return packetAt(frame, frame.from);
    default:
      return 'unknown-link';
  }
}

/** Reads on after a header in which the protocol's Ethernet type stands at `typeAt`. */
function afterType(frame: Frame, typeAt: number, headerEnd: number): Packet | Skip {
  let type = typeAt;
  let at = headerEnd;
  for (;;) {
    if (at > frame.to) return 'truncated';
    const protocol = u16(frame.octets, type);
    if (protocol === IPV4 || protocol === IPV6) return packetAt(frame, at);
    if (!VLANS.includes(protocol)) return 'not-ip';
    // A tag: two octets of its own, then the type of what follows.
    type = at + 2;
    at += 4;
  }
}

/** Reads on after a header that is an address family, in the byte order of whatever machine captured it. */
function afterFamily(frame: Frame): Packet | Skip {
  const at = frame.from + 4;
  if (at > frame.to) return 'truncated';
  const big = read32(frame.octets, frame.from, false);
  const family = big > 0xffff ? read32(frame.octets, frame.from, true) : big;
  return FAMILIES.includes(family) ? packetAt(frame, at) : 'not-ip';
}

const packetAt = (frame: Frame, at: number): Packet | Skip =>
  decode(frame.octets, at, frame.to, frame.from + frame.length - at);
