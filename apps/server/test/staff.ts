/** Instructors' browsers, as far as HTTP goes: they keep their cookies. */
import type { MakeAccount, Refusal, Staff, StaffLink } from '@ackade/contract';
import type { Running } from './running.ts';

export const PASSWORD = 'a three-way greeting';

type Answer<T> = {
  readonly status: number;
  /** What was given; of a refusal the code is in `code`. */
  readonly body: T;
  readonly code: string | null;
  readonly headers: Headers;
};

export type Browser = {
  ask<T = unknown>(method: string, path: string, body?: object): Promise<Answer<T>>;
};

export function browserAt({ url }: Pick<Running, 'url'>, extra: HeadersInit = {}): Browser {
  const cookies = new Map<string, string>();
  return {
    async ask<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
      const headers = new Headers(extra);
      if (cookies.size > 0)
        headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      if (body) headers.set('content-type', 'application/json');
      const response = await fetch(`${url}/api/staff${path}`, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const text = await response.text();
      const json: unknown = text === '' ? null : JSON.parse(text);
      return {
        status: response.status,
        body: json as T,
        code: response.ok ? null : (json as Refusal).error.code,
        headers: response.headers,
      };
    },
  };
}

export async function makeAccount(
  browser: Browser,
  token: string,
  email: string,
  name = 'Ada Admin',
): Promise<Answer<Staff>> {
  const request: MakeAccount = { token, name, email, password: PASSWORD };
  return browser.ask('POST', '/accounts', request);
}

/** The first admin, signed in. */
export async function admin(running: Running): Promise<Browser> {
  const browser = browserAt(running);
  const made = await makeAccount(browser, (await running.app.firstLink()) ?? '', 'ada@school.test');
  if (made.code) throw new Error(made.code);
  return browser;
}

/** Somebody whom `by` has invited, signed in. */
export async function invited(
  running: Running,
  by: Browser,
  email: string,
  role: 'admin' | 'instructor' = 'instructor',
): Promise<{ readonly browser: Browser; readonly staff: Staff }> {
  const link = await by.ask<StaffLink>('POST', '/invitations', { role, note: '' });
  const browser = browserAt(running);
  const made = await makeAccount(browser, link.body.token, email, 'Ben');
  if (made.code) throw new Error(made.code);
  return { browser, staff: made.body };
}
