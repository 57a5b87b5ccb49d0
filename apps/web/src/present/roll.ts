/** Names on a wall of limited size: columns, smaller letters, at last only the latest names and a number. */

export type Roll = {
  readonly columns: number;
  readonly rows: number;
};

/** Ever more and smaller. Letters follow from the rows, see the stylesheet. */
const ROLLS: readonly Roll[] = [
  { columns: 1, rows: 8 },
  { columns: 2, rows: 11 },
  { columns: 3, rows: 15 },
  { columns: 4, rows: 18 },
];
const LARGEST = { columns: 4, rows: 18 } as const satisfies Roll;

export const rollFor = (count: number): Roll =>
  ROLLS.find(({ columns, rows }) => count <= columns * rows) ?? LARGEST;

/**
 * What stands in each cell. Once the wall is full, the latest names take the place of the oldest, so that who joins
 * sees it and nobody else moves.
 */
export function cellsOf<T>(all: readonly T[], { columns, rows }: Roll): readonly T[] {
  const room = columns * rows;
  const cells: T[] = [];
  for (const [i, item] of all.entries()) cells[i % room] = item;
  return cells;
}
