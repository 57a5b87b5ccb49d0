import { useState } from 'preact/hooks';
import { m } from '../messages/staff.ts';
import { isPassword } from './account.ts';
import { Field } from './field.tsx';
import { passwordWords } from './words.ts';

type Props = {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

type CurrentProps = Props & { readonly hint?: string; readonly invalid?: boolean };

/** The password that an account has. */
export const CurrentPassword = (props: CurrentProps) => (
  <Hidden {...props} autocomplete="current-password" />
);

type NewProps = Props & {
  /** Whether it was taken for ready. */
  readonly asked: boolean;
};

/** One that is being chosen: how long it has to be is said, and checked while it is typed. */
export const ChosenPassword = ({ asked, ...props }: NewProps) => (
  <Hidden
    {...props}
    autocomplete="new-password"
    hint={passwordWords(props.value)}
    invalid={asked && !isPassword(props.value)}
  />
);

type HiddenProps = CurrentProps & { readonly autocomplete: 'current-password' | 'new-password' };

function Hidden(props: HiddenProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field {...props} type={shown ? 'text' : 'password'}>
      <button
        type="button"
        aria-label={shown ? m.staff_hide_password() : m.staff_show_password()}
        onClick={() => setShown(!shown)}
      >
        {shown ? m.staff_hide() : m.staff_show()}
      </button>
    </Field>
  );
}
