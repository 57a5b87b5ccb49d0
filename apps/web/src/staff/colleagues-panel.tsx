import type { Colleagues, StaffLink, StaffRole } from '@ackade/contract';
import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../api.ts';
import { m } from '../messages/staff.ts';
import { useDoing } from '../study/use-doing.ts';
import { ColleagueRow } from './colleague-row.tsx';
import { LinkSheet } from './link-sheet.tsx';
import { Panel } from './panel.tsx';
import { RemoveSheet } from './remove-sheet.tsx';
import rows from './rows.module.css';
import { changeRole, passwordLink } from './staff-api.ts';

export type Colleague = Colleagues['colleagues'][number];

type Props = {
  readonly own: string;
  readonly colleagues: readonly Colleague[];
  readonly problem: Problem | null;
  readonly onChanged: (id: string) => void;
};

/** Everybody with an account. */
export function ColleaguesPanel({ own, colleagues, problem, onChanged }: Props) {
  const doing = useDoing();
  const linking = useDoing();
  const heading = useRef<HTMLHeadingElement>(null);
  const [leaving, setLeaving] = useState<Colleague | null>(null);
  const [link, setLink] = useState<{ readonly name: string; readonly link: StaffLink } | null>(
    null,
  );
  const change = (id: string, role: StaffRole): void =>
    doing.run(
      () => changeRole(id, role),
      () => onChanged(id),
    );
  return (
    <Panel
      title={m.staff_colleagues()}
      text={m.staff_colleagues_text()}
      heading={heading}
      problem={doing.problem ?? linking.problem ?? problem}
      done={doing.done ? m.staff_role_changed() : ''}
    >
      <ul class={rows.rows}>
        {colleagues.map((colleague) => (
          <ColleagueRow
            key={colleague.id}
            colleague={colleague}
            own={colleague.id === own}
            busy={doing.busy || linking.busy}
            onRole={(role) => change(colleague.id, role)}
            onLink={() =>
              linking.run(
                () => passwordLink(colleague.id),
                (made) => setLink({ name: colleague.name, link: made }),
              )
            }
            onRemove={() => setLeaving(colleague)}
          />
        ))}
      </ul>
      {leaving && (
        <RemoveSheet
          colleague={leaving}
          own={leaving.id === own}
          onRemoved={() => {
            onChanged(leaving.id);
            heading.current?.focus();
          }}
          onClose={() => setLeaving(null)}
        />
      )}
      {link && (
        <LinkSheet
          title={m.staff_link_password({ name: link.name })}
          text={m.staff_link_password_text({ name: link.name })}
          link={link.link}
          onClose={() => setLink(null)}
        />
      )}
    </Panel>
  );
}
