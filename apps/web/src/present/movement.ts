/** How the standings have moved since the round before. */
import type { BoardPlayer } from '@ackade/game';
import type { BoardState } from '../race/board.ts';

/** The places of those who had played, as they were when round `round` began. */
export type Places = {
  readonly round: number;
  readonly of: ReadonlyMap<string, number>;
};

/** What is to be remembered once `board` has come: the places change only when a round closes. */
export function placesAt(before: Places | null, { head, players }: BoardState): Places | null {
  if (head.phase !== 'round' || before?.round === head.round) return before;
  const played = [...players.values()].filter((p) => p.total.matches > 0);
  return { round: head.round, of: new Map(played.map((p) => [p.id, p.place])) };
}

/** Places won (above 0) or lost; null for who was not there before, or where it is not known. */
export function movementOf(
  places: Places | null,
  round: number,
  player: BoardPlayer,
): number | null {
  const before = places?.round === round ? places.of.get(player.id) : undefined;
  return before === undefined ? null : before - player.place;
}

/** The first `most` of those who have played. */
export const standings = (players: Iterable<BoardPlayer>, most: number): readonly BoardPlayer[] =>
  [...players]
    .filter((p) => p.total.matches > 0)
    .toSorted((a, b) => a.place - b.place)
    .slice(0, most);
