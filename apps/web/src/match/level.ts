import type { Level } from '@ackade/game';
import { m } from '../messages/pages.ts';

type LevelWords = { readonly name: string; readonly text: string };

/** What a level is called, and what one has to get right at it. */
export function levelWords(level: Level): LevelWords {
  switch (level) {
    case 'flags':
      return { name: m.new_flags(), text: m.new_flags_text() };
    case 'numbers':
      return { name: m.new_numbers(), text: m.new_numbers_text() };
    case 'full':
      return { name: m.new_full(), text: m.new_full_text() };
  }
}
