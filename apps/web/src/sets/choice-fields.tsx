import { type OneQuestion, type Problem, SET_LIMITS } from '@ackade/sets';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { after, newChoice, replaced, shared, without } from './draft.ts';
import { Field } from './field.tsx';
import { type FieldsProps, Remove, useFocusing, Wrong } from './fields.tsx';
import css from './form-fields.module.css';

/** What can be chosen, and which of it is right. */
export function ChoiceFields({ question, onQuestion, problemOf }: FieldsProps<OneQuestion>) {
  const { form, choices } = question;
  const { fields, focus } = useFocusing();
  const set = (next: OneQuestion['choices']): void => onQuestion({ ...question, choices: next });
  const add = (at: number): void => {
    if (choices.length < SET_LIMITS.choices) set(after(choices, at, newChoice()));
    focus(`choices.${at + 1}.text`);
  };
  const mark = (at: number, right: boolean): void =>
    set(shared(form, choices, (c, i) => (i === at ? right : form === 'many' && c.weight > 0)));
  return (
    <fieldset class={css.fields} ref={fields}>
      <legend>{form === 'one' ? m.choices_one() : m.choices_many()}</legend>
      {choices.map((choice, i) => {
        const path = `choices.${i}`;
        const number = i + 1;
        return (
          <div key={path} class={css.row} data-right={choice.weight > 0}>
            <label class={css.mark}>
              <input
                type={form === 'one' ? 'radio' : 'checkbox'}
                name={question.form}
                checked={form === 'one' ? choice.weight === 100 : choice.weight > 0}
                aria-label={m.choice_right({ number })}
                onChange={(e) => mark(i, e.currentTarget.checked)}
              />
            </label>
            <div class={css.texts}>
              <Field
                bare
                label={m.choice_number({ number })}
                placeholder={m.choice_number({ number })}
                path={`${path}.text`}
                value={choice.text}
                problem={problemOf(`${path}.text`)}
                onInput={(text) => set(replaced(choices, i, { ...choice, text }))}
                onEnter={() => add(i)}
              />
              <Feedback
                label={m.choice_feedback({ number })}
                value={choice.feedback}
                problem={problemOf(`${path}.feedback`)}
                onInput={(feedback) => set(replaced(choices, i, { ...choice, feedback }))}
              />
            </div>
            <Remove
              label={m.choice_remove({ number })}
              onClick={() => {
                const rest = without(choices, i);
                set(form === 'many' ? shared(form, rest) : rest);
                focus(`choices.${Math.max(0, i - 1)}.text`);
              }}
            />
          </div>
        );
      })}
      <Wrong problem={problemOf('choices')} />
      <Button kind="quiet" onClick={() => add(choices.length - 1)}>
        + {m.choice_add()}
      </Button>
    </fieldset>
  );
}

type FeedbackProps = {
  readonly label: string;
  readonly value: string;
  readonly problem: Problem | null;
  readonly onInput: (value: string) => void;
};

const Feedback = (props: FeedbackProps) => (
  <div class={css.feedback}>
    <Field bare placeholder={props.label} {...props} />
  </div>
);
