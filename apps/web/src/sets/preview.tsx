import {
  isFittingOwn,
  judgeOwn,
  type OwnJudgement,
  type OwnPosed,
  type OwnQuestion,
  type OwnResponse,
  ownPosed,
  problemsOf,
  type SetLanguage,
} from '@ackade/sets';
import { useState } from 'preact/hooks';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { Field } from './field.tsx';
import css from './preview.module.css';

type Props = { readonly question: OwnQuestion; readonly language: SetLanguage };

/** The question as it is put to students, to be tried. */
export function Preview({ question, language }: Props) {
  const [seed, setSeed] = useState(1);
  const complete = problemsOf(question).length === 0;
  return (
    <section class={css.preview} aria-label={m.preview_title()}>
      <h2>{m.preview_title()}</h2>
      {complete ? (
        <Trial
          key={`${seed} ${JSON.stringify(question)}`}
          question={question}
          posed={ownPosed(question, seed, language)}
          seed={seed}
          lang={language}
          onAgain={() => setSeed(seed + 1)}
        />
      ) : (
        <p class={css.note}>{m.preview_not_yet()}</p>
      )}
    </section>
  );
}

type TrialProps = {
  readonly question: OwnQuestion;
  readonly posed: OwnPosed;
  readonly seed: number;
  readonly lang: SetLanguage;
  readonly onAgain: () => void;
};

function Trial({ question, posed, seed, lang, onAgain }: TrialProps) {
  const [draft, setDraft] = useState<OwnResponse | null>(null);
  const [said, setSaid] = useState<OwnJudgement | null>(null);
  const ready = draft !== null && isFittingOwn(posed, draft);
  return (
    <div class={css.trial} lang={lang}>
      <p class={css.prompt}>{question.prompt}</p>
      <Answer posed={posed} draft={draft} onDraft={setDraft} />
      <p lang={document.documentElement.lang}>
        {said ? (
          <Button onClick={onAgain}>{m.preview_again()}</Button>
        ) : (
          <Button
            disabled={!ready}
            onClick={() => draft && setSaid(judgeOwn(question, draft, seed))}
          >
            {m.preview_check()}
          </Button>
        )}
      </p>
      <div role="status">
        {said && (
          <div class={said.right ? css.right : css.wrong}>
            <strong>{said.right ? `✓ ${m.preview_right()}` : `✕ ${m.preview_wrong()}`}</strong>
            {said.feedback && <p>{said.feedback}</p>}
            {question.explanation && <p>{question.explanation}</p>}
          </div>
        )}
      </div>
    </div>
  );
}

type AnswerProps = {
  readonly posed: OwnPosed;
  readonly draft: OwnResponse | null;
  readonly onDraft: (draft: OwnResponse | null) => void;
};

function Answer({ posed, draft, onDraft }: AnswerProps) {
  const { form, choices, left } = posed;
  const [text, setText] = useState('');
  if (form === 'text' || form === 'number')
    return (
      <Field
        label={m.preview_answer()}
        value={text}
        onInput={(next) => {
          setText(next);
          const number = next.trim() === '' ? Number.NaN : Number(next.replace(',', '.'));
          if (form === 'text') onDraft(next.trim() === '' ? null : { form, text: next });
          else onDraft(Number.isFinite(number) ? { form, number } : null);
        }}
      />
    );
  if (form === 'match') {
    const right = draft?.form === 'match' ? draft.right : left.map(() => -1);
    return (
      <div class={css.pairs}>
        {left.map((said, i) => (
          <label key={said}>
            <span>{said}</span>
            <select
              value={right[i]}
              onChange={(e) => {
                const chosen = Number(e.currentTarget.value);
                onDraft({ form, right: right.map((r, k) => (k === i ? chosen : r)) });
              }}
            >
              <option value={-1}>{m.preview_choose()}</option>
              {choices.map((choice, k) => (
                <option key={choice} value={k}>
                  {choice}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    );
  }
  const chosen =
    draft?.form === 'many' ? draft.choices : draft?.form === 'one' ? [draft.choice] : [];
  const toggled = (i: number): readonly number[] =>
    chosen.includes(i) ? chosen.filter((c) => c !== i) : [...chosen, i];
  return (
    <div class={css.choices}>
      {choices.map((choice, i) => (
        <label key={choice}>
          <input
            type={form === 'one' ? 'radio' : 'checkbox'}
            name="preview"
            checked={chosen.includes(i)}
            onChange={() => {
              const all = toggled(i);
              if (form === 'one') onDraft({ form, choice: i });
              else onDraft(all.length > 0 ? { form, choices: all } : null);
            }}
          />
          <span>{choice}</span>
        </label>
      ))}
    </div>
  );
}
