import { SKILLS } from '@ackade/game';
import { m } from '../messages/practice.ts';
import { Button } from '../parts/button.tsx';
import { CATALOGUE } from '../words/catalogue.ts';
import { skillName } from '../words/skill.ts';
import { EVERYTHING, type Filter } from './filter.ts';
import css from './filter-bar.module.css';

type Props = {
  readonly filter: Filter;
  /** So many scenarios fit. */
  readonly shown: number;
  readonly all: number;
  readonly onFilter: (filter: Filter) => void;
};

/** What of the catalogue is shown. */
export function FilterBar({ filter, shown, all, onFilter }: Props) {
  const { family, skill, text } = filter;
  return (
    <search class={css.bar} aria-label={m.practice_find()}>
      <label>
        {m.practice_search()}
        <input
          type="search"
          value={text}
          onInput={(e) => onFilter({ ...filter, text: e.currentTarget.value })}
        />
      </label>
      <label>
        {m.practice_family()}
        <select
          value={family ?? ''}
          onChange={(e) => {
            const chosen = CATALOGUE.find((shelf) => shelf.family === e.currentTarget.value);
            onFilter({ ...filter, family: chosen?.family ?? null });
          }}
        >
          <option value="">{m.practice_families()}</option>
          {CATALOGUE.map((shelf) => (
            <option key={shelf.family} value={shelf.family}>
              {shelf.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {m.practice_skill()}
        <select
          value={skill ?? ''}
          onChange={(e) =>
            onFilter({ ...filter, skill: SKILLS.find((s) => s === e.currentTarget.value) ?? null })
          }
        >
          <option value="">{m.practice_skills()}</option>
          {SKILLS.map((s) => (
            <option key={s} value={s}>
              {skillName(s)}
            </option>
          ))}
        </select>
      </label>
      <div class={css.shown}>
        <p role="status">
          {m.practice_shown({ shown, all })}
          {shown === 0 && ` ${m.practice_none()}`}
        </p>
        {filter !== EVERYTHING && (
          <Button kind="quiet" onClick={() => onFilter(EVERYTHING)}>
            {m.practice_all()}
          </Button>
        )}
      </div>
    </search>
  );
}
