import { z } from 'zod';
import { RaceCode } from './code.ts';
import { PlayerToken } from './http.ts';
import { Milliseconds } from './view.ts';

/**
 * Instructors and admins, over HTTP under `/api/staff`. Who has signed in is known by a cookie that no script can read;
 * what changes something is taken only from pages of the installation itself. Accounts are made through links that can
 * be used once: the first is printed where the server runs, the others come from an admin. Students have none.
 */

/** An admin also invites, and sees who has an account. */
export const STAFF_ROLES = ['admin', 'instructor'] as const;
export const StaffRole = z.enum(STAFF_ROLES);
export type StaffRole = z.infer<typeof StaffRole>;

/** Characters. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const StaffName = z.string().trim().min(1).max(80);
const Password = z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most);
/** Asked for again, it may be older than the rule. */
const GivenPassword = z.string().min(1).max(PASSWORD_LENGTH.most);
const Id = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
const Time = Milliseconds.meta({ description: 'Since 1970.' });

export const SignIn = z
  .strictObject({ email: Email, password: GivenPassword })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

export const Staff = z
  .object({ id: z.string(), name: z.string(), email: z.string(), role: StaffRole })
  .meta({ id: 'Staff', description: 'Somebody with an account.' });
export type Staff = z.infer<typeof Staff>;

export const ChangePassword = z.strictObject({ current: GivenPassword, next: Password }).meta({
  id: 'ChangePassword',
  description: 'All other sessions end.',
});
export type ChangePassword = z.infer<typeof ChangePassword>;

export const StaffSessions = z
  .object({
    sessions: z
      .array(
        z.object({
          id: z.string(),
          current: z.boolean(),
          device: z.string().meta({ description: 'As the browser calls itself.' }),
          since: Time,
          seen: Time,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'StaffSessions', description: 'Where one is signed in, the latest first.' });
export type StaffSessions = z.infer<typeof StaffSessions>;

export const StaffParams = z.object({ id: Id });

export const Colleagues = z
  .object({
    colleagues: z.array(Staff.extend({ since: Time })).readonly(),
    invitations: z
      .array(
        z.object({
          id: z.string(),
          role: StaffRole,
          note: z.string(),
          since: Time,
          expiresAt: Time,
        }),
      )
      .readonly()
      .meta({ description: 'Those that nobody has used yet.' }),
  })
  .meta({ id: 'Colleagues', description: 'For admins.' });
export type Colleagues = z.infer<typeof Colleagues>;

export const Invite = z
  .strictObject({
    role: StaffRole,
    note: z.string().trim().max(80).meta({ description: 'For whom it is, as a reminder.' }),
  })
  .meta({ id: 'Invite' });
export type Invite = z.infer<typeof Invite>;

export const ChangeRole = z.strictObject({ role: StaffRole }).meta({ id: 'ChangeRole' });

export const StaffRaces = z
  .object({
    races: z
      .array(
        z.object({
          code: z.string(),
          createdAt: Time,
          endedAt: Time.nullable().meta({ description: 'Null while it goes on.' }),
          players: z.int().min(0).meta({ description: 'After its latest round.' }),
          host: z.string().meta({ description: 'Opens the controls and the results. Secret.' }),
          screen: z.string().meta({ description: 'Opens the projector’s view.' }),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'StaffRaces', description: 'The latest races of who has signed in.' });
export type StaffRaces = z.infer<typeof StaffRaces>;

export const KeepRace = z
  .strictObject({ code: RaceCode, host: PlayerToken })
  .meta({ id: 'KeepRace', description: 'A race that was made before signing in.' });
export type KeepRace = z.infer<typeof KeepRace>;

/** What a link holds after its `#`, which no server sees on the way. */
const LinkToken = Id;

export const StaffLink = z
  .object({ token: z.string(), expiresAt: Time })
  .meta({ id: 'StaffLink', description: 'Secret: whoever has the token can use it, once.' });
export type StaffLink = z.infer<typeof StaffLink>;

export const OpenLink = z.strictObject({ token: LinkToken }).meta({ id: 'OpenLink' });

export const LinkOpened = z
  .object({
    kind: z.enum(['first', 'invitation', 'password']),
    role: StaffRole,
    name: z.string().meta({ description: 'Whose password it is for; otherwise empty.' }),
  })
  .meta({ id: 'LinkOpened', description: 'What a link is for.' });
export type LinkOpened = z.infer<typeof LinkOpened>;

export const MakeAccount = z
  .strictObject({ token: LinkToken, name: StaffName, email: Email, password: Password })
  .meta({ id: 'MakeAccount' });
export type MakeAccount = z.infer<typeof MakeAccount>;

export const NewPassword = z.strictObject({ token: LinkToken, password: Password }).meta({
  id: 'NewPassword',
  description: 'All sessions end.',
});
export type NewPassword = z.infer<typeof NewPassword>;
