/** Which dialog the host has open, and how long what it does can be done. */
import type { BoardState } from '../race/board.ts';

export type OpenSheet =
  | { readonly kind: 'remote' | 'screen' | 'options' | 'weather' | 'quiz' }
  | { readonly kind: 'player'; readonly id: string; readonly name: string }
  | { readonly kind: 'pair'; readonly match: string };

/** Why a dialog had to close. */
export type Passed = 'round-began' | 'round-over' | 'rounds-over' | 'player-gone' | 'quiz-on';

/** Null as long as `sheet` can do what it is for. */
export function passed(
  sheet: OpenSheet,
  { head: { phase, quiz }, players, pairs }: BoardState,
): Passed | null {
  switch (sheet.kind) {
    case 'remote':
    case 'screen':
      return null;
    case 'options':
      if (phase === 'lobby' || phase === 'between') return null;
      return phase === 'round' ? 'round-began' : 'rounds-over';
    case 'quiz':
      if (phase === 'between') return quiz?.on ? 'quiz-on' : null;
      return phase === 'round' ? 'round-began' : 'rounds-over';
    case 'weather':
      return phase === 'round' ? null : 'round-over';
    case 'pair':
      return phase === 'round' && pairs.has(sheet.match) ? null : 'round-over';
    case 'player':
      return players.has(sheet.id) ? null : 'player-gone';
  }
}
