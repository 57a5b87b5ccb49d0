import type { CaptureFault } from '@ackade/tcp';
import type { z } from 'zod';
import type { Io } from './command.ts';

/** Everything that can be wrong with what the program is given, by stable code. */
export const PROBLEMS = {
  usage: 'The command, an option, its value or the number of files is not as `--help` says.',
  'cannot-read': 'The file or standard input cannot be opened or read.',
  'cannot-write': 'Standard output cannot be written.',

  empty: 'There is not an octet in the file; was the capture stopped before it was saved?',
  'not-a-capture': 'The file is neither pcap nor pcapng; tcpdump -w and Wireshark write both.',
  'unsupported-version':
    'The version of the format is not known; save the capture anew with a current Wireshark.',
  damaged: 'A length or a reference in the capture cannot be; only what comes before it counts.',
  'cut-short': 'The capture ends within a record; all before that counts.',

  'nothing-to-ask':
    'No conversation in the capture is long enough, and beyond doubt from its beginning on.',

  'line-too-long': 'The line is longer than 1 MiB.',
  'not-json': 'The line is not JSON.',
  'missing-key': 'A key that must be there is not.',
  'unknown-key': 'There is a key that the format does not have.',
  'wrong-type': 'A value is not of the type that the format wants.',
  'unknown-value': 'A name is not one of those that the format has.',
  'out-of-range': 'A number, or the length of a list, is out of its range.',
  inconsistent: 'Every value is possible, but they cannot be together.',
} as const satisfies Record<CaptureFault['code'], string> & Record<string, string>;
type ProblemCode = keyof typeof PROBLEMS;

export type Problem = { readonly code: ProblemCode; readonly message: string };

/** Tells the user of a problem; `about`: the program, and what of it has the problem. */
export function complain(io: Io, about: string, { code, message }: Problem): void {
  io.stderr.write(`${about}: ${code}: ${message}\n`);
}

/** A result that may not be had. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** What was thrown, in words. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** The first thing that a schema finds wrong with `input`, which stands at `path`. */
export function problemOf(error: z.ZodError, input: unknown, path: readonly string[]): Problem {
  const [issue] = error.issues;
  if (!issue) return { code: 'wrong-type', message: error.message };
  const at = [...path, ...issue.path].join('.');
  const message = at === '' ? issue.message : `${at}: ${issue.message}`;
  return { code: codeOf(issue, valueAt(input, issue.path)), message };
}

/** JSON has no `undefined`: where it is found, there is nothing. */
const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input);

function codeOf({ code }: z.core.$ZodIssue, value: unknown): ProblemCode {
  if (value === undefined) return 'missing-key';
  switch (code) {
    case 'unrecognized_keys':
      return 'unknown-key';
    case 'invalid_value':
    case 'invalid_union':
      return 'unknown-value';
    case 'too_small':
    case 'too_big':
      return 'out-of-range';
    case 'custom':
      return 'inconsistent';
    default:
      return 'wrong-type';
  }
}
