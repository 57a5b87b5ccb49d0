import type { Response } from '@ackade/contract';
import { type OwnQuestion, problemsOf, putOwn, revealOwn, type SetLanguage } from '@ackade/sets';
import { useState } from 'preact/hooks';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { AnswerForm } from '../study/answer-form.tsx';
import { Told } from '../study/told.tsx';
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
          seed={seed}
          language={language}
          onAgain={() => setSeed(seed + 1)}
        />
      ) : (
        <p class={css.note}>{m.preview_not_yet()}</p>
      )}
    </section>
  );
}

type TrialProps = Props & { readonly seed: number; readonly onAgain: () => void };

function Trial({ question, seed, language, onAgain }: TrialProps) {
  const [draft, setDraft] = useState<Response | null>(null);
  const [given, setGiven] = useState<Response | null>(null);
  const posed = { ...putOwn(question, seed, language), position: 0 };
  const revealed = given && { ...revealOwn(question, given, seed), position: 0 };
  return (
    <div class={css.trial}>
      <p class={css.prompt} lang={language}>
        {posed.prompt}
      </p>
      <AnswerForm posed={posed} draft={draft} onDraft={setDraft} busy={false} revealed={revealed} />
      {revealed ? (
        <>
          <Told posed={posed} revealed={revealed} led />
          <Button onClick={onAgain}>{m.preview_again()}</Button>
        </>
      ) : (
        <Button disabled={draft === null} onClick={() => setGiven(draft)}>
          {m.preview_check()}
        </Button>
      )}
    </div>
  );
}
