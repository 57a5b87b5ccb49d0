import { type OwnQuestion, problemsOfSet, SET_LANGUAGES, SET_LIMITS, tidied } from '@ackade/sets';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { OneOf } from '../host/fields.tsx';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import {
  after,
  type Draft,
  type DraftQuestion,
  keyed,
  moved,
  questionOf,
  replaced,
  setOf,
  without,
} from './draft.ts';
import css from './editor.module.css';
import { Field } from './field.tsx';
import { ImportPanel } from './import-panel.tsx';
import { QuestionCard } from './question-card.tsx';

type Props = {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** Whether everything is kept already. */
  readonly saved: boolean;
  /** Null where it worked. */
  readonly onSave: () => Promise<Problem | null>;
  /** What else can be done with the set. */
  readonly children?: ComponentChildren;
};

const LANGUAGE = { en: m.set_english, 'zh-CN': m.set_chinese } as const;

/** A set that is written: its questions in order, one of them open. */
export function Editor({ draft, onDraft, saved, onSave, children }: Props) {
  const { questions } = draft;
  const [open, setOpen] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [removed, setRemoved] = useState<{ at: number; question: DraftQuestion } | null>(null);
  const [news, setNews] = useState('');
  const page = useRef<HTMLFormElement>(null);
  const wrong = problemsOfSet(tidied(setOf(draft)));
  useUnsaved(!saved);

  const setQuestions = (next: readonly DraftQuestion[]): void =>
    onDraft({ ...draft, questions: next });
  const add = (question: OwnQuestion): void => {
    const added = keyed(question);
    setQuestions([...questions, added]);
    setOpen(added.key);
  };
  const bring = (brought: readonly OwnQuestion[], name: string | null): void =>
    onDraft({
      ...draft,
      title: draft.title === '' ? (name ?? '').slice(0, SET_LIMITS.title) : draft.title,
      questions: [...questions, ...brought.map(keyed)],
    });
  const save = async (): Promise<void> => {
    setTold(true);
    const [first] = wrong;
    if (first) {
      const at = /^questions\.(\d+)/.exec(first.path)?.[1];
      setOpen(at === undefined ? open : (questions[Number(at)]?.key ?? null));
      requestAnimationFrame(() =>
        page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setBusy(true);
    setProblem(await onSave());
    setBusy(false);
  };
  const titleProblem = told ? (wrong.find(({ path }) => path === 'title') ?? null) : null;

  return (
    <form
      ref={page}
      class={css.editor}
      onSubmit={(e) => {
        e.preventDefault();
        void save();
      }}
    >
      <div class={css.top}>
        <Field
          label={m.set_name()}
          placeholder={m.set_name_hint()}
          value={draft.title}
          problem={titleProblem}
          onInput={(title) => onDraft({ ...draft, title })}
        />
        <OneOf
          label={m.set_language()}
          value={draft.language}
          offered={SET_LANGUAGES}
          words={(language) => LANGUAGE[language]()}
          onChoose={(language) => onDraft({ ...draft, language })}
        />
      </div>
      {questions.length > 0 && (
        <ol class={css.list}>
          {questions.map(({ key, question }, i) => (
            <QuestionCard
              key={key}
              number={i + 1}
              count={questions.length}
              question={question}
              language={draft.language}
              open={open === key}
              told={told}
              onOpen={(is) => setOpen(is ? key : null)}
              onQuestion={(next) => setQuestions(replaced(questions, i, { key, question: next }))}
              onMove={(by) => {
                setQuestions(moved(questions, i, i + by));
                setNews(m.question_moved({ number: i + 1, to: i + 1 + by }));
              }}
              onCopy={() => {
                const copy = keyed(question);
                setQuestions(after(questions, i, copy));
                setOpen(copy.key);
              }}
              onRemove={() => {
                setQuestions(without(questions, i));
                setRemoved({ at: i, question: { key, question } });
              }}
            />
          ))}
        </ol>
      )}
      <div role="status">
        {removed ? (
          <p class={css.removed}>
            {m.question_removed({ number: removed.at + 1 })}{' '}
            <Button
              kind="quiet"
              onClick={() => {
                setQuestions(after(questions, removed.at - 1, removed.question));
                setRemoved(null);
              }}
            >
              {m.question_undo()}
            </Button>
          </p>
        ) : (
          <p class="visually-hidden">{news}</p>
        )}
      </div>
      <p class={css.add}>
        <Button
          kind={questions.length === 0 ? 'primary' : 'plain'}
          disabled={questions.length >= SET_LIMITS.questions}
          onClick={() => add(questionOf(questions.at(-1)?.question.form ?? 'one'))}
        >
          + {m.set_add()}
        </Button>
      </p>
      <ImportPanel onQuestions={bring} />
      <div class={css.bar}>
        <p>
          <strong>{m.set_count({ count: questions.length })}</strong>
          <small role="status">
            {told && wrong.length > 0
              ? m.set_mend({ count: wrong.length })
              : saved
                ? questions.length > 0 && m.set_saved()
                : m.set_unsaved()}
          </small>
        </p>
        {children}
        <Button type="submit" kind="primary" disabled={busy || saved || questions.length === 0}>
          {busy ? m.set_saving() : m.set_save()}
        </Button>
        <p class={css.problem} role="alert">
          {problem && <ProblemText problem={problem} />}
        </p>
      </div>
    </form>
  );
}

/** Asks before the page is left with something that is not kept. */
function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (e: BeforeUnloadEvent): void => e.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
