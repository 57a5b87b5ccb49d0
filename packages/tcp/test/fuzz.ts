/** Files that nobody wrote, and what may never happen when they are read. */
import assert from 'node:assert/strict';
import { CAPTURE_FAULTS, type CaptureFault, captureReader } from '../src/capture.ts';
import { checksumStatus } from '../src/checksum.ts';
import { LINKS, nothingSkipped, type Skipped, tcpIn } from '../src/frame.ts';
import { CONTROL_MASK } from '../src/segment.ts';
import type { Packet } from '../src/wire.ts';
import {
  BIG,
  CAPTURES,
  capture,
  concat,
  LITTLE,
  option,
  packetBlock,
  pcapFile,
  pcapngFile,
  read,
} from './capture-file.ts';
import type { Random } from './random.ts';

function pick<T>(random: Random, from: readonly T[]): T {
  const [first] = from;
  if (first === undefined) throw new Error('nothing to pick from');
  return from[random(from.length)] ?? first;
}

const noise = (random: Random, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => random(256));

/** Random octets, behind a beginning that gets them further than the first four. */
export function randomFile(random: Random, length: number): Uint8Array {
  const order = pick(random, [BIG, LITTLE]);
  const linkType = pick(random, Object.values(LINKS));
  const octets = noise(random, length);
  switch (random(4)) {
    case 0:
      return octets;
    case 1:
      return concat(pcapFile(order, linkType, []), octets);
    case 2: {
      const block = packetBlock(
        order,
        0,
        random(2 ** 32),
        octets,
        random(2 ** 32),
        option(order, 1, octets.subarray(0, 50)),
      );
      return concat(pcapngFile(order, linkType, []), block);
    }
    default: {
      const content = [];
      for (let at = 0; at < length; at += 100)
        content.push({ time: at, octets: ipAlike(random, octets.slice(at, at + 40 + random(80))) });
      return pcapFile(order, LINKS.raw, content);
    }
  }
}

/** Makes octets TCP over IP as far as two fields tell, and at times a few more. */
function ipAlike(random: Random, packet: Uint8Array): Uint8Array {
  const [version, protocol] = pick(random, [
    [0x45, 9],
    [0x60, 6],
  ] as const);
  packet[0] = version;
  packet[protocol] = pick(random, [6, 6, 6, 0, 43, 44, 60]);
  if (random(4) > 0) packet.fill(0, version === 0x45 ? 2 : 4, version === 0x45 ? 8 : 6);
  return packet;
}

const SOUND = CAPTURES.flatMap((name) => {
  const file = capture(name);
  const { frames } = read(file);
  const link = frames[0]?.linkType ?? 0;
  return [file, pcapngFile(LITTLE, link, frames), pcapngFile(BIG, link, frames)];
});

/** A sound capture with a few changes of the kind that find mistakes. */
export function mutatedFile(random: Random): Uint8Array {
  let file: Uint8Array = pick(random, SOUND).slice();
  for (let changes = 1 + random(4); changes > 0; changes--) {
    const at = random(file.length + 1);
    const length = 1 + random(64);
    switch (random(6)) {
      case 0:
        file[at] = random(256);
        break;
      case 1:
        file[at] = pick(random, [0, 1, 0x7f, 0x80, 0xff]);
        break;
      case 2:
        file.set(
          pick(random, [BIG, LITTLE])
            .u32(random(2 ** 32) >>> random(32))
            .subarray(0, file.length - at),
          at,
        );
        break;
      case 3:
        file = concat(file.subarray(0, at), file.subarray(at + length));
        break;
      case 4:
        file = concat(file.subarray(0, at), file.subarray(Math.max(0, at - length)));
        break;
      default:
        file = concat(file.subarray(0, at), noise(random, length), file.subarray(at));
    }
  }
  return random(4) === 0 ? file.subarray(0, random(file.length + 1)) : file;
}

/** What became of the files. */
export type Fate = {
  files: number;
  octets: number;
  frames: number;
  packets: number;
  readonly skipped: Skipped;
  readonly faults: Record<CaptureFault['code'] | 'none', number>;
};
export const noFate = (): Fate => ({
  files: 0,
  octets: 0,
  frames: 0,
  packets: 0,
  skipped: nothingSkipped(),
  faults: {
    none: 0,
    empty: 0,
    'not-a-capture': 0,
    'unsupported-version': 0,
    damaged: 0,
    'cut-short': 0,
  },
});

/** Reads the file in random pieces, adds to `fate`, and throws where something is that may not be. */
export function readAll(file: Uint8Array, random: Random, fate: Fate): void {
  const reader = captureReader((frame) => {
    fate.frames++;
    assert(frame.from >= 0 && frame.from <= frame.to && frame.to <= frame.octets.length);
    assert(Number.isFinite(frame.time) && frame.length >= 0);
    frame.comments();
    const packet = tcpIn(frame);
    if (typeof packet === 'string') fate.skipped[packet]++;
    else {
      fate.packets++;
      assertSound(packet, frame.from, frame.to);
    }
  });
  const largest = pick(random, [1, 16, 512, 65_536]);
  for (let at = 0; at < file.length; ) {
    const end = at + 1 + random(largest);
    reader.push(file.subarray(at, end));
    at = end;
  }
  const fault = reader.end();
  fate.files++;
  fate.octets += file.length;
  fate.faults[fault?.code ?? 'none']++;
  assert(fault === null || CAPTURE_FAULTS.includes(fault.code));
  assert(fault === null || (fault.offset >= 0 && fault.offset <= file.length));
}

function assertSound(packet: Packet, from: number, to: number): void {
  const { segment, addresses, addressLength, header, end, mss, shift } = packet;
  assert(from <= addresses && addresses + 2 * addressLength <= header);
  assert(header + 20 <= end && end <= to);
  for (const port of [packet.sourcePort, packet.destinationPort]) assert(isWithin(port, 0xffff));
  assert(isWithin(segment.ctl, CONTROL_MASK));
  assert(isWithin(segment.seq, 0xffff_ffff) && isWithin(segment.ack, 0xffff_ffff));
  assert(isWithin(segment.wnd, 0xffff) && isWithin(segment.up, 0xffff));
  assert(isWithin(segment.len, 0xffff_ffff));
  assert(mss === null || isWithin(mss, 0xffff));
  assert(shift === null || isWithin(shift, 14));
  checksumStatus(packet);
}

const isWithin = (n: number, maximum: number): boolean =>
  Number.isInteger(n) && n >= 0 && n <= maximum;
