import type { StaffLink, StaffRole } from '@ackade/contract';
import { useState } from 'preact/hooks';
import { m } from '../messages/staff.ts';
import { useDoing } from '../study/use-doing.ts';
import { Field } from './field.tsx';
import { Form } from './form.tsx';
import css from './invite-form.module.css';
import { RoleSelect } from './role-select.tsx';
import { invite } from './staff-api.ts';

export function InviteForm({ onMade }: { readonly onMade: (link: StaffLink) => void }) {
  const doing = useDoing();
  const [role, setRole] = useState<StaffRole>('instructor');
  const [note, setNote] = useState('');
  const made = (link: StaffLink): void => {
    setNote('');
    onMade(link);
  };
  return (
    <Form
      faults={[]}
      busy={doing.busy}
      problem={doing.problem}
      submit={m.staff_invite()}
      onReady={() => doing.run(() => invite({ role, note: note.trim() }), made)}
    >
      <div class={css.fields}>
        <RoleSelect label={m.staff_role()} value={role} onRole={setRole} />
        <Field
          label={m.staff_note()}
          name="note"
          value={note}
          onValue={setNote}
          autocomplete="off"
          maxLength={80}
        />
      </div>
    </Form>
  );
}
