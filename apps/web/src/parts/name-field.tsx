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

export const NameField = ({ value, problem, onName }: Props) => (
  <div class={css.name}>
    <label for="name">{m.part_name()}</label>
    <div>
      <input
        id="name"
        value={value}
        maxLength={40}
        autocomplete="nickname"
        aria-invalid={problem?.startsWith('name-') === true}
        aria-describedby="name-error"
        onInput={(e) => onName(e.currentTarget.value)}
      />
      <Button kind="plain" onClick={() => onName(suggestName(value))}>
        {m.part_name_other()}
      </Button>
    </div>
    <p id="name-error" role="alert">
      {problem && problemWords(problem)}
    </p>
  </div>
);
