import type { RefusalCode } from '@ackade/contract';
import { rateLimit } from './rate.ts';

/** A whole school behind one address may come at once, and again when its network blinks. */
const TRIES = { burst: 4000, perSecond: 100 };
/** Wrong codes and tokens of one address: nobody guesses through them, a class may still mistype. */
const FAILURES = { burst: 100, perSecond: 1 };
/** How many pairs of an address and a code that it knows are remembered. */
const MOST_KNOWN = 20_000;

/** Answers that tell a guesser that he guessed wrong. */
const WRONG: ReadonlySet<unknown> = new Set<RefusalCode>([
  'unknown-code',
  'unknown-race',
  'wrong-token',
]);

/** What one address may try to get in with, and how often it may be wrong. */
export type Attempts = {
  /** Whether `address` may try once more, with something that nobody guesses. */
  take(address: string): boolean;
  /**
   * What `look` finds behind `code`, or that `address` has tried too much. Where somebody guesses, those behind the
   * same address still come in with a code that one of them has come in with before.
   */
  try<T>(
    address: string,
    code: string,
    look: () => Promise<T | RefusalCode>,
  ): Promise<T | RefusalCode>;
};

export function openAttempts(now: () => number): Attempts {
  const tries = rateLimit(TRIES.burst, TRIES.perSecond, now);
  const failures = rateLimit(FAILURES.burst, FAILURES.perSecond, now);
  /** In the order of their last use. */
  const known = new Set<string>();

  function remember(key: string): void {
    known.delete(key);
    known.add(key);
    const [oldest] = known;
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  }

  return {
    take: tries.take,
    async try(address, code, look) {
      if (!tries.take(address)) return 'too-many-requests';
      const key = `${address} ${code}`;
      if (!failures.has(address) && !known.has(key)) return 'too-many-requests';
      const found = await look();
      if (!WRONG.has(found)) remember(key);
      else if (!failures.take(address)) return 'too-many-requests';
      return found;
    },
  };
}
