import type { DeckId } from '@ackade/game';
import { m } from '../messages/host.ts';

type DeckWords = readonly [name: () => string, text: () => string];

const WORDS: Readonly<Record<DeckId | 'own', DeckWords>> = {
  'first-lesson': [m.deck_first_lesson_name, m.deck_first_lesson_text],
  numbers: [m.deck_numbers_name, m.deck_numbers_text],
  losses: [m.deck_losses_name, m.deck_losses_text],
  crossings: [m.deck_crossings_name, m.deck_crossings_text],
  attacks: [m.deck_attacks_name, m.deck_attacks_text],
  everything: [m.deck_everything_name, m.deck_everything_text],
  own: [m.deck_own_name, m.deck_own_text],
};

/** What a deck is called, and whom it is for. */
export function deckWords(deck: DeckId | 'own'): { readonly name: string; readonly text: string } {
  const [name, text] = WORDS[deck];
  return { name: name(), text: text() };
}
