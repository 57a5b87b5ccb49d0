import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { m } from '../messages/staff.ts';
import { useDoing } from '../study/use-doing.ts';
import { isPassword } from './account.ts';
import { Form } from './form.tsx';
import { ChosenPassword } from './password-field.tsx';
import { newPassword } from './staff-api.ts';

/** For who has forgotten the old one. */
export function NewPasswordForm({ token }: { readonly token: string }) {
  const { route } = useLocation();
  const doing = useDoing();
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <Form
      faults={isPassword(password) ? [] : ['password']}
      busy={doing.busy}
      problem={doing.problem}
      submit={doing.busy ? m.welcome_choosing() : m.welcome_choose()}
      onFaults={() => setAsked(true)}
      onReady={() =>
        doing.run(
          () => newPassword({ token, password }),
          // In the place of the link, which is used up.
          () => route('/staff', true),
        )
      }
    >
      <ChosenPassword
        label={m.staff_password_new()}
        name="password"
        value={password}
        onValue={setPassword}
        asked={asked}
      />
    </Form>
  );
}
