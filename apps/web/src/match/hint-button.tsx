import type { View } from '@ackade/game';
import { m } from '../messages/extras.ts';
import { Button } from '../parts/button.tsx';
import { nextHint } from './next-hint.ts';
import css from './tools.module.css';

const WORDS = {
  rule: m.hint_rule,
  bits: m.hint_bits,
  segment: m.hint_segment,
} as const;

function wordsOf(view: View, hidden: boolean): string {
  const next = nextHint(view);
  if (view.turns.length === 0) return m.hint_title();
  if (hidden) return m.hint_again();
  return next ? m.hint_offer({ what: WORDS[next.step](), price: next.price }) : m.hint_none();
}

type Props = {
  readonly view: View;
  /** Hints were taken and are put away: to look at them again costs nothing. */
  readonly hidden: boolean;
  readonly disabled: boolean;
  readonly onHint: () => void;
};

/** Says what it gives and what that costs before it is taken. */
export function HintButton({ view, hidden, disabled, onHint }: Props) {
  const next = nextHint(view);
  const words = wordsOf(view, hidden);
  return (
    <Button
      type="button"
      aria-label={words}
      aria-keyshortcuts="?"
      title={words}
      disabled={disabled || !(hidden || next)}
      onClick={(e) => {
        // Who plays on by keyboard after a click shall not take another one with Enter.
        if (e.detail > 0) e.currentTarget.blur();
        onHint();
      }}
    >
      <span class={css.tool}>
        <b aria-hidden="true">?</b>
        {next && !hidden && <small>−{next.price}</small>}
      </span>
      <span class={css.words}>{words}</span>
    </Button>
  );
}
