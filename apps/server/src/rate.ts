/** A token bucket per key: `burst` at once, then `perSecond` in the long run. */
export type RateLimit = {
  /** Takes one token of `key`; false when there is none left. */
  take(key: string): boolean;
  /** Gives one of its tokens back to `key`: it was taken for nothing. */
  give(key: string): void;
};

/** Keys that have not been seen for so long that their bucket is full again are dropped. */
const SWEEP_EVERY = 10_000;

export function rateLimit(burst: number, perSecond: number, now: () => number): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  let taken = 0;
  const level = (bucket: { tokens: number; at: number }, at: number): number =>
    Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
  return {
    take(key) {
      const at = now();
      if (++taken % SWEEP_EVERY === 0)
        for (const [k, b] of buckets) if (level(b, at) >= burst) buckets.delete(k);
      const bucket = buckets.get(key) ?? { tokens: burst, at };
      const tokens = level(bucket, at);
      if (tokens < 1) {
        buckets.set(key, { tokens, at });
        return false;
      }
      buckets.set(key, { tokens: tokens - 1, at });
      return true;
    },
    give(key) {
      const bucket = buckets.get(key);
      if (bucket) bucket.tokens = Math.min(burst, bucket.tokens + 1);
    },
  };
}
