import { parseName } from '@ackade/game';
import type { Problem } from '../api.ts';
import { m } from '../messages/pages.ts';
import { Button } from './button.tsx';
import css from './name-field.module.css';
import { problemWords } from './problem.ts';
import { suggestName } from './suggest-name.ts';

type Props = {
  readonly value: string;
  /** Why the form was refused; it stands here also where the name is not to blame. */
  readonly problem: Problem | null;
  readonly onName: (name: string) => void;
};

export function NameField({ value, problem, onName }: Props) {
  const shown = isTooLong(value) ? 'name-too-long' : problem;
  return (
    <div class={css.name}>
      <label for="name">{m.part_name()}</label>
      <div>
        <input
          id="name"
          value={value}
          maxLength={40}
          autocomplete="nickname"
          aria-invalid={shown?.startsWith('name-') === true}
          aria-describedby="name-error"
          onInput={(e) => onName(e.currentTarget.value)}
        />
        <Button kind="plain" onClick={() => onName(suggestName(value))}>
          {m.part_name_other()}
        </Button>
      </div>
      <p id="name-error" role="alert">
        {shown && problemWords(shown)}
      </p>
    </div>
  );
}

/** Said while it is typed. */
function isTooLong(name: string): boolean {
  const parsed = parseName(name);
  return !parsed.ok && parsed.error === 'name-too-long';
}
