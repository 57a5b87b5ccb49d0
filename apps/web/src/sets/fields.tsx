/** What the fields of all forms have in common. */
import type { OwnQuestion, Problem } from '@ackade/sets';
import { useRef } from 'preact/hooks';
import css from './form-fields.module.css';
import { faultWords } from './words.ts';

export type FieldsProps<Q extends OwnQuestion = OwnQuestion> = {
  readonly question: Q;
  readonly onQuestion: (question: Q) => void;
  /** What is wrong with a field; null for nothing, or while that is not said. */
  readonly problemOf: (path: string) => Problem | null;
};

/** Puts the cursor into the field with a path, once it is there. */
export function useFocusing() {
  const fields = useRef<HTMLFieldSetElement>(null);
  const focus = (path: string): void => {
    requestAnimationFrame(() =>
      fields.current?.querySelector<HTMLElement>(`[data-path="${path}"]`)?.focus(),
    );
  };
  return { fields, focus };
}

export const Remove = ({
  label,
  onClick,
}: {
  readonly label: string;
  readonly onClick: () => void;
}) => (
  <button type="button" class={css.remove} aria-label={label} title={label} onClick={onClick}>
    ✕
  </button>
);

export const Wrong = ({ problem }: { readonly problem: Problem | null }) =>
  problem && <p class={css.problem}>{faultWords(problem)}</p>;
