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
  'unknown-link',
  'unknown-set',
  'not-the-owner',
  'wrong-credentials',
  'link-over',
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

/** Looks of an address that are under way, and who waits for what comes of them. */
type Stakes = { undecided: number; readonly waiting: (() => void)[] };

export function openAttempts(now: () => number): Attempts {
  const tries = rateLimit(TRIES.burst, TRIES.perSecond, now);
  const failures = rateLimit(FAILURES.burst, FAILURES.perSecond, now);
  const stakes = new Map<string, Stakes>();
  /** In the order of their last use. */
  const known = new Set<string>();

  function remember(key: string): void {
    known.delete(key);
    known.add(key);
    const [oldest] = known;
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  }

  /**
   * Whether one of the failures of `address` could be put at stake, before anybody looks: what is decided only
   * afterwards bounds nobody who asks for everything at once. Where all of them are at stake, and `isKnown` does not
   * hold, that waits until one is given back, or all are lost.
   */
  async function stake(address: string, isKnown: () => boolean): Promise<boolean> {
    for (;;) {
      const at = stakes.get(address) ?? { undecided: 0, waiting: [] };
      if (failures.take(address)) {
        at.undecided++;
        stakes.set(address, at);
        return true;
      }
      if (at.undecided === 0 || isKnown()) return false;
      await new Promise<void>((resolve) => at.waiting.push(resolve));
    }
  }

  /** What was at stake is decided; `lost`: for good. */
  function settle(address: string, lost: boolean): void {
    const at = stakes.get(address);
    if (!at) return;
    at.undecided--;
    if (at.undecided === 0) stakes.delete(address);
    if (!lost) failures.give(address);
    if (lost && at.undecided > 0) return;
    for (const again of at.waiting.splice(0)) again();
  }

  return {
    take: tries.take,
    async try(address, code, look) {
      if (!tries.take(address)) return 'too-many-requests';
      const key = `${address} ${code}`;
      const isKnown = (): boolean => known.has(key);
      const staked = await stake(address, isKnown);
      if (!staked && !isKnown()) return 'too-many-requests';
      let wrong = false;
      try {
        const found = await look();
        wrong = WRONG.has(found);
        if (!wrong) remember(key);
        return wrong && !staked ? 'too-many-requests' : found;
      } finally {
        if (staked) settle(address, wrong);
      }
    },
  };
}
