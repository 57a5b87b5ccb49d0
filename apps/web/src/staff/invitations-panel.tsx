import type { Colleagues, StaffLink } from '@ackade/contract';
import { useRef, useState } from 'preact/hooks';
import { m } from '../messages/staff.ts';
import { Button } from '../parts/button.tsx';
import { useDoing } from '../study/use-doing.ts';
import { InviteForm } from './invite-form.tsx';
import { LinkSheet } from './link-sheet.tsx';
import { Panel } from './panel.tsx';
import rows from './rows.module.css';
import { withdrawInvitation } from './staff-api.ts';
import { dayWords, ROLE_WORDS } from './words.ts';

type Props = {
  /** Null while they are not known. */
  readonly invitations: Colleagues['invitations'] | null;
  readonly onChanged: () => void;
};

/** Links that nobody has used yet, and one more. */
export function InvitationsPanel({ invitations, onChanged }: Props) {
  const doing = useDoing();
  const heading = useRef<HTMLHeadingElement>(null);
  const [link, setLink] = useState<StaffLink | null>(null);
  const withdraw = (id: string): void =>
    doing.run(
      () => withdrawInvitation(id),
      () => {
        onChanged();
        heading.current?.focus();
      },
    );
  return (
    <Panel
      title={m.staff_invitations()}
      text={m.staff_invitations_text()}
      heading={heading}
      problem={doing.problem}
      done={doing.done ? m.staff_withdrawn() : ''}
    >
      <InviteForm
        onMade={(made) => {
          setLink(made);
          onChanged();
        }}
      />
      {invitations?.length === 0 && <p>{m.staff_invitations_none()}</p>}
      <ul class={rows.rows} hidden={invitations?.length === 0}>
        {invitations?.map(({ id, role, note, since, expiresAt }) => (
          <li key={id}>
            <div>
              <b>{note || ROLE_WORDS[role]()}</b>
              <small>
                {ROLE_WORDS[role]()} · {dayWords(since)} ·{' '}
                {m.staff_invitation_until({ date: dayWords(expiresAt) })}
              </small>
            </div>
            <div class={rows.doing}>
              <Button kind="quiet" disabled={doing.busy} onClick={() => withdraw(id)}>
                {m.staff_withdraw()}
                <span class="visually-hidden">: {note || ROLE_WORDS[role]()}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {link && (
        <LinkSheet
          title={m.staff_link_invitation()}
          text={m.staff_link_invitation_text()}
          link={link}
          onClose={() => setLink(null)}
        />
      )}
    </Panel>
  );
}
