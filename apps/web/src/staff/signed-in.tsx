import type { Staff } from '@ackade/contract';
import { useLocation } from 'preact-iso';
import { m } from '../messages/staff.ts';
import { Button } from '../parts/button.tsx';
import { useDoing } from '../study/use-doing.ts';
import { StaffProblemText } from './problem-text.tsx';
import css from './signed-in.module.css';
import { signOut } from './staff-api.ts';
import { ROLE_WORDS } from './words.ts';

/** Who it is, and the way out. */
export function SignedIn({ staff }: { readonly staff: Staff }) {
  const { route } = useLocation();
  const doing = useDoing();
  return (
    <div class={css.who}>
      <p>
        <strong>{staff.name}</strong> <span class={css.role}>{ROLE_WORDS[staff.role]()}</span>
        <small>{staff.email}</small>
      </p>
      <Button
        disabled={doing.busy}
        onClick={() => doing.run(signOut, () => route('/sign-in', true))}
      >
        {m.staff_sign_out()}
      </Button>
      <p role="alert" class={css.problem}>
        {doing.problem && <StaffProblemText problem={doing.problem} />}
      </p>
    </div>
  );
}
