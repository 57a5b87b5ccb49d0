import type { ComponentChildren } from 'preact';
import css from './choice-row.module.css';

type Props<T extends string> = {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, title: ComponentChildren])[];
  readonly onChoose: (value: T) => void;
};

/** One of a few, side by side. */
export const ChoiceRow = <T extends string>(props: Props<T>) => (
  <fieldset class={css.row}>
    <legend>{props.legend}</legend>
    <div>
      {props.choices.map(([value, title]) => (
        <label key={value}>
          <input
            type="radio"
            class="visually-hidden"
            name={props.name}
            checked={value === props.value}
            onChange={() => props.onChoose(value)}
          />
          <span>{title}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
