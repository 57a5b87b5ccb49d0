import type { RowView } from '@ackade/game';

export type Rung = Extract<RowView, { kind: 'segment' }>;

/** The segments of a track that somebody has to send: every one of them is a rung. */
export const rungsOf = (track: readonly RowView[]): readonly Rung[] =>
  track.filter((row): row is Rung => row.kind === 'segment' && !row.stray && !row.copy);
