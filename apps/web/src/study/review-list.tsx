import type { SessionReview } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { AnswerForm } from './answer-form.tsx';
import { Figure } from './figure.tsx';
import { KnownCard } from './known-card.tsx';
import { promptParts } from './prompt.ts';
import css from './review-list.module.css';
import { Told } from './told.tsx';

type Item = SessionReview['questions'][number];

/** Questions that were answered, each to be opened. */
export const ReviewList = ({ questions }: { readonly questions: readonly Item[] }) => (
  <ol class={css.list}>
    {questions.map((item) => (
      <li key={item.posed.position}>
        <Reviewed {...item} />
      </li>
    ))}
  </ol>
);

function Reviewed({ posed, revealed }: Item) {
  const [open, setOpen] = useState(false);
  const { situation, asked } = promptParts(posed.prompt);
  return (
    <details open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <span class={css.place}>{posed.position + 1}</span>
        <span>{asked}</span>
      </summary>
      {open && (
        <div class={css.item} data-figure={posed.figure.length > 0}>
          {posed.figure.length > 0 && (
            <div>
              <Figure posed={posed} current={revealed.row} told />
              {posed.known && <KnownCard known={posed.known} />}
            </div>
          )}
          <div>
            {situation && <p>{situation}</p>}
            <AnswerForm posed={posed} draft={null} onDraft={() => {}} busy revealed={revealed} />
            <Told posed={posed} revealed={revealed} led={false} />
          </div>
        </div>
      )}
    </details>
  );
}
