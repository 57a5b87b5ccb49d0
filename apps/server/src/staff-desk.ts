/** What those who have an account may do with it, and with the accounts of others. */
import type { IncomingHttpHeaders } from 'node:http';
import type {
  ChangePassword,
  Colleagues,
  Invite,
  LinkOpened,
  MakeAccount,
  NewPassword,
  RefusalCode,
  SignIn,
  Staff,
  StaffLink,
  StaffRole,
  StaffSessions,
} from '@ackade/contract';
import { rateLimit } from './rate.ts';
import type { Signed, SignedIn, StaffAuth } from './staff-auth.ts';
import type { StaffLinks } from './staff-links.ts';
import type { StaffTable } from './staff-table.ts';

/** Wrong passwords for one account, from wherever they come: nobody guesses through them. */
const FAILURES = { burst: 20, perSecond: 1 / 60 };

type Headers = IncomingHttpHeaders;

/** Of null nothing is said. */
export type StaffDesk = {
  /** The link with which the first admin makes his account; null if there is one already. */
  firstLink(): Promise<StaffLink | null>;
  signIn(request: SignIn, headers: Headers): Promise<Signed<Staff> | RefusalCode>;
  signOut(headers: Headers): Promise<readonly string[]>;
  session(headers: Headers): Promise<Signed<SignedIn> | RefusalCode>;
  changePassword(
    who: SignedIn,
    request: ChangePassword,
    headers: Headers,
  ): Promise<readonly string[] | RefusalCode>;
  sessions(who: SignedIn): Promise<StaffSessions>;
  endSession(who: SignedIn, id: string): Promise<null>;
  openLink(token: string): Promise<LinkOpened | RefusalCode>;
  /** These two sign in as well. */
  makeAccount(request: MakeAccount, headers: Headers): Promise<Signed<Staff> | RefusalCode>;
  newPassword(request: NewPassword, headers: Headers): Promise<Signed<Staff> | RefusalCode>;
  /** The following are for admins. */
  colleagues(): Promise<Colleagues>;
  changeRole(id: string, role: StaffRole): Promise<RefusalCode | null>;
  remove(id: string): Promise<RefusalCode | null>;
  passwordLink(id: string): Promise<StaffLink | RefusalCode>;
  invite(request: Invite): Promise<StaffLink>;
  withdraw(id: string): Promise<null>;
};

export type StaffDeskOptions = {
  readonly auth: StaffAuth;
  readonly table: StaffTable;
  readonly links: StaffLinks;
  readonly now: () => number;
};

export function openStaffDesk({ auth, table, links, now }: StaffDeskOptions): StaffDesk {
  const failures = rateLimit(FAILURES.burst, FAILURES.perSecond, now);

  /** What `check` gives, unless too much was wrong for this account; only what is wrong counts. */
  async function guarded<T>(
    email: string,
    wrong: RefusalCode,
    check: () => Promise<T | null>,
  ): Promise<T | RefusalCode> {
    if (!failures.take(email)) return 'too-many-requests';
    const value = await check();
    if (value === null) return wrong;
    failures.give(email);
    return value;
  }

  const signIn: StaffDesk['signIn'] = ({ email, password }, headers) =>
    guarded(email, 'wrong-credentials', () => auth.signIn(email, password, headers));

  const outcome = (done: 'last-admin' | boolean): RefusalCode | null => {
    if (done === 'last-admin') return done;
    return done ? null : 'unknown-colleague';
  };

  return {
    firstLink: async () =>
      (await table.count()) === 0 ? links.invite('first', 'admin', '') : null,

    signIn,
    signOut: auth.signOut,
    session: async (headers) => (await auth.session(headers)) ?? 'not-signed-in',

    changePassword: ({ staff }, { current, next }, headers) =>
      guarded(staff.email, 'wrong-password', () => auth.changePassword(headers, current, next)),

    async sessions({ staff, session }) {
      const all = await table.sessionsOf(staff.id);
      return { sessions: all.map((one) => ({ ...one, current: one.id === session })) };
    },

    async endSession({ staff }, id) {
      await table.endSession(staff.id, id);
      return null;
    },

    async openLink(token) {
      const link = await links.find(token);
      if (!link) return 'link-over';
      const { kind, role, staffId } = link;
      const staff = staffId === null ? undefined : await table.find(staffId);
      return { kind, role, name: staff?.name ?? '' };
    },

    async makeAccount({ token, name, email, password }, headers) {
      const link = await links.find(token);
      if (!link || link.kind === 'password') return 'link-over';
      const staff = { name, email, role: link.role, password: await auth.hash(password) };
      const refused = await table.add(staff, link.id);
      return refused ?? signIn({ email, password }, headers);
    },

    async newPassword({ token, password }, headers) {
      const link = await links.find(token);
      const staff = link?.staffId ? await table.find(link.staffId) : undefined;
      if (!link || !staff) return 'link-over';
      const hash = await auth.hash(password);
      if (!(await table.changePassword(staff.id, hash, link.id))) return 'link-over';
      return signIn({ email: staff.email, password }, headers);
    },

    colleagues: async () => ({
      colleagues: await table.all(),
      invitations: await links.invitations(),
    }),

    changeRole: async (id, role) => outcome(await table.changeRole(id, role)),
    remove: async (id) => outcome(await table.remove(id)),

    async passwordLink(id) {
      const staff = await table.find(id);
      return staff ? links.forPassword(id, staff.role) : 'unknown-colleague';
    },

    invite: ({ role, note }) => links.invite('invitation', role, note),

    async withdraw(id) {
      await links.withdraw(id);
      return null;
    },
  };
}
