/** A deck as it is put together: scenarios in the order of their rounds. */
import { MOST_ROUNDS } from '@ackade/game';

type Scenarios = readonly string[];

export const isFull = (deck: Scenarios): boolean => deck.length >= MOST_ROUNDS;

export const withScenario = (deck: Scenarios, id: string): Scenarios =>
  isFull(deck) ? deck : [...deck, id];

export const withoutRound = (deck: Scenarios, round: number): Scenarios =>
  deck.filter((_, i) => i !== round);

/** The round at `from` stands at `to`; the same deck where there is no such place. */
export function movedRound(deck: Scenarios, from: number, to: number): Scenarios {
  const moved = deck[from];
  if (moved === undefined || to < 0 || to >= deck.length) return deck;
  return withoutRound(deck, from).toSpliced(to, 0, moved);
}
