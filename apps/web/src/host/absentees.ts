/** Who ought to be there and is not. */
import type { BoardState } from '../race/board.ts';

type Absent = {
  /** On the class list, and not in the race. */
  readonly missing: readonly string[];
  /** In the race, and not connected. */
  readonly away: readonly string[];
};

export function absentFrom({ head: { options }, players }: BoardState): Absent {
  const all = [...players.values()];
  const names = new Set(all.map((player) => player.name));
  return {
    missing:
      options.nicknames === 'roster' ? options.roster.filter((name) => !names.has(name)) : [],
    away: all.flatMap((player) => (player.present ? [] : [player.name])),
  };
}
