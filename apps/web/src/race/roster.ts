import type { RaceSummary } from '@ackade/contract';

export type Entry = RaceSummary['roster'][number];

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** The names in which what was typed occurs, whatever their case and accents. */
export const matching = (roster: readonly Entry[], typed: string): readonly Entry[] =>
  roster.filter(({ name }) => plain(name).includes(plain(typed)));
