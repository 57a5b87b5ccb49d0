/**
 * Reads capture files of any size as they come in, in memory that does not grow with them: a frame that
 * lies whole in a chunk is handed over where it lies, and only one that two chunks share is put together.
 */
import type { Emit, Format, Slot } from './format.ts';
import { type Frame, UNTOLD } from './frame.ts';
import { isPcap, pcap } from './pcap.ts';
import { isPcapng, pcapng } from './pcapng.ts';

/** What keeps a capture from being read. */
export const CAPTURE_FAULTS = [
  /** Not an octet in it. */
  'empty',
  'not-a-capture',
  /** A version of the format that this reader does not know. */
  'unsupported-version',
  /** A length or reference in it cannot be. */
  'damaged',
  /** It ends within a record; all before it was read. */
  'cut-short',
] as const;
export type CaptureFault = {
  readonly code: (typeof CAPTURE_FAULTS)[number];
  /** Octets of the file before the record at fault. */
  readonly offset: number;
};

export type CaptureReader = {
  /** Reads on. After a fault, what else is pushed is not looked at and the answer stays the same. */
  readonly push: (chunk: Uint8Array) => CaptureFault | null;
  /** Says that no more will come. */
  readonly end: () => CaptureFault | null;
};

/** pcap's file header; no pcapng file is shorter either. */
const OPENING = 24;

/**
 * A reader of pcap (either byte order, µs or ns) and pcapng. `onFrame` is called for every frame in order,
 * always with the same object, whose octets are valid during the call.
 */
export function captureReader(onFrame: (frame: Frame) => void): CaptureReader {
  const slot: Slot = {
    n: 0,
    time: 0,
    on: UNTOLD,
    linkType: 0,
    octets: new Uint8Array(),
    from: 0,
    to: 0,
    length: 0,
    comments: () => [],
  };
  const emit: Emit = () => {
    slot.n++;
    onFrame(slot);
  };
  let format: Format | null = null;
  let fault: CaptureFault | null = null;
  /** Of the file, up to the record that is being read. */
  let offset = 0;
  /** The beginning of a record whose end is still to come. */
  let buffer = new Uint8Array(4096);
  let held = 0;
  /** Octets that the next record needs before anything can be said of it. */
  let needed = OPENING;

  const fail = (code: CaptureFault['code']): void => {
    fault = { code, offset };
  };

  /** Reads the whole records in [from, to) and returns where the first that is not whole begins. */
  function readRecords(octets: Uint8Array, from: number, to: number): number {
    let at = from;
    if (format === null) {
      if (to - at < OPENING) return at;
      const opened = isPcapng(octets, at) ? pcapng(slot, emit) : pcap(octets, at, slot, emit);
      if (typeof opened === 'string') {
        fail(opened);
        return at;
      }
      format = opened;
      at += format.opening;
      offset += format.opening;
    }
    const { header, maximum, lengthAt, read } = format;
    while (to - at >= header) {
      const length = lengthAt(octets, at);
      if (length < header || length > maximum) {
        fail('damaged');
        return at;
      }
      if (to - at < length) {
        needed = length;
        return at;
      }
      const code = read(octets, at, at + length);
      if (code !== null) {
        fail(code);
        return at;
      }
      at += length;
      offset += length;
    }
    needed = header;
    return at;
  }

  function hold(chunk: Uint8Array, from: number, to: number): void {
    const size = held + to - from;
    if (size > buffer.length) {
      // Doubled, so that a length that lies costs no more memory than the octets that came.
      const larger = new Uint8Array(Math.max(size, 2 * buffer.length));
      larger.set(buffer.subarray(0, held));
      buffer = larger;
    }
    buffer.set(chunk.subarray(from, to), held);
    held = size;
  }

  return {
    push: (chunk) => {
      let at = 0;
      while (held > 0 && fault === null) {
        const next = Math.min(at + needed - held, chunk.length);
        hold(chunk, at, next);
        at = next;
        if (held < needed) return null;
        // All of it or nothing: no more is held than one record needs.
        if (readRecords(buffer, 0, held) > 0) held = 0;
      }
      if (fault !== null) return fault;
      at = readRecords(chunk, at, chunk.length);
      if (fault === null) hold(chunk, at, chunk.length);
      return fault;
    },
    end: () => {
      if (fault !== null) return fault;
      if (format === null && held === 0) fail('empty');
      else if (format === null && !isPcap(buffer, 0) && !isPcapng(buffer, 0)) fail('not-a-capture');
      else if (held > 0) fail('cut-short');
      return fault;
    },
  };
}
