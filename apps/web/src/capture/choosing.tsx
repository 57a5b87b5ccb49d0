import { useRef } from 'preact/hooks';
import { m } from '../messages/judge.ts';
import { Button } from '../parts/button.tsx';
import css from './choosing.module.css';
import { EXAMPLES, type Example } from './examples.ts';
import type { Problem } from './judgement.ts';
import { problemWords } from './verdict-words.ts';

type Props = {
  /** Why the last choice came to nothing, and what it was called. */
  readonly problem: Problem | null;
  readonly name: string;
  /** A file hovers over the page. */
  readonly over: boolean;
  readonly onFile: (file: File) => void;
  readonly onExample: (example: Example) => void;
};

/** Where a capture is dropped, picked, or taken from the examples. */
export function Choosing({ problem, name, over, onFile, onExample }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class={css.page}>
      <h1>{m.judge_headline()}</h1>
      <p class={css.lead}>{m.judge_lead()}</p>
      <div class={css.drop} data-over={over}>
        <svg class={css.icon} viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
          <path d="M10 4V44M38 4V44M10 14 38 20M38 28 10 34M31 15 38 20 30 22.5M17 29 10 34 18 36.5" />
        </svg>
        <p class={css.hint}>{m.judge_drop()}</p>
        <Button kind="primary" onClick={() => input.current?.click()}>
          {m.judge_pick()}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          data-testid="file"
          onChange={(e) => {
            const file = e.currentTarget.files?.[0];
            if (file) onFile(file);
          }}
        />
        <p class={css.promise}>{m.judge_stays_here()}</p>
      </div>
      <div role="alert">
        {problem && (
          <p class={css.problem}>
            <strong>{name}</strong> {problemWords(problem)}
          </p>
        )}
      </div>
      <section class={css.examples} aria-labelledby="examples">
        <h2 id="examples">{m.judge_examples()}</h2>
        <p>
          {EXAMPLES.map((example) => (
            <Button key={example.file} onClick={() => onExample(example)}>
              {example.name()}
            </Button>
          ))}
        </p>
      </section>
    </div>
  );
}
