import { LONGEST_ROSTER } from '@ackade/game';
import { useId, useState } from 'preact/hooks';
import { m } from '../messages/host.ts';
import { problemWords } from '../parts/problem.ts';
import { parseRoster } from './roster.ts';
import css from './roster-field.module.css';

type Props = {
  readonly roster: readonly string[];
  readonly onRoster: (roster: readonly string[]) => void;
};

/** The names of a class, one a line, and what of them can be used. */
export function RosterField({ roster, onRoster }: Props) {
  const id = useId();
  const [text, setText] = useState(() => roster.join('\n'));
  const { names, twice, unusable, beyond } = parseRoster(text);
  return (
    <div class={css.roster}>
      <label for={id}>{m.roster_label()}</label>
      <textarea
        id={id}
        rows={8}
        value={text}
        spellcheck={false}
        aria-describedby={`${id}-told`}
        onInput={(e) => {
          setText(e.currentTarget.value);
          onRoster(parseRoster(e.currentTarget.value).names);
        }}
      />
      <div id={`${id}-told`} role="status">
        <p>{m.roster_count({ count: names.length })}</p>
        {twice.length > 0 && <p class={css.fault}>{m.roster_twice({ names: twice.join(', ') })}</p>}
        {unusable.map(({ line, error }, i) => (
          <p key={i} class={css.fault}>
            {m.roster_unusable({ line })} {problemWords(error)}
          </p>
        ))}
        {beyond > 0 && (
          <p class={css.fault}>{m.roster_beyond({ most: LONGEST_ROSTER, count: beyond })}</p>
        )}
      </div>
    </div>
  );
}
