import type { Clock } from '../src/clock.ts';

/** A wall clock that runs `times` as fast as the real one. */
export function fastClock(times: number): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * times,
    after(ms, ring) {
      const timer = setTimeout(ring, ms / times);
      return () => clearTimeout(timer);
    },
  };
}
