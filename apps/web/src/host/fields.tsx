import css from './fields.module.css';

type OneOfProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly offered: readonly T[];
  readonly words: (value: T) => string;
  readonly onChoose: (value: T) => void;
};

/** One of a few, as a list that folds up. */
export const OneOf = <T extends string>(props: OneOfProps<T>) => (
  <label class={css.field}>
    {props.label}
    <select
      value={props.value}
      onChange={(e) => {
        const chosen = props.offered.find((one) => one === e.currentTarget.value);
        if (chosen !== undefined) props.onChoose(chosen);
      }}
    >
      {props.offered.map((one) => (
        <option key={one} value={one}>
          {props.words(one)}
        </option>
      ))}
    </select>
  </label>
);

type NumberProps = {
  readonly label: string;
  readonly value: number;
  readonly offered: readonly number[];
  readonly words: (value: number) => string;
  readonly onChoose: (value: number) => void;
};

/** One of a few numbers; one that is set and not offered stays in the list. */
export function NumberChoice({ label, value, offered, words, onChoose }: NumberProps) {
  const all = [...new Set([...offered, value])].sort((a, b) => a - b);
  return (
    <OneOf
      label={label}
      value={String(value)}
      offered={all.map(String)}
      words={(one) => words(Number(one))}
      onChoose={(one) => onChoose(Number(one))}
    />
  );
}

type ToggleProps = {
  readonly label: string;
  readonly text: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
};

export const Toggle = ({ label, text, value, onChange }: ToggleProps) => (
  <label class={css.toggle}>
    <input type="checkbox" checked={value} onChange={(e) => onChange(e.currentTarget.checked)} />
    <span>
      {label} <small>{text}</small>
    </span>
  </label>
);
