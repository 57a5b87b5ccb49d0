/** What a ladder reads from its rows before it places them. */
import type { RowView } from '@ackade/game';
import type { Endpoint } from './shape.ts';

export type SegmentRow = Extract<RowView, { kind: 'segment' }>;
export type MistakeRow = Extract<RowView, { kind: 'mistake' }>;

/** One way through the network, in ms of the connection's time. */
export const FLIGHT = 50;

/** Whether `later` leaves before `earlier`, which comes towards it, has arrived. */
export const crosses = (earlier: SegmentRow, later: SegmentRow): boolean =>
  later.from !== earlier.from && later.time < earlier.time + FLIGHT;

/** The row that `you` received last, or −1. */
export function latestArrival(rows: readonly RowView[], you: Endpoint | null): number {
  if (you === null) return -1;
  return rows.findLastIndex(
    (r) => r.kind === 'segment' && r.from !== you && r.fate === 'delivered',
  );
}

/** The last of the mistakes about each row: only there is the answer worth its space. */
export function lastTries(rows: readonly RowView[]): ReadonlySet<number> {
  const last = new Map<string, number>();
  for (const [i, row] of rows.entries())
    if (row.kind === 'mistake') last.set(`${row.at} ${row.answering}`, i);
  return new Set(last.values());
}

/** A pause in words that need no translation. */
export const duration = (ms: number): string =>
  ms < 90_000 ? `${Math.round(ms / 100) / 10} s` : `${Math.round(ms / 60_000)} min`;
