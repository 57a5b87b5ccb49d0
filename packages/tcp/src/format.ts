import type { CaptureFault } from './capture.ts';
import type { Frame } from './frame.ts';

/** A capture format: how a file of it is cut into records, and what becomes of one. */
export type Format = {
  /** Octets before the first record. */
  readonly opening: number;
  /** The first octets of a record, as many as tell its length. */
  readonly header: number;
  /** The largest record that can be. */
  readonly maximum: number;
  /** The length in octets of the record that begins at `at`; less than `header` where that cannot be. */
  readonly lengthAt: (octets: Uint8Array, at: number) => number;
  /** Reads the record in [at, end), and the frame in it if there is one. */
  readonly read: (octets: Uint8Array, at: number, end: number) => CaptureFault['code'] | null;
};

/** The frame on its way to whoever reads the capture: filled in, then passed on with `emit`. */
export type Slot = { -readonly [K in keyof Frame]: Frame[K] };
export type Emit = () => void;
