/** What host and projector know of the race, put together from what comes. */
import type { Board } from '@ackade/contract';
import { type BoardUpdate, updatedBoard, type WholeBoard } from '@ackade/game';

export type BoardState = WholeBoard & {
  /** `performance.now()` at which the head came: its times run on from there. */
  readonly since: number;
};

/** The board after `update`, which came at `now`; null until there is a whole one. */
export function withUpdate(
  state: BoardState | null,
  update: Board,
  now: number,
): BoardState | null {
  const board = updatedBoard(state, update as BoardUpdate);
  return board && { ...board, since: update.head ? now : (state?.since ?? now) };
}
