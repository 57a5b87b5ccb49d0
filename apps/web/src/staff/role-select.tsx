import type { StaffRole } from '@ackade/contract';
import css from './role-select.module.css';
import { ROLE_WORDS } from './words.ts';

const ROLES = Object.keys(ROLE_WORDS) as readonly StaffRole[];

type Props = {
  readonly label: string;
  /** Whether the label is only for those who do not see where the list stands. */
  readonly bare?: boolean;
  readonly value: StaffRole;
  readonly disabled?: boolean;
  readonly onRole: (role: StaffRole) => void;
};

export const RoleSelect = ({ label, bare = false, value, disabled = false, onRole }: Props) => (
  <label class={css.role}>
    <span class={bare ? 'visually-hidden' : undefined}>{label}</span>
    <select
      value={value}
      disabled={disabled}
      onChange={(e) => onRole(e.currentTarget.value as StaffRole)}
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {ROLE_WORDS[role]()}
        </option>
      ))}
    </select>
  </label>
);
