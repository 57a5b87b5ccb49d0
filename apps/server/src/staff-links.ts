/** Links with which accounts are made, and passwords chosen anew, once. What a link holds is kept as a digest. */
import type { LinkOpened, StaffLink, StaffRole } from '@ackade/contract';
import type { Database } from './database.ts';
import { digest, newToken } from './secrets.ts';

/** How long a link can be used, ms. */
const VALID = 7 * 24 * 60 * 60 * 1000;

type Kind = LinkOpened['kind'];

type StoredLink = {
  readonly id: string;
  readonly kind: Kind;
  readonly role: StaffRole;
  /** Whose password it is for. */
  readonly staffId: string | null;
};

/** Times in ms since 1970. */
type Invitation = {
  readonly id: string;
  readonly role: StaffRole;
  readonly note: string;
  readonly since: number;
  readonly expiresAt: number;
};

export type StaffLinks = {
  /** For whoever is to make an account, the first one or another. */
  invite(kind: 'first' | 'invitation', role: StaffRole, note: string): Promise<StaffLink>;
  /** For somebody who has an account; other links to his password are not valid any more. */
  forPassword(staffId: string, role: StaffRole): Promise<StaffLink>;
  /** Null if it is not valid, or not any more. */
  find(token: string): Promise<StoredLink | null>;
  invitations(): Promise<readonly Invitation[]>;
  withdraw(id: string): Promise<void>;
};

export function openStaffLinks({ client }: Database, now: () => number): StaffLinks {
  const roleOf = (role: string): StaffRole => (role === 'admin' ? 'admin' : 'instructor');
  const kindOf = (kind: string): Kind =>
    kind === 'first' || kind === 'password' ? kind : 'invitation';
  const drop = () => client.staffLink.deleteMany({ where: { expiresAt: { lte: now() } } });
  const fresh = () => {
    const token = newToken();
    const createdAt = now();
    const expiresAt = createdAt + VALID;
    return {
      link: { token, expiresAt },
      row: { id: newToken(), token: digest(token), createdAt, expiresAt },
    };
  };

  return {
    async invite(kind, role, note) {
      const { link, row } = fresh();
      const data = { ...row, kind, role, note };
      await client.$transaction([drop(), client.staffLink.create({ data })]);
      return link;
    },

    async forPassword(staffId, role) {
      const { link, row } = fresh();
      const data = { ...row, kind: 'password', role, staffId, note: '' };
      await client.$transaction([
        drop(),
        client.staffLink.deleteMany({ where: { staffId } }),
        client.staffLink.create({ data }),
      ]);
      return link;
    },

    async find(token) {
      const row = await client.staffLink.findUnique({ where: { token: digest(token) } });
      if (!row || row.expiresAt <= now()) return null;
      const { id, kind, role, staffId } = row;
      return { id, kind: kindOf(kind), role: roleOf(role), staffId };
    },

    async invitations() {
      const rows = await client.staffLink.findMany({
        where: { kind: 'invitation', expiresAt: { gt: now() } },
        orderBy: { createdAt: 'desc' },
      });
      return rows.map(({ id, role, note, createdAt, expiresAt }) => ({
        id,
        role: roleOf(role),
        note,
        since: Number(createdAt),
        expiresAt: Number(expiresAt),
      }));
    },

    async withdraw(id) {
      await client.staffLink.deleteMany({ where: { id, kind: 'invitation' } });
    },
  };
}
