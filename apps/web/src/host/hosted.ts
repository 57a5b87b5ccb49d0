/** The races that were hosted on this device, so that a teacher finds them again. */
import { codesOf, dropCode, keepCode } from '../code-list.ts';
import { keptSecrets } from './host-secrets.ts';

const KEY = 'hosted';

/** Codes, the latest first. */
export const hostedRaces = (): readonly string[] =>
  codesOf(KEY).filter((code) => keptSecrets(code) !== null);

export const markHosted = (code: string): void => keepCode(KEY, code);
export const forgetHosted = (code: string): void => dropCode(KEY, code);
