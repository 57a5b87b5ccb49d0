/** The wall clock, as far as the server needs one; tests bring their own. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `ring` in `ms` milliseconds; the function that it gives calls that off. */
  after(ms: number, ring: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, ring) {
    const timer = setTimeout(ring, ms);
    return () => clearTimeout(timer);
  },
};
