/** Capture files made by hand, in either byte order, and read back. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CaptureFault, captureReader } from '../src/capture.ts';
import { type Frame, type Skip, tcpIn } from '../src/frame.ts';
import type { Packet } from '../src/wire.ts';

const FOLDER = fileURLToPath(new URL('./captures/', import.meta.url));

/** The recorded captures by name, without the ending. */
export const CAPTURES: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.pcap'))
  .map((name) => name.slice(0, -'.pcap'.length));

export const capturePath = (name: string): string => `${FOLDER}${name}.pcap`;
export const capture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(capturePath(name)));

/** A frame that outlives the reader's buffer. */
export type Kept = Omit<Frame, 'from' | 'to' | 'comments'> & {
  readonly comments: readonly string[];
  readonly tcp: Packet | Skip;
};

/** What a reader makes of a file that comes in pieces of these lengths, again and again; in one where none is said. */
export function read(
  file: Uint8Array,
  lengths: readonly number[] = [],
): { frames: Kept[]; fault: CaptureFault | null } {
  const frames: Kept[] = [];
  const reader = captureReader((frame) => {
    const octets = frame.octets.slice(frame.from, frame.to);
    const { n, time, on, linkType, length } = frame;
    const tcp = tcpIn({ ...frame, octets, from: 0, to: octets.length });
    frames.push({ n, time, on, linkType, octets, length, comments: frame.comments(), tcp });
  });
  for (let at = 0, i = 0; at < file.length; i++) {
    const end = at + (lengths[i % lengths.length] ?? file.length);
    reader.push(file.subarray(at, end));
    at = end;
  }
  return { frames, fault: reader.end() };
}

export const concat = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));

export type ByteOrder = {
  readonly u16: (n: number) => Uint8Array;
  readonly u32: (n: number) => Uint8Array;
};
const written = (bytes: number, write: (view: DataView) => void): Uint8Array => {
  const view = new DataView(new ArrayBuffer(bytes));
  write(view);
  return new Uint8Array(view.buffer);
};
const order = (little: boolean): ByteOrder => ({
  u16: (n) => written(2, (view) => view.setUint16(0, n, little)),
  u32: (n) => written(4, (view) => view.setUint32(0, n, little)),
});
export const BIG = order(false);
export const LITTLE = order(true);

/** What a file is to hold: octets at a time in microseconds. */
export type Content = {
  readonly time: number;
  readonly octets: Uint8Array;
  readonly length?: number;
};

export const MICROSECONDS = 0xa1b2c3d4;
export const NANOSECONDS = 0xa1b23c4d;
export const MODIFIED = 0xa1b2cd34;

export function pcapFile(
  { u16, u32 }: ByteOrder,
  linkType: number,
  content: readonly Content[],
  magic: number = MICROSECONDS,
): Uint8Array {
  const header = [u32(magic), u16(2), u16(4), u32(0), u32(0), u32(262144), u32(linkType)];
  const records = content.map(({ time, octets, length = octets.length }) => {
    const fraction = Math.round((time % 1e6) * (magic === NANOSECONDS ? 1000 : 1));
    const more = magic === MODIFIED ? [1, 2, 3, 4, 5, 6, 7, 8] : [];
    return concat(
      u32(Math.floor(time / 1e6)),
      u32(fraction),
      u32(octets.length),
      u32(length),
      more,
      octets,
    );
  });
  return concat(...header, ...records);
}

const padding = (octets: Uint8Array): number[] => Array((4 - (octets.length % 4)) % 4).fill(0);

export function block(
  { u32 }: ByteOrder,
  type: number,
  ...body: readonly Uint8Array[]
): Uint8Array {
  const content = concat(...body);
  const length = u32(12 + content.length + padding(content).length);
  return concat(u32(type), length, content, padding(content), length);
}

export function option({ u16 }: ByteOrder, code: number, value: Uint8Array): Uint8Array {
  return concat(u16(code), u16(value.length), value, padding(value));
}

export const section = (o: ByteOrder): Uint8Array =>
  block(o, 0x0a0d0d0a, o.u32(0x1a2b3c4d), o.u16(1), o.u16(0), o.u32(-1), o.u32(-1));

export const interfaceBlock = (
  o: ByteOrder,
  linkType: number,
  snapLength = 0,
  ...options: readonly Uint8Array[]
): Uint8Array => block(o, 1, o.u16(linkType), o.u16(0), o.u32(snapLength), ...options);

export function packetBlock(
  o: ByteOrder,
  on: number,
  ticks: number,
  octets: Uint8Array,
  length: number = octets.length,
  ...options: readonly Uint8Array[]
): Uint8Array {
  const { u32 } = o;
  const time = [u32(Math.floor(ticks / 2 ** 32)), u32(ticks >>> 0)];
  const lengths = [u32(octets.length), u32(length)];
  const data = concat(octets, padding(octets));
  return block(o, 6, u32(on), ...time, ...lengths, data, ...options);
}

export const pcapngFile = (
  o: ByteOrder,
  linkType: number,
  content: readonly Content[],
): Uint8Array =>
  concat(
    section(o),
    interfaceBlock(o, linkType),
    ...content.map(({ time, octets, length }) => packetBlock(o, 0, time, octets, length)),
  );
