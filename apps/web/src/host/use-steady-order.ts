import type { Progress } from '@ackade/game';
import { useEffect, useRef, useState } from 'preact/hooks';
import { byNeed } from './pair-order.ts';

/** How often the pairs change places, ms: what jumps cannot be tapped. */
const REST = 3000;

/** The pairs by need, in an order that stands still between times, and while a finger or the keyboard is in it. */
export function useSteadyOrder(pairs: ReadonlyMap<string, Progress>) {
  const busy = useRef(false);
  const latest = useRef(pairs);
  latest.current = pairs;
  const [order, setOrder] = useState<readonly string[]>(() => matchesOf(pairs));
  useEffect(() => {
    const timer = setInterval(() => busy.current || setOrder(matchesOf(latest.current)), REST);
    return () => clearInterval(timer);
  }, []);
  const known = order.flatMap((match) => pairs.get(match) ?? []);
  const fresh = [...pairs.values()].filter(({ match }) => !order.includes(match));
  const hold = (on: boolean) => () => {
    busy.current = on;
  };
  const held = {
    onPointerEnter: hold(true),
    onPointerLeave: hold(false),
    onFocusIn: hold(true),
    onFocusOut: hold(false),
  };
  return { order: [...known, ...fresh], held };
}

const matchesOf = (pairs: ReadonlyMap<string, Progress>): readonly string[] =>
  byNeed(pairs.values()).map(({ match }) => match);
