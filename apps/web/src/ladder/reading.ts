/** What a ladder reads from its rows before it places them. */
import type { RowView } from '@ackade/game';
import type { Endpoint } from './shape.ts';

export type SegmentRow = Extract<RowView, { kind: 'segment' }>;
export type MistakeRow = Extract<RowView, { kind: 'mistake' }>;
export type EventRow = Exclude<RowView, SegmentRow | MistakeRow>;

/** One way through the network, in ms of the connection's time. */
const FLIGHT = 50;

/** When a segment lands; where nobody knows or it never does, when it would. */
export const landing = ({ time, arrives }: SegmentRow): number => arrives ?? time + FLIGHT;

export const isLate = (row: SegmentRow): boolean => landing(row) - row.time > FLIGHT;

/** What happens to a row at one end; a segment `lands` at another time than it leaves. */
export type Happening = {
  readonly row: number;
  readonly time: number;
  readonly lands: boolean;
};

/** What happens, in the order of time; at the same moment, in that of the rows. */
export const happenings = (rows: readonly RowView[]): readonly Happening[] =>
  rows
    .flatMap((view, row): Happening[] => [
      { row, time: view.time, lands: false },
      ...(view.kind === 'segment' ? [{ row, time: landing(view), lands: true }] : []),
    ])
    .sort((a, b) => a.time - b.time || a.row - b.row);

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
