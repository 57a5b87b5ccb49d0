import type { LinkOpened } from '@ackade/contract';
import { useEffect, useState } from 'preact/hooks';
import { m } from '../messages/staff.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Shell } from '../parts/shell.tsx';
import { AccountForm } from '../staff/account-form.tsx';
import css from '../staff/gate.module.css';
import { tokenIn } from '../staff/link-token.ts';
import { NewPasswordForm } from '../staff/new-password-form.tsx';
import { StaffProblemText } from '../staff/problem-text.tsx';
import { openLink } from '../staff/staff-api.ts';
import { useFetched } from '../staff/use-fetched.ts';

/** `/welcome#TOKEN`: what a link is for that an admin has made, or the server at its start. */
export function WelcomePage() {
  const token = useToken();
  return token === null ? <Over /> : <Opening key={token} token={token} />;
}

/** It stays in the address until it has been used: a page loaded anew, in another language perhaps, finds it there. */
function useToken(): string | null {
  const [token, setToken] = useState(() => tokenIn(location.hash));
  useEffect(() => {
    const follow = (): void => setToken((old) => tokenIn(location.hash) ?? old);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return token;
}

function Opening({ token }: { readonly token: string }) {
  const { value, problem, look } = useFetched(() => openLink(token));
  if (problem === 'link-over') return <Over />;
  if (value?.kind === 'password') return <ForPassword token={token} name={value.name} />;
  if (value) return <ForAccount token={token} opened={value} />;
  return (
    <Shell title={m.welcome_instructor()}>
      <div class={css.gate}>
        <p role="status">{problem === null && m.welcome_loading()}</p>
        {problem && (
          <>
            <p role="alert" class={css.problem}>
              <StaffProblemText problem={problem} />
            </p>
            <p>
              <Button onClick={look}>{m.welcome_again()}</Button>
            </p>
          </>
        )}
      </div>
    </Shell>
  );
}

type ForAccountProps = { readonly token: string; readonly opened: LinkOpened };

function ForAccount({ token, opened: { kind, role } }: ForAccountProps) {
  const title = kind === 'first' ? m.welcome_first() : m.welcome_instructor();
  const invited = role === 'admin' ? m.welcome_admin_text() : m.welcome_instructor_text();
  return (
    <Shell title={title}>
      <div class={css.gate}>
        <section class={css.card}>
          <h1>{title}</h1>
          <p class={css.lead}>{kind === 'first' ? m.welcome_first_text() : invited}</p>
          <AccountForm token={token} />
        </section>
      </div>
    </Shell>
  );
}

const ForPassword = ({ token, name }: { readonly token: string; readonly name: string }) => (
  <Shell title={m.welcome_password()}>
    <div class={css.gate}>
      <section class={css.card}>
        <h1>{m.welcome_password()}</h1>
        <p class={css.lead}>{m.welcome_password_text({ name })}</p>
        <NewPasswordForm token={token} />
      </section>
    </div>
  </Shell>
);

const Over = () => (
  <Shell title={m.welcome_over()}>
    <div class={css.gate}>
      <section class={css.card}>
        <h1>{m.welcome_over()}</h1>
        <p class={css.lead}>{m.welcome_over_text()}</p>
        <p class={css.links}>
          <LinkButton kind="primary" href="/sign-in">
            {m.welcome_over_sign_in()}
          </LinkButton>
          <LinkButton href="/">{m.welcome_over_home()}</LinkButton>
        </p>
      </section>
    </div>
  </Shell>
);
