import type { View } from '@ackade/game';
import { m } from '../messages/pages.ts';
import { m as words } from '../messages/words.ts';
import { consequenceWords } from '../words/consequence.ts';
import { type MistakeRow, mistakeWords } from '../words/mistake.ts';
import { ruleWords } from '../words/rule.ts';
import { segmentWords } from '../words/segment.ts';
import css from './mistakes.module.css';
import { farOf, namesOf, playsBoth } from './role.ts';

/** Every wrong move of the match with its reason, one's own first. */
export function Mistakes({ view }: { readonly view: View }) {
  const all = view.rows.filter((row): row is MistakeRow => row.kind === 'mistake');
  const names = namesOf(view);
  return (
    <section>
      <h2>{m.result_wrong_moves()}</h2>
      {all.length === 0 && <p>{m.result_no_wrong_moves()}</p>}
      {[view.you, farOf(view)].map((end) => {
        const theirs = all.filter((row) => row.at === end);
        return (
          theirs.length > 0 && (
            <div key={end} class={css.mistakes}>
              <h3>
                {end === view.you && !playsBoth(view)
                  ? m.result_yours()
                  : m.result_theirs({ name: names[end] })}
              </h3>
              <MistakeList wrong={theirs} rows={view.rows} level={view.level} />
            </div>
          )
        );
      })}
    </section>
  );
}

type ListProps = {
  readonly wrong: readonly MistakeRow[];
  /** The ladder that they stand in. */
  readonly rows: View['rows'];
  readonly level: View['level'];
};

/** Wrong moves: what was made, what is wrong with it, and the rule. */
export const MistakeList = ({ wrong, rows, level }: ListProps) => (
  <ol class={css.list}>
    {wrong.map((row, i) => {
      const { title, text } = mistakeWords(row, rows);
      const { move, rule } = row;
      return (
        <li key={i}>
          <p>
            <code>{move.kind === 'silent' ? words.row_silent() : segmentWords(move, level)}</code>{' '}
            <strong>{title}</strong>
          </p>
          <p>{text}</p>
          <p class={css.more}>
            {consequenceWords(row)} <cite>{ruleWords(rule)}</cite>
          </p>
        </li>
      );
    })}
  </ol>
);
