import { COUNTDOWN } from '@ackade/game';
import type { BoardState } from '../race/board.ts';

/**
 * Until the players of a round may begin, ms; null once they may. `left`: until the round is over. Time that the host
 * adds may lead to the same figures, but by then somebody has moved.
 */
export function countdownOf({ head, pairs }: BoardState, left: number): number | null {
  const before = left - head.options.time;
  if (head.phase !== 'round' || before <= 0 || before > COUNTDOWN) return null;
  return [...pairs.values()].every((pair) => pair.rung === 0) ? before : null;
}
