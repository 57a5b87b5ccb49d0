import { expect, test } from 'vitest';
import type { StaffAuth } from './staff-auth.ts';
import { openStaffDesk, type StaffDeskOptions } from './staff-desk.ts';

const ADA = { id: 'ada', name: 'Ada', email: 'ada@school.test', role: 'admin' } as const;
const RIGHT = 'a three-way greeting';
const auth: Partial<StaffAuth> = {
  signIn: async (email, password) =>
    email === ADA.email && password === RIGHT ? { value: ADA, cookies: [] } : null,
};

test('an account is guessed at twenty times, and then once a minute', async () => {
  let now = 0;
  const desk = openStaffDesk({ auth, now: () => now } as StaffDeskOptions);
  const signIn = async (email: string, password: string) => {
    const signed = await desk.signIn({ email, password }, {});
    return typeof signed === 'string' ? signed : signed.value.name;
  };
  for (let n = 0; n < 100; n++) expect(await signIn(ADA.email, RIGHT)).toBe('Ada');
  for (let n = 0; n < 20; n++) expect(await signIn(ADA.email, `${n}`)).toBe('wrong-credentials');
  expect(await signIn(ADA.email, 'x')).toBe('too-many-requests');
  expect(await signIn(ADA.email, RIGHT)).toBe('too-many-requests');
  // Others are not kept waiting.
  expect(await signIn('bo@school.test', 'x')).toBe('wrong-credentials');
  now += 60_000;
  expect(await signIn(ADA.email, RIGHT)).toBe('Ada');
  expect(await signIn(ADA.email, 'x')).toBe('wrong-credentials');
  expect(await signIn(ADA.email, 'y')).toBe('too-many-requests');
});
