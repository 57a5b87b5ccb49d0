import { createReadStream } from 'node:fs';
import type { Io } from './command.ts';
import { messageOf, type Problem } from './problem.ts';

/** Octets that are read at a time: captures are large. */
const CHUNK = 1 << 20;

/** The octets of `file`, `-` being standard input. Why they end before the end of the file is told to `onProblem`. */
export async function* chunksOf(
  file: string,
  io: Io,
  onProblem: (problem: Problem) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* file === '-' ? io.stdin : createReadStream(file, { highWaterMark: CHUNK });
  } catch (error) {
    onProblem({ code: 'cannot-read', message: messageOf(error) });
  }
}
