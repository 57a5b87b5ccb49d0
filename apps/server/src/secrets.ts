import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { CODE_ALPHABET } from '@ackade/contract';

/** 144 random bits, URL-safe. */
export const newToken = (): string => randomBytes(18).toString('base64url');

/** The token that follows from a secret of the client's, the same each time, and another one for each purpose. */
export const tokenFrom = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(purpose).digest('base64url');

/** What is kept of a secret: enough to recognise it, not to use it. */
export const digest = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');

/** `length`: characters. */
export const newCode = (length: number): string =>
  Array.from({ length }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');

export const newSeed = (): number => randomInt(2 ** 31);
