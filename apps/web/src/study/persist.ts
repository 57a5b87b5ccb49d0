/** Asking until there is an answer: a server that is away comes back. */
import type { Problem, Reply } from '../api.ts';

/** Refusals that pass by themselves. */
const PASSING: readonly Problem[] = ['offline', 'busy', 'internal', 'too-many-requests'];

/** Before it is asked again: at first, and at most, ms. */
const PAUSE = 500;
const LONGEST_PAUSE = 3000;

export type Patience = {
  /** Told as soon as the first try has failed, and when it is over. */
  readonly waiting: (waiting: boolean) => void;
  /** Resolves after so many ms, or sooner where there is reason to hope. */
  readonly pause: (ms: number) => Promise<void>;
  /** Nobody waits for the answer any more. */
  readonly gone: () => boolean;
};

/** The first answer that does not pass by itself; null when nobody waits any more. `ask` may be heard twice. */
export async function persist<T>(
  ask: () => Promise<Reply<T>>,
  { waiting, pause, gone }: Patience,
): Promise<Reply<T> | null> {
  for (let ms = PAUSE; !gone(); ms = Math.min(2 * ms, LONGEST_PAUSE)) {
    const reply = await ask();
    if (gone()) break;
    if (reply.ok || !PASSING.includes(reply.problem)) {
      waiting(false);
      return reply;
    }
    waiting(true);
    await pause(ms);
  }
  return null;
}

/** Ends at once when the browser has a network again. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end);
  });
}
