import { OWN_FORMS, type OwnQuestion, problemsOf, type SetLanguage } from '@ackade/sets';
import { useEffect, useRef } from 'preact/hooks';
import { NumberChoice, OneOf } from '../host/fields.tsx';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { questionOf } from './draft.ts';
import { Field } from './field.tsx';
import { FormFields } from './form-fields.tsx';
import { Preview } from './preview.tsx';
import css from './question-card.module.css';
import { FORM_WORDS } from './words.ts';

/** Seconds, as Kahoot offers them. */
const OFFERED = [0, 5, 10, 20, 30, 60, 90, 120, 240];

type Props = {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly question: OwnQuestion;
  readonly language: SetLanguage;
  readonly open: boolean;
  /** Whether what is wrong is said. */
  readonly told: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onQuestion: (question: OwnQuestion) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
};

/** A question in the list of a set: a line, or the form in which it is written. */
export function QuestionCard(props: Props) {
  const { number, question, open, told, onOpen } = props;
  const problems = told ? problemsOf(question).length : 0;
  const card = useRef<HTMLLIElement>(null);
  const was = useRef(open);
  useEffect(() => {
    if (open && !was.current) card.current?.querySelector('textarea')?.focus();
    if (!open && was.current) card.current?.querySelector('button')?.focus();
    was.current = open;
  }, [open]);
  return (
    <li ref={card} class={css.card} data-open={open} data-wrong={problems > 0}>
      <div class={css.head}>
        <button
          type="button"
          class={css.title}
          aria-expanded={open}
          aria-label={`${m.question_edit({ number })}: ${question.prompt || m.question_empty()}`}
          onClick={() => onOpen(!open)}
        >
          <span class={css.number}>{number}</span>
          <span class={css.text}>
            <strong>{question.prompt || m.question_empty()}</strong>
            <small>
              {FORM_WORDS[question.form]()}
              {question.category && ` · ${question.category}`}
              {problems > 0 && <b> · {m.set_mend({ count: problems })}</b>}
            </small>
          </span>
        </button>
        <Tools {...props} />
      </div>
      {open && <Form {...props} />}
    </li>
  );
}

const Tools = ({ number, count, onMove, onCopy, onRemove }: Props) => (
  <div class={css.tools}>
    {(
      [
        ['↑', m.question_up({ number }), () => onMove(-1), number === 1],
        ['↓', m.question_down({ number }), () => onMove(1), number === count],
        [<CopyIcon />, m.question_copy({ number }), onCopy, false],
        ['✕', m.question_remove({ number }), onRemove, false],
      ] as const
    ).map(([sign, label, act, disabled]) => (
      <button
        key={label}
        type="button"
        aria-label={label}
        title={label}
        disabled={disabled}
        onClick={act}
      >
        {sign}
      </button>
    ))}
  </div>
);

/** The sign for it is missing in many fonts. */
const CopyIcon = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path
      d="M5.5 5.5v-4h9v9h-4M1.5 5.5h9v9h-9z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linejoin="round"
    />
  </svg>
);

function Form({ question, language, told, onQuestion, onOpen }: Props) {
  const problems = told ? problemsOf(question) : [];
  const problemOf = (path: string) => problems.find((p) => p.path === path) ?? null;
  const set = (
    change: Partial<Pick<OwnQuestion, 'prompt' | 'explanation' | 'name' | 'category'>>,
  ) => onQuestion({ ...question, ...change });
  return (
    <div class={css.form}>
      <div class={css.fields}>
        <OneOf
          label={m.question_form()}
          value={question.form}
          offered={OWN_FORMS}
          words={(form) => FORM_WORDS[form]()}
          onChoose={(form) => onQuestion(questionOf(form, question))}
        />
        <Field
          label={m.question_prompt()}
          rows={3}
          value={question.prompt}
          problem={problemOf('prompt')}
          onInput={(prompt) => set({ prompt })}
        />
        <FormFields
          key={question.form}
          question={question}
          onQuestion={onQuestion}
          problemOf={problemOf}
        />
        <Field
          label={m.question_explanation()}
          rows={2}
          value={question.explanation}
          problem={problemOf('explanation')}
          onInput={(explanation) => set({ explanation })}
        />
        <details class={css.more}>
          <summary>{m.question_more()}</summary>
          <div>
            <NumberChoice
              label={m.question_seconds()}
              value={question.seconds ?? 0}
              offered={OFFERED}
              words={(seconds) =>
                seconds === 0 ? m.question_no_limit() : m.question_limit({ seconds })
              }
              onChoose={(seconds) =>
                onQuestion({ ...question, seconds: seconds === 0 ? null : seconds })
              }
            />
            <Field
              label={m.question_name()}
              value={question.name}
              problem={problemOf('name')}
              onInput={(name) => set({ name })}
            />
            <Field
              label={m.question_category()}
              value={question.category}
              problem={problemOf('category')}
              onInput={(category) => set({ category })}
            />
          </div>
        </details>
      </div>
      <Preview question={question} language={language} />
      <p class={css.done}>
        <Button onClick={() => onOpen(false)}>{m.question_done()}</Button>
      </p>
    </div>
  );
}
