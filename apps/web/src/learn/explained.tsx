import type { RowView } from '@ackade/game';
import card from '../match/verdict-card.module.css';
import { consequenceWords } from '../words/consequence.ts';
import { mistakeWords } from '../words/mistake.ts';

type Props = { readonly rows: readonly RowView[] };

/** Why the wrong move among `rows` is wrong, and what the other end would have made of it. */
export function Explained({ rows }: Props) {
  const row = rows.findLast((r) => r.kind === 'mistake');
  if (!row) return null;
  const { title, text } = mistakeWords(row, rows);
  return (
    <div class={card.wrong}>
      <b aria-hidden="true">✕</b>
      <p>
        <strong>{title}</strong> {text} <span class={card.more}>{consequenceWords(row)}</span>
      </p>
    </div>
  );
}
