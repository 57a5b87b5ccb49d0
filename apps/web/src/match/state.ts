import type { Update } from '@ackade/contract';
import type { View } from '@ackade/game';

/** What is known of the match, and whether a snapshot has come since the connection was made. */
export type State = {
  readonly view: View | null;
  readonly version: number;
  readonly synced: boolean;
};

export const NO_STATE: State = { view: null, version: 0, synced: false };

/** The state after the connection was made anew: what is shown stays until the snapshot comes. */
export const unsynced = (state: State): State => ({ ...state, synced: false });

/** The state after an update; the same one where the update says nothing new; `gap` where one was missed. */
export function advance(state: State, update: Update): State | 'gap' {
  const snapshot = update.from === 0;
  if (state.synced ? update.version <= state.version : !snapshot) return state;
  const rows = state.view?.rows ?? [];
  if (update.from > rows.length) return 'gap';
  // The types of the contract and of the game agree; only the schema's arrays are spelled otherwise.
  const added = update.rows as View['rows'];
  const view = { ...update.view, rows: [...rows.slice(0, update.from), ...added] } as View;
  return { view, version: update.version, synced: true };
}
