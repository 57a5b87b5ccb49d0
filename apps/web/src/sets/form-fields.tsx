/** What is asked for, by the form of a question. */
import {
  type MatchQuestion,
  type NumberAnswer,
  type NumberQuestion,
  type OneQuestion,
  type OwnQuestion,
  type Problem,
  SET_LIMITS,
  type TextQuestion,
  type TruthQuestion,
} from '@ackade/sets';
import { useRef } from 'preact/hooks';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { after, newAnswer, newChoice, replaced, shared, without } from './draft.ts';
import { Field } from './field.tsx';
import css from './form-fields.module.css';
import { NumberField } from './number-field.tsx';
import { faultWords } from './words.ts';

export type FieldsProps<Q extends OwnQuestion = OwnQuestion> = {
  readonly question: Q;
  readonly onQuestion: (question: Q) => void;
  /** What is wrong with a field; null for nothing, or while that is not said. */
  readonly problemOf: (path: string) => Problem | null;
};

export function FormFields({ question, onQuestion, problemOf }: FieldsProps) {
  switch (question.form) {
    case 'one':
    case 'many':
      return <Choices {...{ question, onQuestion, problemOf }} />;
    case 'truth':
      return <Truth {...{ question, onQuestion, problemOf }} />;
    case 'match':
      return <Pairs {...{ question, onQuestion, problemOf }} />;
    case 'text':
      return <Texts {...{ question, onQuestion, problemOf }} />;
    case 'number':
      return <Numbers {...{ question, onQuestion, problemOf }} />;
  }
}

/** Puts the cursor into the field with a path, once it is there. */
function useFocusing() {
  const fields = useRef<HTMLFieldSetElement>(null);
  const focus = (path: string): void => {
    requestAnimationFrame(() =>
      fields.current?.querySelector<HTMLElement>(`[data-path="${path}"]`)?.focus(),
    );
  };
  return { fields, focus };
}

function Choices({ question, onQuestion, problemOf }: FieldsProps<OneQuestion>) {
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

function Truth({ question, onQuestion, problemOf }: FieldsProps<TruthQuestion>) {
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

function Pairs({ question, onQuestion, problemOf }: FieldsProps<MatchQuestion>) {
  const { pairs, decoys } = question;
  const { fields, focus } = useFocusing();
  const setPairs = (next: MatchQuestion['pairs']): void => onQuestion({ ...question, pairs: next });
  const setDecoys = (next: readonly string[]): void => onQuestion({ ...question, decoys: next });
  const addPair = (): void => {
    setPairs([...pairs, { left: '', right: '' }]);
    focus(`pairs.${pairs.length}.left`);
  };
  return (
    <fieldset class={css.fields} ref={fields}>
      <legend>{m.pairs_legend()}</legend>
      {pairs.map((pair, i) => {
        const number = i + 1;
        return (
          <div key={number} class={css.row}>
            <div class={css.pair}>
              {(['left', 'right'] as const).map((side) => (
                <Field
                  key={side}
                  bare
                  label={side === 'left' ? m.pair_left({ number }) : m.pair_right({ number })}
                  placeholder={side === 'left' ? m.pair_left({ number }) : m.pair_right({ number })}
                  path={`pairs.${i}.${side}`}
                  value={pair[side]}
                  problem={problemOf(`pairs.${i}.${side}`)}
                  onInput={(text) => setPairs(replaced(pairs, i, { ...pair, [side]: text }))}
                />
              ))}
            </div>
            <Remove
              label={m.pair_remove({ number })}
              onClick={() => {
                setPairs(without(pairs, i));
                focus(`pairs.${Math.max(0, i - 1)}.left`);
              }}
            />
          </div>
        );
      })}
      <Wrong problem={problemOf('pairs')} />
      <Button kind="quiet" disabled={pairs.length >= SET_LIMITS.pairs} onClick={addPair}>
        + {m.pair_add()}
      </Button>
      {decoys.map((decoy, i) => {
        const number = i + 1;
        return (
          <div key={number} class={css.row}>
            <Field
              label={m.decoy_number({ number })}
              path={`decoys.${i}`}
              value={decoy}
              problem={problemOf(`decoys.${i}`)}
              onInput={(text) => setDecoys(replaced(decoys, i, text))}
            />
            <Remove
              label={m.decoy_remove({ number })}
              onClick={() => setDecoys(without(decoys, i))}
            />
          </div>
        );
      })}
      <Button
        kind="quiet"
        disabled={decoys.length >= SET_LIMITS.pairs}
        onClick={() => {
          setDecoys([...decoys, '']);
          focus(`decoys.${decoys.length}`);
        }}
      >
        + {m.decoy_add()}
      </Button>
    </fieldset>
  );
}

function Texts({ question, onQuestion, problemOf }: FieldsProps<TextQuestion>) {
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

function Numbers({ question, onQuestion, problemOf }: FieldsProps<NumberQuestion>) {
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

type Weighed = { readonly weight: number; readonly feedback: string };
type WorthProps = {
  /** From 1. */
  readonly number: number;
  readonly answer: Weighed;
  readonly problemOf: FieldsProps['problemOf'];
  readonly onAnswer: (answer: Partial<Weighed>) => void;
};

/** What an answer is worth, and what is said to it. */
const Worth = ({ number, answer, problemOf, onAnswer }: WorthProps) => (
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

const Remove = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <button type="button" class={css.remove} aria-label={label} title={label} onClick={onClick}>
    ✕
  </button>
);

const Wrong = ({ problem }: { readonly problem: Problem | null }) =>
  problem && <p class={css.problem}>{faultWords(problem)}</p>;
