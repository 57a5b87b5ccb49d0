import type { RowView } from '@ackade/game';

/** How many times as fast as usual a film may play. */
export const PACES = [0.5, 1, 2, 4] as const;
export type Pace = (typeof PACES)[number];

/** How long a step stands while the film plays, ms. A wrong move comes with an explanation to be read. */
export const standsFor = (row: RowView | undefined, pace: Pace): number =>
  (row?.kind === 'mistake' ? 6000 : 1600) / pace;
