import type { View } from '@ackade/game';
import { m } from '../messages/extras.ts';
import { countingFields, type Draft, type Field, rangeOf } from './draft.ts';
import { NumberField } from './number-field.tsx';
import css from './numbers.module.css';
import { sourcesOf } from './sources.ts';
import { StateField } from './state-field.tsx';
import { stepNumber, withNumber } from './typed.ts';

type Props = {
  readonly view: View;
  readonly draft: Draft;
  /** What is missing, once one has tried to send without it. */
  readonly gap: Field | 'state' | null;
  /** The field in use: what is copied goes there. */
  readonly target: Field;
  readonly onTarget: (field: Field) => void;
  readonly onChange: (change: (draft: Draft) => Draft) => void;
};

/** How many octets of the chosen data ride along. */
export const Octets = (props: Props) => (
  <div class={css.octets}>
    <DraftField {...props} name="len" />
  </div>
);

/** The numbers of the segment, what they can be copied from, and the state that follows. */
export function Numbers(props: Props) {
  const { view, draft, gap, onChange } = props;
  const full = view.level === 'full';
  const target = targetOf(props);
  return (
    <div class={css.numbers}>
      <DraftField {...props} name="seq" />
      <DraftField {...props} name="ack" />
      {full && <DraftField {...props} name="wnd" />}
      {full && (
        <StateField
          value={draft.state}
          missing={gap === 'state'}
          onState={(state) => onChange((d) => ({ ...d, state }))}
        />
      )}
      <fieldset class={css.sources}>
        <legend>{m.numbers_copy({ field: LABELS[target]() })}</legend>
        {sourcesOf(view, target).map(({ name, value }) => (
          <button
            key={name}
            type="button"
            class={css.source}
            onClick={() => onChange((d) => withNumber(d, target, String(value)))}
          >
            <small>{name}</small> {value}
          </button>
        ))}
      </fieldset>
      {gap && (
        <p class={css.gap} role="alert">
          {gapWords(gap, draft, view.data)}
        </p>
      )}
    </div>
  );
}

function DraftField({ name, ...props }: Props & { readonly name: Field }) {
  const { view, draft, gap, onTarget, onChange } = props;
  const range = rangeOf(name, draft, view.data);
  return (
    <NumberField
      name={name}
      label={LABELS[name]()}
      value={draft[name]}
      disabled={!countingFields(draft, view.level).includes(name)}
      current={targetOf(props) === name}
      missing={gap === name}
      onFocus={() => onTarget(name)}
      onText={(text) => onChange((d) => withNumber(d, name, text))}
      onStep={(by) => onChange((d) => stepNumber(d, name, by, range))}
    />
  );
}

/** A field that does not count takes no copies. */
const targetOf = ({ draft, view, target }: Props): Field =>
  countingFields(draft, view.level).includes(target) ? target : 'seq';

const LABELS: Readonly<Record<Field, () => string>> = {
  len: m.numbers_octets,
  seq: () => 'SEQ',
  ack: () => 'ACK',
  wnd: () => 'WND',
};

function gapWords(gap: Field | 'state', draft: Draft, data: readonly string[]): string {
  if (gap === 'state') return m.numbers_state_missing();
  const [min, max] = rangeOf(gap, draft, data);
  return m.numbers_missing({ field: LABELS[gap](), min, max });
}
