import type { Imported } from '@ackade/contract';
import type { Fault, OwnQuestion } from '@ackade/sets';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { useDrop } from '../capture/use-drop.ts';
import { m } from '../messages/sets.ts';
import { Button } from '../parts/button.tsx';
import { ProblemText } from '../parts/problem-text.tsx';
import { Field } from './field.tsx';
import css from './import-panel.module.css';
import { importFile } from './sets-api.ts';
import { faultWords, noteWords, placeWords } from './words.ts';

type Props = {
  /** `name`: of the file, without its ending. */
  readonly onQuestions: (questions: readonly OwnQuestion[], name: string | null) => void;
};

type Stage =
  | { readonly stage: 'choosing' }
  | { readonly stage: 'reading' }
  | { readonly stage: 'problem'; readonly problem: Problem }
  | { readonly stage: 'bad'; readonly name: string; readonly faults: readonly Fault[] }
  | ({ readonly stage: 'good'; readonly name: string } & Imported);

/** Where a file is dropped, chosen or pasted, and what is wrong with it, line by line. */
export function ImportPanel({ onQuestions }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const told = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [stage, setStage] = useState<Stage>({ stage: 'choosing' });
  const reading = stage.stage === 'reading';

  const read = async (file: Blob, name: string | null): Promise<void> => {
    setStage({ stage: 'reading' });
    const reply = await importFile(file);
    const shown = name ?? m.import_pasted();
    if (!reply.ok) {
      const faults = reply.problem === 'bad-file' && reply.details?.['faults'];
      if (faults) setStage({ stage: 'bad', name: shown, faults: faults as readonly Fault[] });
      else setStage({ stage: 'problem', problem: reply.problem });
      return;
    }
    setStage({ stage: 'good', name: shown, ...reply.value });
    setText('');
    onQuestions(reply.value.questions, name?.replace(/\.[^.]*$/, '') ?? null);
  };
  const readFile = (file: File): void => void read(file, file.name);
  const over = useDrop(readFile);
  useEffect(() => {
    if (stage.stage === 'bad') told.current?.focus();
  }, [stage]);

  return (
    <section class={css.panel} aria-labelledby="import">
      <h2 id="import">{m.import_title()}</h2>
      <div class={css.drop} data-over={over}>
        <p>{m.import_drop()}</p>
        <Button disabled={reading} onClick={() => input.current?.click()}>
          {m.import_pick()}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".txt,.gift,.xml,.xlsx"
          onChange={(e) => {
            const file = e.currentTarget.files?.[0];
            e.currentTarget.value = '';
            if (file) readFile(file);
          }}
        />
        <p class={css.note}>{m.import_formats()}</p>
      </div>
      <Field
        label={m.import_paste()}
        rows={4}
        placeholder={m.import_paste_hint()}
        value={text}
        onInput={setText}
      />
      <p>
        <Button
          disabled={reading || text.trim() === ''}
          onClick={() => void read(new Blob([text]), null)}
        >
          {reading ? m.import_reading() : m.import_read()}
        </Button>
      </p>
      <div role="alert">
        {stage.stage === 'problem' && (
          <p class={css.problem}>
            <ProblemText problem={stage.problem} />
          </p>
        )}
      </div>
      {stage.stage === 'bad' && (
        <div ref={told} class={css.bad} tabIndex={-1}>
          <h3>{m.import_bad({ name: stage.name, count: stage.faults.length })}</h3>
          <p>{m.import_nothing_kept()}</p>
          <ol>
            {stage.faults.map((fault, i) => (
              <li key={i}>
                <b>{placeWords(fault)}</b> {faultWords(fault)}
              </li>
            ))}
          </ol>
        </div>
      )}
      <div role="status">
        {stage.stage === 'good' && (
          <div class={css.good}>
            <p>{m.import_good({ name: stage.name, count: stage.questions.length })}</p>
            {stage.notes.length > 0 && (
              <details>
                <summary>
                  {m.import_notes()} ({stage.notes.length})
                </summary>
                <ol>
                  {stage.notes.map((note, i) => (
                    <li key={i}>
                      <b>{placeWords(note)}</b> {noteWords(note)}
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
