import type { SeatView } from '@ackade/game';

/** Why the far end is not played by whoever should: its owner is away, or it has none. */
export type Absence = 'owner' | 'nobody' | null;
/** The owner has come back; or somebody has taken the end who was never away. */
export type FarNews = 'back' | 'joined' | null;

/** What `seat` shows after `before`, and what there is to tell. */
export function farNews(
  before: Absence,
  seat: SeatView | null,
): { readonly absence: Absence; readonly news: FarNews } {
  if (!seat) return { absence: before, news: null };
  // A bot that stands in for somebody has a name.
  if (seat.bot) return { absence: seat.name === '' ? 'nobody' : 'owner', news: null };
  // Who has just been given the end is not connected to it yet.
  if (!seat.present) return { absence: before ?? 'owner', news: null };
  return { absence: null, news: before && (before === 'owner' ? 'back' : 'joined') };
}
