import type { PASSWORD_LENGTH } from '@ackade/contract';

/** The contract's, whose schemas stay out of the page. */
export const PASSWORD: typeof PASSWORD_LENGTH = { least: 10, most: 128 };

export const isPassword = ({ length }: string): boolean =>
  length >= PASSWORD.least && length <= PASSWORD.most;

const CHECKS = {
  name: (text: string): boolean => text.trim() !== '',
  email: (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim()),
  password: isPassword,
} as const;

type Account = Readonly<Record<keyof typeof CHECKS, string>>;

/** Which fields are not as an account needs them, in the order of the form. */
export const faultsIn = (account: Account): readonly (keyof Account)[] =>
  (['name', 'email', 'password'] as const).filter((field) => !CHECKS[field](account[field]));
