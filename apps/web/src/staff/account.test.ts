import { PASSWORD_LENGTH } from '@ackade/contract';
import { expect, it } from 'vitest';
import { faultsIn, PASSWORD } from './account.ts';

const ACCOUNT = { name: 'Ada', email: 'ada@school.test', password: 'a three-way greeting' };

it.each([
  [{}, []],
  [{ name: ' ' }, ['name']],
  [{ email: 'ada' }, ['email']],
  [{ email: 'ada@school' }, ['email']],
  [{ email: 'ada @school.test' }, ['email']],
  [{ email: ' ada@school.test ' }, []],
  [{ password: '123456789' }, ['password']],
  [{ password: '1234567890' }, []],
  [{ password: 'x'.repeat(129) }, ['password']],
  [{ name: '', email: '', password: '' }, ['name', 'email', 'password']],
])('of an account with %j at fault are %j', (part, faults) =>
  expect(faultsIn({ ...ACCOUNT, ...part })).toEqual(faults),
);

it('asks for as long a password as the server does', () =>
  expect(PASSWORD).toEqual(PASSWORD_LENGTH));
