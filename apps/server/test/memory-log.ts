import type { EventLog, LogRow } from '../src/event-log.ts';

/** An event log in memory. `beforeAppend` runs ahead of every append, to let others write first. */
export function memoryLog(
  beforeAppend: (row: LogRow) => void | Promise<void> = () => {},
): EventLog & {
  readonly rows: LogRow[];
} {
  const rows: LogRow[] = [];
  return {
    rows,
    async append(row) {
      await beforeAppend(row);
      if (rows.some((r) => r.stream === row.stream && r.version === row.version)) return false;
      rows.push(row);
      return true;
    },
    async read(stream, after = -1) {
      return rows.filter((r) => r.stream === stream && r.version > after);
    },
    async drain() {},
  };
}
