import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import css from './field.module.css';

type Props = {
  readonly label: string;
  /** By which the form finds it. */
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly autocomplete: InputHTMLAttributes['autocomplete'];
  readonly type?: keyof typeof TYPES;
  readonly hint?: string;
  /** Whether the hint says what is wrong. */
  readonly invalid?: boolean;
  readonly maxLength?: number;
  /** At the end of the line. */
  readonly children?: ComponentChildren;
};

/** Apart, for each type of input has attributes of its own. */
const TYPES = {
  text: { type: 'text' },
  email: { type: 'email' },
  password: { type: 'password' },
} as const;

export function Field(props: Props) {
  const { label, name, value, onValue, autocomplete, type = 'text', hint = '' } = props;
  const id = useId();
  return (
    <div class={css.field}>
      <label for={id}>{label}</label>
      <div>
        <input
          id={id}
          name={name}
          {...TYPES[type]}
          value={value}
          maxLength={props.maxLength}
          autocomplete={autocomplete}
          autocapitalize={name === 'name' ? 'words' : 'none'}
          spellcheck={false}
          aria-invalid={props.invalid === true}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onInput={(e) => onValue(e.currentTarget.value)}
        />
        {props.children}
      </div>
      {hint && (
        <p id={`${id}-hint`} data-wrong={props.invalid === true}>
          {hint}
        </p>
      )}
    </div>
  );
}
