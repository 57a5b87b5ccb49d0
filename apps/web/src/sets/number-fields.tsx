import type { NumberAnswer, NumberQuestion } from '@ackade/sets';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { replaced, without } from './draft.ts';
import { Field } from './field.tsx';
import { type FieldsProps, Remove, Wrong } from './fields.tsx';
import css from './form-fields.module.css';
import { NumberField } from './number-field.tsx';
import { Worth } from './worth.tsx';

/** The numbers that are taken. */
export function NumberFields({ question, onQuestion, problemOf }: FieldsProps<NumberQuestion>) {
  const { answers } = question;
  const set = (next: readonly NumberAnswer[]): void => onQuestion({ ...question, answers: next });
  return (
    <fieldset class={css.fields}>
      <legend>{m.answers_legend()}</legend>
      {answers.map((answer, i) => {
        const path = `answers.${i}`;
        const number = i + 1;
        const { weight, feedback } = answer;
        const ranged = 'least' in answer;
        return (
          <div key={path} class={css.row}>
            <div class={css.texts}>
              <div class={css.pair}>
                {ranged ? (
                  <>
                    <NumberField
                      key="least"
                      label={m.number_least({ number })}
                      value={answer.least}
                      problem={problemOf(path)}
                      onInput={(least) => set(replaced(answers, i, { ...answer, least }))}
                    />
                    <NumberField
                      key="most"
                      label={m.number_most({ number })}
                      value={answer.most}
                      onInput={(most) => set(replaced(answers, i, { ...answer, most }))}
                    />
                  </>
                ) : (
                  <>
                    <NumberField
                      key="value"
                      label={m.number_value({ number })}
                      value={answer.value}
                      onInput={(value) => set(replaced(answers, i, { ...answer, value }))}
                    />
                    <NumberField
                      key="tolerance"
                      label={m.number_tolerance({ number })}
                      value={answer.tolerance}
                      problem={problemOf(path)}
                      onInput={(tolerance) => set(replaced(answers, i, { ...answer, tolerance }))}
                    />
                  </>
                )}
              </div>
              <label class={css.check}>
                <input
                  type="checkbox"
                  checked={ranged}
                  onChange={() =>
                    set(
                      replaced(
                        answers,
                        i,
                        ranged
                          ? { value: answer.least, tolerance: 0, weight, feedback }
                          : { least: answer.value, most: answer.value, weight, feedback },
                      ),
                    )
                  }
                />
                {m.number_range()}
              </label>
              <Worth
                number={number}
                answer={answer}
                problemOf={problemOf}
                onAnswer={(next) => set(replaced(answers, i, { ...answer, ...next }))}
              />
            </div>
            <Remove label={m.answer_remove({ number })} onClick={() => set(without(answers, i))} />
          </div>
        );
      })}
      <Wrong problem={problemOf('answers')} />
      <Button
        kind="quiet"
        onClick={() => set([...answers, { value: 0, tolerance: 0, weight: 100, feedback: '' }])}
      >
        + {m.answer_add()}
      </Button>
      <Field
        label={m.number_otherwise()}
        value={question.otherwise}
        problem={problemOf('otherwise')}
        onInput={(otherwise) => onQuestion({ ...question, otherwise })}
      />
    </fieldset>
  );
}
