import type { Posed, Response, Revealed } from '@ackade/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { m } from '../messages/session.ts';
import { Button } from '../parts/button.tsx';
import { AnswerForm } from './answer-form.tsx';
import { Figure } from './figure.tsx';
import { chosenIn, firstDraft, touched } from './form.ts';
import { KnownCard } from './known-card.tsx';
import { promptParts } from './prompt.ts';
import css from './question-view.module.css';
import { Told } from './told.tsx';
import { useKeys } from './use-keys.ts';

type Props = {
  readonly posed: Posed;
  /** The answer that is on its way. */
  readonly given: Response | null;
  readonly revealed: Revealed | null;
  readonly last: boolean;
  readonly onGive: (response: Response) => void;
  readonly onNext: () => void;
};

/** One question: what is known, what is asked, and once it is answered, why. */
export function QuestionView({ posed, given, revealed, last, onGive, onNext }: Props) {
  const [draft, setDraft] = useState<Response | null>(() => given ?? firstDraft(posed));
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // Nobody answers twice; who comes back to what he has read is not led anywhere.
  const [led] = useState(revealed === null);
  const busy = given !== null;
  const open = !busy && revealed === null;
  const { situation, asked } = promptParts(posed.prompt);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  const choose = (index: number): void => {
    if (!open || index < 0 || index >= posed.choices.length) return;
    if (posed.form !== 'one' && posed.form !== 'many') return;
    setDraft(touched(posed, draft, index));
    form.current?.querySelector<HTMLElement>(`[data-choice="${index}"]`)?.focus();
  };
  const act = (): void => {
    if (revealed) onNext();
    else if (open && draft) onGive(draft);
  };
  useKeys({
    choose,
    step(by) {
      if (posed.form !== 'one') return;
      const [at = by === 1 ? -1 : 0] = chosenIn(draft);
      choose((at + by + posed.choices.length) % posed.choices.length);
    },
    enter: act,
  });

  return (
    <form
      ref={form}
      class={css.question}
      data-figure={posed.figure.length > 0}
      onSubmit={(e) => {
        e.preventDefault();
        act();
      }}
    >
      <div class={css.asked}>
        {(situation || posed.kind === 'statement') && <p>{situation || m.session_statement()}</p>}
        <h1 ref={heading} tabIndex={-1} data-long={asked.length > 90}>
          {asked}
        </h1>
      </div>
      {posed.figure.length > 0 && (
        <div class={css.figure}>
          <Figure
            posed={posed}
            current={revealed ? revealed.row : chosenRow(posed, draft)}
            told={revealed !== null}
            onRow={open && posed.rows ? (row) => choose(posed.rows?.indexOf(row) ?? -1) : undefined}
          />
          {posed.known && <KnownCard known={posed.known} />}
        </div>
      )}
      <div class={css.answer}>
        <AnswerForm
          posed={posed}
          draft={draft}
          onDraft={setDraft}
          busy={busy}
          revealed={revealed}
        />
        {revealed && <Told posed={posed} revealed={revealed} led={led} />}
      </div>
      <div class={css.bar}>
        <p aria-hidden="true">
          {revealed
            ? m.session_keys_next()
            : open &&
              (posed.form === 'one' || posed.form === 'many') &&
              m.session_keys_choices({ count: Math.min(9, posed.choices.length) })}
        </p>
        <Button type="submit" kind="primary" disabled={!revealed && (busy || draft === null)}>
          {revealed
            ? last
              ? m.session_finish()
              : m.session_next()
            : busy
              ? m.session_sending()
              : m.session_check()}
        </Button>
      </div>
    </form>
  );
}

/** The row of the figure that the draft names. */
function chosenRow({ rows }: Posed, draft: Response | null): number | null {
  const [choice = -1] = chosenIn(draft);
  return rows?.[choice] ?? null;
}
