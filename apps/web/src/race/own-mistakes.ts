import type { Misconception, PlayedRound } from '@ackade/game';

/** A misconception that was shown, and where: what a list of them is made of. */
export type Found = {
  readonly code: Misconception;
  /** How often a player showed it, or how many players did. */
  readonly count: number;
  /** A match that has an example, and at which end; null: at either. */
  readonly replay: string;
  readonly at: PlayedRound['seat'] | null;
};

/** Whether the player owed anything in these rounds. */
export const hasMoved = (played: readonly PlayedRound[]): boolean =>
  played.some(({ score }) => score.of > 0);

/** What a player got wrong in these rounds, the most frequent first; the example is the earliest. */
export function ownMistakes(played: readonly PlayedRound[]): readonly Found[] {
  const found = new Map<Misconception, Found>();
  for (const { shown, replay, seat } of played)
    for (const { code, count } of shown) {
      const known = found.get(code) ?? { code, count: 0, replay, at: seat };
      found.set(code, { ...known, count: known.count + count });
    }
  return [...found.values()].sort((a, b) => b.count - a.count);
}
