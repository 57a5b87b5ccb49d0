import type { Progress } from '@ackade/game';
import { pointsOf } from './crowd.ts';

export type FrontRunner = {
  readonly pair: Progress;
  /** Its number in the round, from 1. */
  readonly number: number;
  /** From 1; pairs with as many points and as far down share it. */
  readonly place: number;
};

/** The first `most` pairs: by points, then by rungs; those with neither have not begun to race. */
export function frontRunners(
  pairs: ReadonlyMap<string, Progress>,
  most: number,
): readonly FrontRunner[] {
  const order = [...pairs.values()]
    .map((pair, i) => ({ pair, number: i + 1, points: pointsOf(pair) }))
    .filter(({ pair, points }) => points > 0 || pair.rung > 0)
    .toSorted((a, b) => b.points - a.points || b.pair.rung - a.pair.rung || a.number - b.number)
    .slice(0, most);
  let place = 1;
  return order.map(({ pair, number, points }, i) => {
    const above = order[i - 1];
    if (above?.points !== points || above.pair.rung !== pair.rung) place = i + 1;
    return { pair, number, place };
  });
}
