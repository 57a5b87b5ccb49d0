import type { ComponentChildren } from 'preact';
import css from './choices.module.css';

type Choice<T extends string> = {
  readonly value: T;
  readonly title: ComponentChildren;
  readonly text?: string;
};

type Props<T extends string> = {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
  readonly wide?: boolean;
};

/** One of a few, as cards that are radio buttons. */
export const Choices = <T extends string>(props: Props<T>) => (
  <fieldset class={css.choices} data-wide={props.wide === true}>
    <legend>{props.legend}</legend>
    {props.choices.map(({ value, title, text }) => (
      <label key={value} class={css.choice}>
        <input
          type="radio"
          name={props.name}
          checked={value === props.value}
          onChange={() => props.onChoose(value)}
        />
        <span>
          <strong>{title}</strong>
          {text && <small>{text}</small>}
        </span>
      </label>
    ))}
  </fieldset>
);
