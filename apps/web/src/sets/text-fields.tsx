import type { TextQuestion } from '@ackade/sets';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { after, newAnswer, replaced, without } from './draft.ts';
import { Field } from './field.tsx';
import { type FieldsProps, Remove, useFocusing, Wrong } from './fields.tsx';
import css from './form-fields.module.css';
import { Worth } from './worth.tsx';

/** The texts that are taken. */
export function TextFields({ question, onQuestion, problemOf }: FieldsProps<TextQuestion>) {
  const { answers } = question;
  const { fields, focus } = useFocusing();
  const set = (next: TextQuestion['answers']): void => onQuestion({ ...question, answers: next });
  const add = (at: number): void => {
    set(after(answers, at, newAnswer()));
    focus(`answers.${at + 1}.text`);
  };
  return (
    <fieldset class={css.fields} ref={fields}>
      <legend>{m.answers_legend()}</legend>
      <p class={css.hint}>{m.answers_star()}</p>
      {answers.map((answer, i) => {
        const path = `answers.${i}`;
        const number = i + 1;
        return (
          <div key={path} class={css.row}>
            <div class={css.texts}>
              <Field
                bare
                label={m.answer_number({ number })}
                placeholder={m.answer_number({ number })}
                path={`${path}.text`}
                value={answer.text}
                problem={problemOf(`${path}.text`)}
                onInput={(text) => set(replaced(answers, i, { ...answer, text }))}
                onEnter={() => add(i)}
              />
              <Worth
                number={number}
                answer={answer}
                problemOf={problemOf}
                onAnswer={(next) => set(replaced(answers, i, { ...answer, ...next }))}
              />
            </div>
            <Remove
              label={m.answer_remove({ number })}
              onClick={() => {
                set(without(answers, i));
                focus(`answers.${Math.max(0, i - 1)}.text`);
              }}
            />
          </div>
        );
      })}
      <Wrong problem={problemOf('answers')} />
      <Button kind="quiet" onClick={() => add(answers.length - 1)}>
        + {m.answer_add()}
      </Button>
      <label class={css.check}>
        <input
          type="checkbox"
          checked={question.caseSensitive}
          onChange={(e) => onQuestion({ ...question, caseSensitive: e.currentTarget.checked })}
        />
        {m.answer_case()}
      </label>
    </fieldset>
  );
}
