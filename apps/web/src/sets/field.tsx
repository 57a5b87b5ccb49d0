import type { FaultParams, Problem } from '@ackade/sets';
import { useId } from 'preact/hooks';
import css from './field.module.css';
import { faultWords } from './words.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** What is wrong with it; null for nothing, or while that is not said. */
  readonly problem?: { readonly code: Problem['code']; readonly params: FaultParams } | null;
  /** Whether the label is only for those who do not see where the field stands. */
  readonly bare?: boolean;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly path?: string;
  readonly onEnter?: () => void;
};

/** One text, on one line or on several. */
export function Field(props: Props) {
  const { label, value, onInput, problem = null, bare = false, rows = 1, path, onEnter } = props;
  const id = useId();
  const shared = {
    id,
    value,
    placeholder: props.placeholder,
    'data-path': path,
    'aria-invalid': problem !== null,
    'aria-describedby': problem ? `${id}-problem` : undefined,
  };
  return (
    <div class={css.field}>
      <label for={id} class={bare ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} onInput={(e) => onInput(e.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          autocomplete="off"
          onInput={(e) => onInput(e.currentTarget.value)}
          onKeyDown={(e) => {
            if (e.key !== 'Enter' || e.isComposing || !onEnter) return;
            e.preventDefault();
            onEnter();
          }}
        />
      )}
      {problem && (
        <p id={`${id}-problem`} class={css.problem}>
          {faultWords(problem)}
        </p>
      )}
    </div>
  );
}
