import { useState } from 'preact/hooks';
import { m } from '../messages/staff.ts';
import { useDoing } from '../study/use-doing.ts';
import { isPassword } from './account.ts';
import { Form } from './form.tsx';
import { Panel } from './panel.tsx';
import { ChosenPassword, CurrentPassword } from './password-field.tsx';
import { changePassword } from './staff-api.ts';

type Props = { readonly email: string; readonly onChanged: () => void };

export function ChangePasswordPanel({ email, onChanged }: Props) {
  const doing = useDoing();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = current === '';
  const faults = [...(missing ? ['current'] : []), ...(isPassword(next) ? [] : ['next'])];
  const changed = (): void => {
    setCurrent('');
    setNext('');
    setAsked(false);
    onChanged();
  };
  return (
    <Panel
      title={m.staff_change()}
      text={m.staff_change_text()}
      problem={null}
      done={doing.done ? m.staff_changed() : ''}
    >
      <Form
        faults={faults}
        busy={doing.busy}
        problem={doing.problem}
        submit={m.staff_change_do()}
        onFaults={() => setAsked(true)}
        onReady={() => doing.run(() => changePassword({ current, next }), changed)}
      >
        {/* Tells a password manager whose password it is. */}
        <input type="email" autocomplete="username" value={email} readOnly hidden />
        <CurrentPassword
          label={m.staff_password_current()}
          name="current"
          value={current}
          onValue={setCurrent}
          hint={asked && missing ? m.staff_change_empty() : ''}
          invalid={asked && missing}
        />
        <ChosenPassword
          label={m.staff_password_new()}
          name="next"
          value={next}
          onValue={setNext}
          asked={asked}
        />
      </Form>
    </Panel>
  );
}
