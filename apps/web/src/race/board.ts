/** What host and projector know of the race, put together from what comes. */
import type { Board } from '@ackade/contract';
import type { BoardHead, BoardPlayer, Progress } from '@ackade/game';

export type BoardState = {
  readonly head: BoardHead;
  /** `performance.now()` at which the head came: its times run on from there. */
  readonly since: number;
  /** By id, in the order of joining. */
  readonly players: ReadonlyMap<string, BoardPlayer>;
  /** By match, in the order of the round's pairs. */
  readonly pairs: ReadonlyMap<string, Progress>;
};

/** The board after `update`, which came at `now`; null until there is a whole one. */
export function withUpdate(
  state: BoardState | null,
  update: Board,
  now: number,
): BoardState | null {
  const head = (update.head as BoardHead | undefined) ?? state?.head;
  if (!head || (!state && !update.whole)) return null;
  const known = update.whole ? null : state;
  const players = changed(known?.players, update.players, (p) => p.id, update.gone);
  const pairs = changed(known?.pairs, update.pairs as readonly Progress[], (p) => p.match, []);
  return { head, since: update.head ? now : (state?.since ?? now), players, pairs };
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
