/** Who has an account. The passwords and sessions are better-auth's, in the same database. */
import type { Staff, StaffRole } from '@ackade/contract';
import type { Database } from './database.ts';
import { isMissing, isUniqueViolation } from './prisma-errors.ts';
import { newToken } from './secrets.ts';

type Row = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role?: unknown;
};

export const staffOf = ({ id, name, email, role }: Row): Staff => ({
  id,
  name,
  email,
  role: role === 'admin' ? 'admin' : 'instructor',
});

type NewStaff = Omit<Staff, 'id'> & {
  /** Hashed. */
  readonly password: string;
};

export type StaffTable = {
  count(): Promise<number>;
  find(id: string): Promise<Staff | undefined>;
  /** In the order in which they came; times in ms since 1970. */
  all(): Promise<readonly (Staff & { readonly since: number })[]>;
  /**
   * Makes an account with a link, which is used up, and with the first one all of its kind. Nothing is written where
   * the link is gone or the address taken.
   */
  add(staff: NewStaff, link: string): Promise<'link-over' | 'email-taken' | null>;
  /** False where nobody has this account; `last-admin` where nobody would be one any more. */
  changeRole(id: string, role: StaffRole): Promise<'last-admin' | boolean>;
  remove(id: string): Promise<'last-admin' | boolean>;
  /** Uses up the link, and ends all sessions; false if the link is gone. `password`: hashed. */
  changePassword(id: string, password: string, link: string): Promise<boolean>;
  sessionsOf(id: string): Promise<readonly StoredSession[]>;
  endSession(id: string, session: string): Promise<void>;
};

/** Times in ms since 1970. */
type StoredSession = {
  readonly id: string;
  readonly device: string;
  readonly since: number;
  readonly seen: number;
};

/** Whose password is kept here. */
const OWN = 'credential';

export function openStaffTable({ client }: Database): StaffTable {
  /** Other than this one. */
  const admins = (id: string) => ({ role: 'admin', id: { not: id } });

  return {
    count: () => client.staff.count(),

    async find(id) {
      const row = await client.staff.findUnique({ where: { id } });
      return row ? staffOf(row) : undefined;
    },

    async all() {
      const rows = await client.staff.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...staffOf(row), since: row.createdAt.getTime() }));
    },

    async add({ password, ...staff }, link) {
      const id = newToken();
      const account = { id: newToken(), accountId: id, providerId: OWN, userId: id, password };
      try {
        await client.$transaction([
          client.staffLink.delete({ where: { id: link } }),
          client.staffLink.deleteMany({ where: { kind: 'first' } }),
          client.staff.create({ data: { id, ...staff } }),
          client.staffAccount.create({ data: account }),
        ]);
        return null;
      } catch (error) {
        if (isMissing(error)) return 'link-over';
        if (isUniqueViolation(error)) return 'email-taken';
        throw error;
      }
    },

    async changeRole(id, role) {
      if (role !== 'admin' && (await client.staff.count({ where: admins(id) })) === 0)
        return 'last-admin';
      return (await client.staff.updateMany({ where: { id }, data: { role } })).count > 0;
    },

    async remove(id) {
      if ((await client.staff.count({ where: admins(id) })) === 0) return 'last-admin';
      const [{ count }] = await client.$transaction([
        client.staff.deleteMany({ where: { id } }),
        client.race.updateMany({ where: { ownerId: id }, data: { ownerId: null } }),
      ]);
      return count > 0;
    },

    async changePassword(userId, password, link) {
      try {
        await client.$transaction([
          client.staffLink.delete({ where: { id: link } }),
          client.staffAccount.updateMany({
            where: { userId, providerId: OWN },
            data: { password },
          }),
          client.staffSession.deleteMany({ where: { userId } }),
        ]);
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },

    async sessionsOf(userId) {
      const rows = await client.staffSession.findMany({
        where: { userId, expiresAt: { gt: new Date() } },
        orderBy: { updatedAt: 'desc' },
      });
      return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
        id,
        device: userAgent ?? '',
        since: createdAt.getTime(),
        seen: updatedAt.getTime(),
      }));
    },

    async endSession(userId, id) {
      await client.staffSession.deleteMany({ where: { id, userId } });
    },
  };
}
