import type { RaceHead } from '@ackade/game';
import { useElapsed } from '../match/elapsed.ts';

const SECOND = 1000;

/** What is left after `elapsed`, ms, in whole seconds begun: it shows 0:00 only when the time is up. */
export const remaining = (endsIn: number, elapsed: number): number =>
  Math.ceil(Math.max(0, endsIn - elapsed) / SECOND) * SECOND;

/** What is left of the round, ms, kept up to date; null where none is played. `since`: when the view came. */
export function useTimeLeft(
  { endsIn, paused }: Pick<RaceHead, 'endsIn' | 'paused'>,
  since: number,
): number | null {
  const elapsed = useElapsed(since, endsIn !== null && !paused);
  return endsIn === null ? null : remaining(endsIn, elapsed);
}
