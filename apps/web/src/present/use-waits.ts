import type { Progress } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Waits, waitsAfter } from './waits.ts';

/** So often it is looked, ms. */
const TICK = 1000;

/** How long each pair has been where it is; nobody waits while the race is paused. */
export function useWaits(pairs: ReadonlyMap<string, Progress>, paused: boolean): Waits {
  const latest = useRef(pairs);
  latest.current = pairs;
  const [waits, setWaits] = useState<Waits>(new Map());
  useEffect(() => {
    if (paused) return;
    const tick = (): void => setWaits((waits) => waitsAfter(waits, latest.current.values(), TICK));
    const timer = setInterval(tick, TICK);
    return () => clearInterval(timer);
  }, [paused]);
  return waits;
}
