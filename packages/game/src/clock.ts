import type { Match } from './match.ts';

/** The match clock at wall-clock time `now`, ms: it stands still while somebody is away. */
export const clockAt = (match: Pick<Match, 'frozenSince' | 'frozenTotal'>, now: number): number =>
  (match.frozenSince ?? now) - match.frozenTotal;
