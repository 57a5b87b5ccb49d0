import { useEffect, useId, useRef } from 'preact/hooks';
import { m } from '../messages/extras.ts';
import type { Field } from './draft.ts';
import css from './numbers.module.css';

type Props = {
  readonly name: Field;
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  /** What is copied goes here. */
  readonly current: boolean;
  readonly missing: boolean;
  readonly onFocus: () => void;
  readonly onText: (text: string) => void;
  readonly onStep: (by: number) => void;
};

/** Before a held button repeats, then between two repeats, ms. */
const HOLD = 400;
const REPEAT = 70;

export function NumberField({ name, label, value, disabled, current, missing, ...on }: Props) {
  const id = useId();
  return (
    <div class={css.field} data-current={current && !disabled}>
      <label for={id}>{label}</label>
      <div class={css.row}>
        <Stepper
          label={m.numbers_less({ field: label })}
          sign="−"
          disabled={disabled}
          onStep={() => on.onStep(-1)}
        />
        <input
          id={id}
          class={css.number}
          data-field={name}
          inputMode="numeric"
          autocomplete="off"
          placeholder="–"
          value={value}
          disabled={disabled}
          aria-invalid={missing}
          onFocus={on.onFocus}
          onInput={(e) => on.onText(e.currentTarget.value)}
        />
        <Stepper
          label={m.numbers_more({ field: label })}
          sign="+"
          disabled={disabled}
          onStep={() => on.onStep(1)}
        />
      </div>
    </div>
  );
}

type StepperProps = {
  readonly label: string;
  readonly sign: string;
  readonly disabled: boolean;
  readonly onStep: () => void;
};

/** Steps at once, and goes on for as long as it is held. */
function Stepper({ label, sign, disabled, onStep }: StepperProps) {
  const timer = useRef(0);
  const held = useRef(false);
  const step = useRef(onStep);
  step.current = onStep;
  const stop = (): void => clearTimeout(timer.current);
  const hold = (wait: number): void => {
    timer.current = window.setTimeout(() => {
      held.current = true;
      step.current();
      hold(REPEAT);
    }, wait);
  };
  useEffect(() => stop, []);
  return (
    <button
      type="button"
      class={css.stepper}
      aria-label={label}
      disabled={disabled}
      // A click ends a hold, too: that one has stepped already.
      onClick={() => held.current || onStep()}
      onPointerDown={() => {
        held.current = false;
        hold(HOLD);
      }}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
    >
      {sign}
    </button>
  );
}
