import { draw } from '../../random.ts';
import type { Lots } from '../question.ts';

/** Lots that `seed` alone determines. */
export function lotsOf(seed: number): Lots {
  let n = 0;
  return (below) => draw(seed, n++, below);
}

/** One of `all`, which is not empty. */
export const oneOf = <T>(all: readonly [T, ...T[]], lots: Lots): T =>
  all[lots(all.length)] ?? all[0];

/** `all` in another order. */
export function shuffled<T>(all: readonly T[], lots: Lots): T[] {
  const order = [...all];
  for (let last = order.length - 1; last > 0; last--) {
    const other = lots(last + 1);
    const [a, b] = [order[last], order[other]];
    order[last] = b as T;
    order[other] = a as T;
  }
  return order;
}
