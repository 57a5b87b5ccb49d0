import type { Progress } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import { pointsOf } from './crowd.ts';

/** Who has not moved for so long stands still, ms. */
const STILL = 15_000;

/** Grows with whatever right move any pair makes. */
export const wayOf = (pairs: Iterable<Progress>): number =>
  [...pairs].reduce((sum, pair) => sum + pair.rung + pointsOf(pair) + Number(pair.over), 0);

/** Whether nobody has been seen to move for a while. */
export function useStill(pairs: Iterable<Progress>): boolean {
  const way = wayOf(pairs);
  const first = useRef(way);
  const [still, setStill] = useState(true);
  useEffect(() => {
    if (way === first.current) return;
    first.current = Number.NaN;
    setStill(false);
    const timer = setTimeout(() => setStill(true), STILL);
    return () => clearTimeout(timer);
  }, [way]);
  return still;
}
