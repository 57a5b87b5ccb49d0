import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { m } from '../messages/staff.ts';
import { useDoing } from '../study/use-doing.ts';
import { faultsIn } from './account.ts';
import { Field } from './field.tsx';
import { Form } from './form.tsx';
import { ChosenPassword } from './password-field.tsx';
import { makeAccount } from './staff-api.ts';

/** Who follows an invitation becomes somebody with an account. */
export function AccountForm({ token }: { readonly token: string }) {
  const { route } = useLocation();
  const doing = useDoing();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const faults = faultsIn({ name, email, password });
  const wrong = (field: (typeof faults)[number]): boolean => asked && faults.includes(field);
  return (
    <Form
      faults={faults}
      busy={doing.busy}
      problem={doing.problem}
      submit={doing.busy ? m.welcome_making() : m.welcome_make()}
      onFaults={() => setAsked(true)}
      onReady={() =>
        doing.run(
          () => makeAccount({ token, name: name.trim(), email: email.trim(), password }),
          // In the place of the link, which is used up.
          () => route('/staff', true),
        )
      }
    >
      <Field
        label={m.staff_name()}
        name="name"
        value={name}
        onValue={setName}
        autocomplete="name"
        maxLength={80}
        hint={wrong('name') ? m.staff_name_missing() : ''}
        invalid={wrong('name')}
      />
      <Field
        label={m.staff_email()}
        name="email"
        type="email"
        value={email}
        onValue={setEmail}
        autocomplete="email"
        maxLength={254}
        hint={wrong('email') ? m.staff_email_bad() : ''}
        invalid={wrong('email')}
      />
      <ChosenPassword
        label={m.staff_password()}
        name="password"
        value={password}
        onValue={setPassword}
        asked={asked}
      />
    </Form>
  );
}
