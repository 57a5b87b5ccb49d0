import type { RowView, Verdict, View } from '@ackade/game';
import type { Problem } from '../api.ts';
import { m } from '../messages/play.ts';
import { ProblemText } from '../parts/problem-text.tsx';
import { consequenceWords } from '../words/consequence.ts';
import { type MistakeRow, mistakeWords } from '../words/mistake.ts';
import { noteWords } from '../words/note.ts';
import { ruleWords } from '../words/rule.ts';
import css from './verdict-card.module.css';

type Props = { readonly verdict: Verdict | Problem; readonly view: View };

/** What the judge said of the last move: a check or a cross, and why. */
export function VerdictCard({ verdict, view }: Props) {
  if (typeof verdict === 'string')
    return (
      <p class={css.wrong}>
        <ProblemText problem={verdict} />
      </p>
    );
  if (verdict.right) {
    const note = noteWords(verdict.note);
    return (
      <p class={css.right}>
        <b aria-hidden="true">✓</b>
        <span>
          <strong>{m.play_right()}</strong> {note}
        </span>
      </p>
    );
  }
  const row = lastMistake(view.rows);
  if (!row) return null;
  const { title, text } = mistakeWords(row, view.rows);
  return (
    <div class={css.wrong} key={view.score.mistakes}>
      <b aria-hidden="true">✕</b>
      <div>
        <p>
          <strong>{title}</strong> {text}
        </p>
        <p class={css.more}>
          {consequenceWords(row)} <cite>{m.play_due({ rule: ruleWords(row.rule) })}</cite>
        </p>
      </div>
    </div>
  );
}

const lastMistake = (rows: readonly RowView[]): MistakeRow | undefined =>
  rows.findLast((row) => row.kind === 'mistake');
