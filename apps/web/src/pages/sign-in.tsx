import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { m } from '../messages/staff.ts';
import { Shell } from '../parts/shell.tsx';
import { Field } from '../staff/field.tsx';
import { Form } from '../staff/form.tsx';
import css from '../staff/gate.module.css';
import { nextPath } from '../staff/next-path.ts';
import { CurrentPassword } from '../staff/password-field.tsx';
import { signIn } from '../staff/staff-api.ts';
import { useDoing } from '../study/use-doing.ts';

/** `/sign-in`, for those who have an account, and how others come to one. */
export const SignInPage = () => (
  <Shell title={m.signin_title()}>
    <div class={css.gate}>
      <section class={css.card}>
        <h1>{m.signin_title()}</h1>
        <p class={css.lead}>{m.signin_lead()}</p>
        <SignInForm />
      </section>
      <Help />
    </div>
  </Shell>
);

function SignInForm() {
  const { route } = useLocation();
  const doing = useDoing();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const given = { email: email.trim(), password };
  const faults = (['email', 'password'] as const).filter((field) => given[field] === '');
  // What is no address is not the address of an account either.
  const problem = doing.problem === 'bad-request' ? 'wrong-credentials' : doing.problem;
  const missing = (field: (typeof faults)[number]): boolean => asked && faults.includes(field);
  return (
    <Form
      faults={faults}
      busy={doing.busy}
      problem={problem}
      submit={doing.busy ? m.signin_doing() : m.signin_do()}
      onFaults={() => setAsked(true)}
      onReady={() =>
        doing.run(
          () => signIn(given),
          () => route(nextPath(location.search), true),
        )
      }
    >
      <Field
        label={m.staff_email()}
        name="email"
        type="email"
        value={email}
        onValue={setEmail}
        autocomplete="username"
        hint={missing('email') ? m.signin_empty() : ''}
        invalid={missing('email')}
      />
      <CurrentPassword
        label={m.staff_password()}
        name="password"
        value={password}
        onValue={setPassword}
        hint={missing('password') ? m.signin_empty() : ''}
        invalid={missing('password')}
      />
    </Form>
  );
}

const Help = () => (
  <section class={css.help} aria-labelledby="help">
    <h2 id="help">{m.signin_help()}</h2>
    <dl>
      <dt>{m.signin_new()}</dt>
      <dd>{m.signin_new_text()}</dd>
      <dt>{m.signin_forgotten()}</dt>
      <dd>{m.signin_forgotten_text()}</dd>
      <dt>{m.signin_first()}</dt>
      <dd>{m.signin_first_text()}</dd>
    </dl>
  </section>
);
