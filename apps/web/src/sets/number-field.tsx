import type { Problem } from '@ackade/sets';
import { useState } from 'preact/hooks';
import { Field } from './field.tsx';

type Props = {
  readonly label: string;
  readonly value: number;
  readonly onInput: (value: number) => void;
  readonly problem?: Problem | null;
};

/** A number, with a point or a comma. What is none stands there and is said to be. */
export function NumberField({ label, value, onInput, problem = null }: Props) {
  const [text, setText] = useState(String(value));
  const typed = typedNumber(text);
  return (
    <Field
      label={label}
      value={text}
      problem={typed === null ? { code: 'empty', params: {} } : problem}
      onInput={(next) => {
        setText(next);
        // NaN keeps the set from being saved with a number that nobody sees.
        onInput(typedNumber(next) ?? Number.NaN);
      }}
    />
  );
}

function typedNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}
