import { useId, useState } from 'preact/hooks';
import { m } from '../messages/race.ts';
import { type Entry, matching } from './roster.ts';
import css from './roster-field.module.css';

type Props = {
  readonly roster: readonly Entry[];
  /** Empty until a name is chosen. */
  readonly value: string;
  readonly onName: (name: string) => void;
};

/** With more names than this one would rather type than scroll. */
const LONG = 10;

/** The list of the class; who is in already cannot be chosen. */
export function RosterField({ roster, value, onName }: Props) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const shown = matching(roster, typed);
  return (
    <fieldset class={css.roster}>
      <legend>{m.race_roster()}</legend>
      {roster.length > LONG && (
        <>
          <label class="visually-hidden" for={id}>
            {m.race_roster_find()}
          </label>
          <input
            id={id}
            class={css.find}
            type="search"
            value={typed}
            placeholder={m.race_roster_find()}
            autocomplete="off"
            onInput={(e) => setTyped(e.currentTarget.value)}
          />
        </>
      )}
      <div class={css.names}>
        {shown.map(({ name, taken }) => (
          <label key={name} class={css.name} data-taken={taken}>
            <input
              type="radio"
              name="roster"
              checked={name === value}
              disabled={taken}
              onChange={() => onName(name)}
            />
            <span>{name}</span>
            {taken && <small>{m.race_roster_taken()}</small>}
          </label>
        ))}
      </div>
      <p role="status">{shown.length === 0 && m.race_roster_none()}</p>
    </fieldset>
  );
}
