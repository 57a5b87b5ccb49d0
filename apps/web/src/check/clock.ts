/** The browser's time, as far as a check needs it; tests bring their own. */
export type Clock = {
  /** Milliseconds that only ever grow. */
  now(): number;
  /** Milliseconds since 1970, as this device believes. */
  today(): number;
  /** Calls `ring` in `ms` milliseconds; the function that it gives calls that off. */
  after(ms: number, ring: () => void): () => void;
};

export const clock: Clock = {
  now: () => performance.now(),
  today: () => Date.now(),
  after(ms, ring) {
    const timer = setTimeout(ring, ms);
    return () => clearTimeout(timer);
  },
};
