import { PSH, type RuleId } from '@ackade/tcp';
import type { Match } from './match.ts';
import type { Move } from './move.ts';
import { maySilently, moveFor, optionsOf } from './owed.ts';
import type { Turn } from './world.ts';

/** The steps of help on a turn, each telling more than the last. */
export const HINTS = ['rule', 'bits', 'segment'] as const;
export type HintStep = (typeof HINTS)[number];

export type Hint =
  /** Which paragraph of the RFC decides. */
  | { readonly step: 'rule'; readonly rule: RuleId }
  /** The control bits, and whether data goes with them; null: stay silent. */
  | { readonly step: 'bits'; readonly ctl: number | null; readonly data: boolean }
  /** A whole right move. */
  | { readonly step: 'segment'; readonly move: Move };

/** What each step takes from the accuracy of a turn, points. */
export const HINT_PRICES: Readonly<Record<HintStep, number>> = {
  rule: 100,
  bits: 150,
  segment: 200,
};

/** How many hints a turn of this match has. */
export const hintsOf = ({ race }: Pick<Match, 'race'>): number =>
  race && !race.hints ? 0 : HINTS.length;

/** The first `count` hints on what `turns` ask for, of the plainest right move. */
export function hintsFor(turns: readonly Turn[], count: number): readonly Hint[] {
  const [turn] = turns;
  if (!turn) return [];
  const silent = maySilently(turns);
  const option = silent ? undefined : optionsOf(turns)[0];
  const rule = option?.rule ?? turn.rule;
  const segment = option?.segment;
  const move: Move = option ? moveFor(option) : { kind: 'silent', state: turn.after };
  const all: readonly Hint[] = [
    { step: 'rule', rule },
    {
      step: 'bits',
      ctl: segment ? segment.ctl & ~PSH : null,
      data: (segment?.len ?? 0) > 0,
    },
    { step: 'segment', move },
  ];
  return all.slice(0, count);
}
