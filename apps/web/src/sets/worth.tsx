import { m } from '../messages/sets.ts';
import { Field } from './field.tsx';
import type { FieldsProps } from './fields.tsx';
import css from './form-fields.module.css';
import { NumberField } from './number-field.tsx';

type Weighed = { readonly weight: number; readonly feedback: string };
type WorthProps = {
  /** From 1. */
  readonly number: number;
  readonly answer: Weighed;
  readonly problemOf: FieldsProps['problemOf'];
  readonly onAnswer: (answer: Partial<Weighed>) => void;
};

/** What an answer is worth, and what is said to it. */
export const Worth = ({ number, answer, problemOf, onAnswer }: WorthProps) => (
  <div class={css.worth}>
    <NumberField
      label={m.answer_worth({ number })}
      value={answer.weight}
      problem={problemOf(`answers.${number - 1}.weight`)}
      onInput={(weight) => onAnswer({ weight })}
    />
    <Field
      label={m.answer_feedback({ number })}
      value={answer.feedback}
      problem={problemOf(`answers.${number - 1}.feedback`)}
      onInput={(feedback) => onAnswer({ feedback })}
    />
  </div>
);
