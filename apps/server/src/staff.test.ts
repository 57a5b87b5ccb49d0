/** Accounts over HTTP: how one comes to have one, what it is good for, and what it is not. */
import type {
  Colleagues,
  LinkOpened,
  RaceMade,
  Staff,
  StaffLink,
  StaffRaces,
  StaffSessions,
} from '@ackade/contract';
import { usualOptions } from '@ackade/game';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Scratch, scratchPostgresql, scratchSqlite } from '../test/databases.ts';
import { fastClock } from '../test/fast-clock.ts';
import { type Running, startServer } from '../test/running.ts';
import { admin, type Browser, browserAt, invited, makeAccount, PASSWORD } from '../test/staff.ts';

const { TEST_DATABASE_URL } = process.env;
const DATABASES: readonly (readonly [string, () => Promise<Scratch>])[] = [
  ['SQLite', scratchSqlite],
  ...(TEST_DATABASE_URL === undefined ? [] : [['PostgreSQL', scratchPostgresql] as const]),
];
const DAY = 24 * 60 * 60 * 1000;
const ID = 'nobody-has-this-name';

describe.each(DATABASES)('accounts on %s', (_, make) => {
  let scratch: Scratch;
  let running: Running;
  let later = 0;
  beforeEach(async () => {
    scratch = await make();
    later = 0;
    const { databaseUrl } = scratch.config;
    const clock = fastClock(1);
    running = await startServer(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }, {
      ...clock,
      now: () => clock.now() + later,
    });
  });
  afterEach(async () => {
    await running.stop();
    await scratch.remove();
  });

  const signIn = (browser: Browser, email: string, password = PASSWORD) =>
    browser.ask<Staff>('POST', '/session', { email, password });
  const me = (browser: Browser) => browser.ask<Staff>('GET', '/me');

  test('the first one is made with the link that is printed, once', async () => {
    const first = await running.app.firstLink();
    // Started again, it prints another; either will do.
    const second = await running.app.firstLink();
    const browser = browserAt(running);
    const opened = await browser.ask<LinkOpened>('POST', '/links', { token: first ?? '' });
    expect(opened.body).toEqual({ kind: 'first', role: 'admin', name: '' });
    const made = await makeAccount(browser, second ?? '', ' Ada@School.test ');
    expect(made).toMatchObject({ status: 201, body: { email: 'ada@school.test', role: 'admin' } });
    expect((await me(browser)).body).toEqual(made.body);
    expect(await running.app.firstLink()).toBeNull();
    for (const token of [first, second])
      expect((await makeAccount(browserAt(running), token ?? '', 'eve@school.test')).code).toBe(
        'link-over',
      );
  });

  test('of many who use a link at once, one gets an account', async () => {
    const token = (await running.app.firstLink()) ?? '';
    const made = await Promise.all(
      [1, 2, 3, 4].map((n) => makeAccount(browserAt(running), token, `n${n}@school.test`)),
    );
    expect(made.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(made.filter(({ code }) => code === 'link-over')).toHaveLength(3);
    expect(await running.database.client.staff.count()).toBe(1);
  });

  test('signing in takes the right password, and says nothing of who has an account', async () => {
    await admin(running);
    const browser = browserAt(running);
    expect((await me(browser)).code).toBe('not-signed-in');
    const wrong = await signIn(browser, 'ada@school.test', 'not it');
    const unknown = await signIn(browser, 'bo@school.test', 'not it');
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
    const signed = await signIn(browser, 'ADA@school.test');
    expect(signed.body).toMatchObject({ name: 'Ada Admin' });
    const [cookie = ''] = signed.headers.getSetCookie();
    expect(cookie).toMatch(/^ackade\.session_token=.*HttpOnly.*SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/);
    expect((await browser.ask('DELETE', '/session')).status).toBe(204);
    expect((await me(browser)).code).toBe('not-signed-in');
  });

  test('what another site asks for is not done', async () => {
    await admin(running);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site', origin: running.url },
      { origin: 'https://evil.test' },
      { origin: 'null' },
    ])
      expect((await signIn(browserAt(running, headers), 'ada@school.test')).code).toBe(
        'foreign-page',
      );
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: running.url }])
      expect((await signIn(browserAt(running, headers), 'ada@school.test')).status).toBe(200);
  });

  test('an invitation makes one account, of its role, in a week', async () => {
    const ada = await admin(running);
    const { staff } = await invited(running, ada, 'ben@school.test');
    expect(staff.role).toBe('instructor');
    const invite = async () =>
      (await ada.ask<StaffLink>('POST', '/invitations', { role: 'admin', note: ' for Cleo ' }))
        .body;
    const link = await invite();
    const taken = await makeAccount(browserAt(running), link.token, 'Ben@school.test');
    expect(taken.code).toBe('email-taken');
    const { body } = await ada.ask<Colleagues>('GET', '/colleagues');
    expect(body.colleagues.map(({ email, role }) => [email, role])).toEqual([
      ['ada@school.test', 'admin'],
      ['ben@school.test', 'instructor'],
    ]);
    expect(body.invitations).toMatchObject([{ role: 'admin', note: 'for Cleo' }]);
    expect(JSON.stringify(body)).not.toContain(link.token);
    await ada.ask('DELETE', `/invitations/${body.invitations[0]?.id}`);
    expect((await makeAccount(browserAt(running), link.token, 'cleo@school.test')).code).toBe(
      'link-over',
    );
    const late = await invite();
    later += 7 * DAY + 60_000;
    expect((await browserAt(running).ask('POST', '/links', { token: late.token })).code).toBe(
      'link-over',
    );
  });

  test('a changed password ends all other sessions', async () => {
    const here = await admin(running);
    const there = browserAt(running);
    await signIn(there, 'ada@school.test');
    const wrong = { current: 'not it', next: 'another greeting' };
    expect((await here.ask('PUT', '/password', wrong)).code).toBe('wrong-password');
    expect((await here.ask('PUT', '/password', { ...wrong, current: PASSWORD })).status).toBe(204);
    expect((await me(here)).status).toBe(200);
    expect((await me(there)).code).toBe('not-signed-in');
    expect((await signIn(there, 'ada@school.test')).code).toBe('wrong-credentials');
    expect((await signIn(there, 'ada@school.test', 'another greeting')).status).toBe(200);
  });

  test('sessions are seen and ended one by one', async () => {
    const here = await admin(running);
    const there = browserAt(running, { 'user-agent': 'A phone' });
    await signIn(there, 'ada@school.test');
    const { sessions } = (await here.ask<StaffSessions>('GET', '/sessions')).body;
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }) => !current);
    expect(other?.device).toBe('A phone');
    const { browser: ben } = await invited(running, here, 'ben@school.test');
    await ben.ask('DELETE', `/sessions/${other?.id}`);
    expect((await me(there)).status).toBe(200);
    expect((await here.ask('DELETE', `/sessions/${other?.id}`)).status).toBe(204);
    expect((await me(there)).code).toBe('not-signed-in');
  });

  test('who has forgotten his password gets a link, and chooses another', async () => {
    const ada = await admin(running);
    const { browser: ben, staff } = await invited(running, ada, 'ben@school.test');
    const path = `/colleagues/${staff.id}/password-link`;
    const older = (await ada.ask<StaffLink>('POST', path)).body;
    const { token } = (await ada.ask<StaffLink>('POST', path)).body;
    const browser = browserAt(running);
    expect((await browser.ask('POST', '/links', { token: older.token })).code).toBe('link-over');
    const opened = await browser.ask<LinkOpened>('POST', '/links', { token });
    expect(opened.body).toEqual({ kind: 'password', role: 'instructor', name: 'Ben' });
    expect((await makeAccount(browser, token, 'eve@school.test')).code).toBe('link-over');
    const password = 'yet another greeting';
    expect((await browser.ask('POST', '/accounts/password', { token, password })).status).toBe(200);
    expect((await me(browser)).body.name).toBe('Ben');
    expect((await me(ben)).code).toBe('not-signed-in');
    const again = await browserAt(running).ask('POST', '/accounts/password', { token, password });
    expect(again.code).toBe('link-over');
  });

  test('there is always an admin, and whoever is removed is out at once', async () => {
    const ada = await admin(running);
    const self = (await me(ada)).body.id;
    for (const refused of [
      await ada.ask('PATCH', `/colleagues/${self}`, { role: 'instructor' }),
      await ada.ask('DELETE', `/colleagues/${self}`),
    ])
      expect(refused.code).toBe('last-admin');
    const { browser: ben, staff } = await invited(running, ada, 'ben@school.test');
    expect((await ada.ask('PATCH', `/colleagues/${staff.id}`, { role: 'admin' })).status).toBe(204);
    expect((await ben.ask('DELETE', `/colleagues/${self}`)).status).toBe(204);
    expect((await me(ada)).code).toBe('not-signed-in');
    expect((await signIn(browserAt(running), 'ada@school.test')).code).toBe('wrong-credentials');
    expect((await ben.ask('DELETE', `/colleagues/${ID}`)).code).toBe('unknown-colleague');
  });

  test('the races of who has signed in are kept, with what opens them', async () => {
    const ada = await admin(running);
    const { browser: ben, staff } = await invited(running, ada, 'ben@school.test');
    const races = async (browser: Browser) =>
      (await browser.ask<StaffRaces>('GET', '/races')).body.races;
    const body = { scenarios: ['handshake'], level: 'flags', options: usualOptions('flags') };
    const made = (await ben.ask<RaceMade>('POST', '/../races', body)).body;
    expect(await races(ben)).toEqual([
      { ...made, createdAt: expect.any(Number), endedAt: null, players: 0 },
    ]);
    expect(await races(ada)).toEqual([]);

    const before = (await browserAt(running).ask<RaceMade>('POST', '/../races', body)).body;
    const keep = (browser: Browser, { code, host }: Pick<RaceMade, 'code' | 'host'>) =>
      browser.ask('POST', '/races', { code, host });
    expect((await keep(ada, { code: before.code, host: made.host })).code).toBe('wrong-token');
    for (let times = 0; times < 2; times++) expect((await keep(ada, before)).status).toBe(204);
    expect((await races(ada)).map(({ code }) => code)).toEqual([before.code]);
    expect((await keep(ben, before)).code).toBe('not-the-owner');

    // Whoever is removed leaves his races to who has their links.
    await ada.ask('DELETE', `/colleagues/${staff.id}`);
    expect((await keep(ada, made)).status).toBe(204);
  });

  /** What each is answered: nobody, an instructor, an admin. */
  const ROUTES: readonly (readonly [string, string, object | undefined, string, string])[] = [
    ['GET', '/me', undefined, 'not-signed-in', ''],
    ['PUT', '/password', { current: 'not it', next: PASSWORD }, 'not-signed-in', 'wrong-password'],
    ['GET', '/sessions', undefined, 'not-signed-in', ''],
    ['DELETE', `/sessions/${ID}`, undefined, 'not-signed-in', ''],
    ['GET', '/races', undefined, 'not-signed-in', ''],
    ['POST', '/races', { code: 'ZZZZZ', host: ID + ID }, 'not-signed-in', 'unknown-race'],
    ['GET', '/colleagues', undefined, 'not-signed-in', 'admin-only'],
    ['PATCH', `/colleagues/${ID}`, { role: 'admin' }, 'not-signed-in', 'admin-only'],
    ['DELETE', `/colleagues/${ID}`, undefined, 'not-signed-in', 'admin-only'],
    ['POST', `/colleagues/${ID}/password-link`, undefined, 'not-signed-in', 'admin-only'],
    ['POST', '/invitations', { role: 'admin', note: '' }, 'not-signed-in', 'admin-only'],
    ['DELETE', `/invitations/${ID}`, undefined, 'not-signed-in', 'admin-only'],
  ];

  test('every route is for those only whom it is for', async () => {
    const ada = await admin(running);
    const { browser: ben } = await invited(running, ada, 'ben@school.test');
    for (const [method, path, body, nobody, instructor] of ROUTES) {
      const name = `${method} ${path}`;
      expect((await browserAt(running).ask(method, path, body)).code, name).toBe(nobody);
      expect((await ben.ask(method, path, body)).code ?? '', name).toBe(instructor);
      expect((await ada.ask(method, path, body)).code, name).not.toBe('admin-only');
    }
  });
});
