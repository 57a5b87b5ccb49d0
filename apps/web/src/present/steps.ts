import type { Podium, Winner } from '@ackade/game';

export type Step = { readonly place: 1 | 2 | 3; readonly winners: readonly Winner[] };

/** The steps of a podium as they stand, the highest in the middle; a place that nobody has is left out. */
export const stepsOf = ({ winners }: Podium): readonly Step[] =>
  ([2, 1, 3] as const)
    .map((place): Step => ({ place, winners: winners.filter((w) => w.place === place) }))
    .filter((step) => step.winners.length > 0);
