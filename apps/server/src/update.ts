import type { Update } from '@ackade/contract';
import { type Match, viewFor } from '@ackade/game';
import type { Endpoint } from '@ackade/tcp';

/** The whole view of a seat. */
export const snapshotOf = (match: Match, version: number, seat: Endpoint, now: number): Update => {
  const { rows, ...view } = viewFor(match, seat, now);
  return { version, view, from: 0, rows };
};

/**
 * What changed for a seat between two states of a match. Rows are only ever added while it is played;
 * at its end the veil is lifted and all of them are sent anew.
 */
export function updateOf(
  before: Match | null,
  after: Match,
  version: number,
  seat: Endpoint,
  now: number,
): Update {
  const snapshot = snapshotOf(after, version, seat, now);
  if (!before || before.phase !== after.phase) return snapshot;
  const from = viewFor(before, seat, now).rows.length;
  return { ...snapshot, from, rows: snapshot.rows.slice(from) };
}
