import { m } from '../messages/pages.ts';
import { Button } from './button.tsx';
import css from './name-field.module.css';
import { suggestName } from './suggest-name.ts';

type Props = {
  readonly value: string;
  readonly error: string | null;
  readonly onName: (name: string) => void;
};

export const NameField = ({ value, error, onName }: Props) => (
  <div class={css.name}>
    <label for="name">{m.part_name()}</label>
    <div>
      <input
        id="name"
        value={value}
        maxLength={40}
        autocomplete="nickname"
        aria-invalid={error !== null}
        aria-describedby="name-error"
        onInput={(e) => onName(e.currentTarget.value)}
      />
      <Button kind="plain" onClick={() => onName(suggestName(value))}>
        {m.part_name_other()}
      </Button>
    </div>
    <p id="name-error" role="alert">
      {error}
    </p>
  </div>
);
