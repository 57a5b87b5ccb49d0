/** Passwords and sessions of those who have an account, by better-auth; nobody makes an account through it. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Staff } from '@ackade/contract';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { isAPIError } from 'better-auth/api';
import { hashPassword } from 'better-auth/crypto';
import { betterAuth } from 'better-auth/minimal';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import { staffOf } from './staff-table.ts';

/** How long somebody stays signed in who does not come back, s. */
const SESSION = 30 * 24 * 60 * 60;
/** How often it is written that he has come back, s. */
const SEEN = 60 * 60;

/** `cookies`: the values of the `Set-Cookie` headers to answer with. */
export type Signed<T> = { readonly value: T; readonly cookies: readonly string[] };
export type SignedIn = { readonly staff: Staff; readonly session: string };

export type StaffAuth = {
  /** Null where no account has this address and password. `email`: in lower case. */
  signIn(
    email: string,
    password: string,
    headers: IncomingHttpHeaders,
  ): Promise<Signed<Staff> | null>;
  signOut(headers: IncomingHttpHeaders): Promise<readonly string[]>;
  /** Who has signed in where this comes from, and which session it is. */
  session(headers: IncomingHttpHeaders): Promise<Signed<SignedIn> | null>;
  /** Ends all other sessions, too; null if `current` is wrong. */
  changePassword(
    headers: IncomingHttpHeaders,
    current: string,
    next: string,
  ): Promise<readonly string[] | null>;
  /** What is kept of a password; takes a tenth of a second, of another thread. */
  hash(password: string): Promise<string>;
};

export function openStaffAuth(
  { client, provider }: Database,
  { publicUrl }: Pick<Config, 'publicUrl'>,
  secret: string,
): StaffAuth {
  const auth = betterAuth({
    secret,
    baseURL: publicUrl ?? 'http://localhost',
    database: prismaAdapter(client, { provider }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      modelName: 'staff',
      additionalFields: { role: { type: 'string', required: true, input: false } },
    },
    session: { modelName: 'staffSession', expiresIn: SESSION, updateAge: SEEN },
    account: { modelName: 'staffAccount' },
    verification: { modelName: 'staffVerification' },
    advanced: {
      cookiePrefix: 'ackade',
      // On a LAN the game is served over plain http.
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
    // The routes have limits of their own.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });

  return {
    signIn: (email, password, headers) =>
      orNull('UNAUTHORIZED', async () => {
        const { headers: answer, response } = await auth.api.signInEmail({
          body: { email, password },
          headers: headersOf(headers),
          returnHeaders: true,
        });
        return { value: staffOf(response.user), cookies: answer.getSetCookie() };
      }),

    async signOut(headers) {
      const { headers: answer } = await auth.api.signOut({
        headers: headersOf(headers),
        returnHeaders: true,
      });
      return answer.getSetCookie();
    },

    async session(headers) {
      if (!headers.cookie) return null;
      const { headers: answer, response } = await auth.api.getSession({
        headers: headersOf(headers),
        returnHeaders: true,
      });
      if (!response) return null;
      const { user, session } = response;
      return {
        value: { staff: staffOf(user), session: session.id },
        cookies: answer.getSetCookie(),
      };
    },

    changePassword: (headers, currentPassword, newPassword) =>
      orNull('BAD_REQUEST', async () => {
        const { headers: answer } = await auth.api.changePassword({
          body: { currentPassword, newPassword, revokeOtherSessions: true },
          headers: headersOf(headers),
          returnHeaders: true,
        });
        return answer.getSetCookie();
      }),

    hash: hashPassword,
  };
}

/** Only what is needed of them. */
function headersOf({ cookie, 'user-agent': agent }: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  if (cookie) headers.set('cookie', cookie);
  if (agent) headers.set('user-agent', agent);
  return headers;
}

/** Null where `work` is refused with that status. */
async function orNull<T>(status: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isAPIError(error) && error.status === status) return null;
    throw error;
  }
}
