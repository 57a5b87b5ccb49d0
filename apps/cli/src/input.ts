import { open } from 'node:fs/promises';
import type { Io } from './command.ts';
import { messageOf, type Problem } from './problem.ts';

/** Octets that are read at a time: captures are large. */
const CHUNK = 1 << 20;

/**
 * The octets of `file`, `-` being standard input; each chunk is valid until the next is asked for. Why they
 * end before the end of the file is told to `onProblem`.
 */
export async function* chunksOf(
  file: string,
  io: Io,
  onProblem: (problem: Problem) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* file === '-' ? io.stdin : chunksFrom(file);
  } catch (error) {
    onProblem({ code: 'cannot-read', message: messageOf(error) });
  }
}

/** Into one buffer again and again: a stream would leave a new one behind for every chunk. */
async function* chunksFrom(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
