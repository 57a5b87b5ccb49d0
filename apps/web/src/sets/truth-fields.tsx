import type { TruthQuestion } from '@ackade/sets';
import { m } from '../messages/sets.ts';
import { Field } from './field.tsx';
import type { FieldsProps } from './fields.tsx';
import css from './form-fields.module.css';

/** Whether the statement holds. */
export function TruthFields({ question, onQuestion, problemOf }: FieldsProps<TruthQuestion>) {
  return (
    <fieldset class={css.fields}>
      <legend>{m.truth_is()}</legend>
      <div class={css.truth}>
        {[true, false].map((is) => (
          <label key={String(is)}>
            <input
              type="radio"
              name="truth"
              checked={question.is === is}
              onChange={() => onQuestion({ ...question, is })}
            />
            {is ? m.truth_true() : m.truth_false()}
          </label>
        ))}
      </div>
      <Field
        label={m.truth_when_true()}
        value={question.whenTrue}
        problem={problemOf('whenTrue')}
        onInput={(whenTrue) => onQuestion({ ...question, whenTrue })}
      />
      <Field
        label={m.truth_when_false()}
        value={question.whenFalse}
        problem={problemOf('whenFalse')}
        onInput={(whenFalse) => onQuestion({ ...question, whenFalse })}
      />
    </fieldset>
  );
}
