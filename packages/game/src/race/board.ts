/** What hosts and projectors know of a race, put together from the differences that they are told. */
import type { Progress } from './progress.ts';
import type { BoardHead, BoardPlayer } from './race-view.ts';

export type WholeBoard = {
  readonly head: BoardHead;
  /** By id, in the order of joining. */
  readonly players: ReadonlyMap<string, BoardPlayer>;
  /** By match, in the order of the round's pairs. */
  readonly pairs: ReadonlyMap<string, Progress>;
};

export type BoardUpdate = {
  /** Everything anew. */
  readonly whole: boolean;
  /** Undefined where it is as it was. */
  readonly head?: BoardHead;
  readonly players: readonly BoardPlayer[];
  /** Ids of players who were sent away. */
  readonly gone: readonly string[];
  readonly pairs: readonly Progress[];
};

/** The board after `update`; null until there is a whole one. */
export function updatedBoard(board: WholeBoard | null, update: BoardUpdate): WholeBoard | null {
  const head = update.head ?? board?.head;
  if (!head || (!board && !update.whole)) return null;
  const known = update.whole ? null : board;
  return {
    head,
    players: changed(known?.players, update.players, (p) => p.id, update.gone),
    pairs: changed(known?.pairs, update.pairs, (p) => p.match, []),
  };
}

/** The same map where nothing changed, so that what hangs on it need not be drawn again. */
function changed<T>(
  before: ReadonlyMap<string, T> = new Map(),
  news: readonly T[],
  keyOf: (item: T) => string,
  gone: readonly string[],
): ReadonlyMap<string, T> {
  if (news.length === 0 && gone.length === 0) return before;
  const after = new Map(before);
  for (const item of news) after.set(keyOf(item), item);
  for (const key of gone) after.delete(key);
  return after;
}
