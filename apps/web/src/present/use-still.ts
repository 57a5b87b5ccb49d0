import type { Progress } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import { wayOf } from './way.ts';

/** Who has not moved for so long stands still, ms. */
const STILL = 15_000;

/** Whether nobody has been seen to move for a while. */
export function useStill(pairs: Iterable<Progress>): boolean {
  const way = [...pairs].reduce((sum, pair) => sum + wayOf(pair), 0);
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
