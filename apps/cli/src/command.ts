import type { Writable } from 'node:stream';

/** What a command sees of its process. */
export type Io = {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
};

export const EXIT = {
  fine: 0,
  /** The answer is a no: a violation, a refused line. */
  found: 1,
  /** There is no whole answer: wrong usage, or something could not be read or written. */
  failed: 2,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** An option that takes a value, and the value without it; null: none. */
export type Valued =
  | {
      readonly takes: 'number';
      readonly from: number;
      readonly to: number;
      readonly usual: number | null;
    }
  | {
      readonly takes: 'name';
      readonly of: readonly string[];
      readonly usual: string | null;
    }
  | { readonly takes: 'file'; readonly usual: null };

export type Command = {
  readonly help: string;
  /** The names of its options that take no value … */
  readonly options: readonly string[];
  /** … and those that do. */
  readonly valued: Readonly<Record<string, Valued>>;
  readonly takesFiles: boolean;
  readonly run: (call: Call, io: Io) => Promise<Exit>;
};

/** A command line that is as its command wants it. */
export type Call = {
  readonly options: ReadonlySet<string>;
  /** Of every option that takes a value. */
  readonly values: Readonly<Record<string, number | string | null>>;
  /** Paths, `-` for standard input; at least one where the command takes files. */
  readonly files: readonly string[];
};
