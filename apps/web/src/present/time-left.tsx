import { clockText, useElapsed } from '../match/elapsed.ts';
import { m } from '../messages/present.ts';
import type { BoardState } from '../race/board.ts';
import css from './bar.module.css';
import { countdownOf } from './countdown.ts';

/** Below this the time is short, ms. */
const SHORT = 15_000;

/** Until the round is over, ms; it stands still while the race is paused. */
export function useLeft({ head, since }: BoardState): number {
  const elapsed = useElapsed(since, !head.paused && head.endsIn !== null);
  return Math.max(0, (head.endsIn ?? 0) - elapsed);
}

export function TimeLeft({ board }: { readonly board: BoardState }) {
  const left = useLeft(board);
  // Whoever reads 2:03 before the start wonders where the three seconds have gone.
  const shown = left - (countdownOf(board, left) ?? 0);
  return (
    <p class={css.time} data-short={shown <= SHORT} role="timer" aria-label={m.present_time_left()}>
      {clockText(Math.ceil(shown / 1000) * 1000)}
    </p>
  );
}
