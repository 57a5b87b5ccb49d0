import type { Hint, View } from '@ackade/game';
import { BitGlyph, bitClass } from '../ladder/glyph.tsx';
import { m } from '../messages/extras.ts';
import { Button } from '../parts/button.tsx';
import { bitsOf } from '../words/bit.ts';
import { hintRuleWords } from '../words/hint-rule.ts';
import { ruleWords } from '../words/rule.ts';
import { segmentWords } from '../words/segment.ts';
import type { Draft } from './draft.ts';
import { filled } from './filled.ts';
import css from './hints.module.css';

type Props = { readonly view: View; readonly onFill: (draft: Draft) => void };

/** The help that was taken on the oldest turn. */
export function Hints({ view, onFill }: Props) {
  const { taken } = view.hints;
  // The whole segment holds the bits.
  const shown = taken.filter((hint, i) => hint.step !== 'bits' || i === taken.length - 1);
  return (
    <div class={css.hints}>
      {shown.map((hint) => (
        <div key={hint.step}>
          <HintText hint={hint} view={view} onFill={onFill} />
        </div>
      ))}
    </div>
  );
}

function HintText({ hint, view, onFill }: Props & { readonly hint: Hint }) {
  switch (hint.step) {
    case 'rule':
      return (
        <p>
          {hintRuleWords(hint.rule)} <cite>{ruleWords(hint.rule)}</cite>
        </p>
      );
    case 'bits':
      return <p class={css.bits}>{bitWords(hint)}</p>;
    case 'segment': {
      const { move } = hint;
      const segment = move.kind === 'silent' ? m.hint_silent() : segmentWords(move, view.level);
      const told = view.level === 'full' && move.state !== null;
      return (
        <p class={css.segment}>
          <code>
            {segment}
            {told && ` → ${move.state}`}
          </code>
          {(move.kind === 'send' || told) && (
            <Button kind="plain" onClick={() => onFill(filled(move, view.data))}>
              {m.hint_fill()}
            </Button>
          )}
        </p>
      );
    }
  }
}

function bitWords({ ctl, data }: Extract<Hint, { step: 'bits' }>) {
  if (ctl === null) return <strong>{m.hint_silent()}</strong>;
  return (
    <>
      {bitsOf(ctl).map((bit) => (
        <strong key={bit} class={bitClass(bit)}>
          <svg viewBox="-7 -7 14 14" width="1em" height="1em" aria-hidden="true">
            <BitGlyph bit={bit} size={12} />
          </svg>{' '}
          {bit}
        </strong>
      ))}
      <span>{data ? m.hint_data() : m.hint_no_data()}</span>
    </>
  );
}
