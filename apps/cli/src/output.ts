import type { Writable } from 'node:stream';

/** Characters that are gathered into one write. */
const ENOUGH = 65_536;

/** Where a command writes its answer. Both reject when the answer cannot be written. */
export type Output = {
  /** Gives a promise where the reader is to be waited for. */
  readonly print: (text: string) => Promise<void> | undefined;
  /** Hands over what was printed, as somebody may wait for it. */
  readonly flush: () => Promise<void>;
};

/** Gathers what is printed into large writes, and waits while the reader is slower. */
export function outputTo(stream: Writable): Output {
  let pending = '';
  stream.on('error', () => {}); // The write that fails says so itself.

  async function flush(): Promise<void> {
    const text = pending;
    pending = '';
    await new Promise<void>((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
  }
  return {
    flush,
    print(text) {
      pending += text;
      return pending.length >= ENOUGH ? flush() : undefined;
    },
  };
}

/** Whether `error` is the system's, which tells that nothing can be written any more. */
export const isWriteError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && error.syscall === 'write';
