import { useElapsed } from '../match/elapsed.ts';

/** What is left to answer, ms; null once the question is closed. `since`: `performance.now()` at which it came. */
export function useLeft(endsIn: number | null, since: number): number | null {
  const elapsed = useElapsed(since, endsIn !== null);
  return endsIn === null ? null : Math.max(0, endsIn - elapsed);
}
