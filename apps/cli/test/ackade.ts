import { Readable, Writable } from 'node:stream';
import type { Io } from '../src/command.ts';
import { run } from '../src/run.ts';

export type Surroundings = {
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly env?: Io['env'];
  /** Set: standard output is a terminal of so many columns. */
  readonly columns?: number;
};

/** Octets as they come through a pipe, in these pieces. */
export const piped = (...chunks: (string | Uint8Array)[]): AsyncIterable<Uint8Array> =>
  Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

/** Standard output or error, kept. */
export function sink(): Writable & { text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(stream, { text: () => Buffer.concat(chunks).toString() });
}

/** Runs the program in this process, with streams of its own. */
export async function ackade(
  argv: readonly string[],
  { stdin = piped(), env = {}, columns }: Surroundings = {},
): Promise<{ exit: number; stdout: string; stderr: string }> {
  const stdout = columns === undefined ? sink() : Object.assign(sink(), { isTTY: true, columns });
  const stderr = sink();
  const exit = await run(argv, { stdin, stdout, stderr, env });
  return { exit, stdout: stdout.text(), stderr: stderr.text() };
}
