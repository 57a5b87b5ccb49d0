import type { Staff } from '@ackade/contract';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { m } from '../messages/staff.ts';
import { Shell } from '../parts/shell.tsx';
import { ChangePasswordPanel } from '../staff/change-password-panel.tsx';
import { Institution } from '../staff/institution.tsx';
import { StaffProblemText } from '../staff/problem-text.tsx';
import { RacesPanel } from '../staff/races-panel.tsx';
import { SessionsPanel } from '../staff/sessions-panel.tsx';
import { SignedIn } from '../staff/signed-in.tsx';
import { staffSessions, whoIsHere } from '../staff/staff-api.ts';
import { Tools } from '../staff/tools.tsx';
import { useFetched } from '../staff/use-fetched.ts';
import css from './staff.module.css';

/** `/staff`: an account, and for an admin those of all the others. */
export function StaffPage() {
  const { route } = useLocation();
  const { value: staff, problem, look } = useFetched(whoIsHere);
  const away = problem === 'not-signed-in';
  useEffect(() => {
    if (away) route('/sign-in?next=/staff', true);
  }, [away]);
  return (
    <Shell title={m.staff_title()}>
      <div class={css.page}>
        <h1>{m.staff_title()}</h1>
        {problem && !away && (
          <p role="alert">
            <StaffProblemText problem={problem} />
          </p>
        )}
        {!staff && !problem && <p role="status">{m.staff_loading()}</p>}
        {staff && !away && <Account staff={staff} onChanged={look} />}
      </div>
    </Shell>
  );
}

type Props = { readonly staff: Staff; readonly onChanged: () => void };

function Account({ staff, onChanged }: Props) {
  const sessions = useFetched(staffSessions);
  return (
    <>
      <SignedIn staff={staff} />
      <Tools />
      <RacesPanel />
      {staff.role === 'admin' && <Institution own={staff.id} onOwnChange={onChanged} />}
      <div class={css.pair}>
        <SessionsPanel sessions={sessions} />
        <ChangePasswordPanel email={staff.email} onChanged={sessions.look} />
      </div>
    </>
  );
}
