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
              <ol>
                {theirs.map((row, i) => (
                  <Mistake key={i} row={row} view={view} />
                ))}
              </ol>
            </div>
          )
        );
      })}
    </section>
  );
}

function Mistake({ row, view }: { readonly row: MistakeRow; readonly view: View }) {
  const { title, text } = mistakeWords(row, view.rows);
  const made = row.move.kind === 'silent' ? words.row_silent() : segmentWords(row.move, view.level);
  return (
    <li>
      <p>
        <code>{made}</code> <strong>{title}</strong>
      </p>
      <p>{text}</p>
      <p class={css.more}>
        {consequenceWords(row)} <cite>{ruleWords(row.rule)}</cite>
      </p>
    </li>
  );
}
