import type { StaffRole } from '@ackade/contract';
import { m } from '../messages/staff.ts';
import { Button } from '../parts/button.tsx';
import type { Colleague } from './colleagues-panel.tsx';
import { RoleSelect } from './role-select.tsx';
import rows from './rows.module.css';
import { dayWords } from './words.ts';

type Props = {
  readonly colleague: Colleague;
  /** Whether it is who is looking. */
  readonly own: boolean;
  readonly busy: boolean;
  readonly onRole: (role: StaffRole) => void;
  readonly onLink: () => void;
  readonly onRemove: () => void;
};

export const ColleagueRow = ({ colleague, own, busy, onRole, onLink, onRemove }: Props) => (
  <li>
    <div>
      <b>{colleague.name}</b>
      {own && <span class={rows.own}>{m.staff_you()}</span>}
      <small>
        {colleague.email} · {m.staff_since({ date: dayWords(colleague.since) })}
      </small>
    </div>
    <div class={rows.doing}>
      <RoleSelect
        bare
        label={m.staff_role_of({ name: colleague.name })}
        value={colleague.role}
        disabled={busy}
        onRole={onRole}
      />
      {/* Who is here changes the password below. */}
      {!own && (
        <Button kind="quiet" disabled={busy} onClick={onLink}>
          {m.staff_link_do()}
          <span class="visually-hidden">{m.staff_link_of({ name: colleague.name })}</span>
        </Button>
      )}
      <Button kind="quiet" disabled={busy} onClick={onRemove}>
        {m.staff_remove()}
        <span class="visually-hidden">: {colleague.name}</span>
      </Button>
    </div>
  </li>
);
