/** The races that were hosted on this device, so that a teacher finds them again. */
import { device } from '../storage.ts';
import { keptSecrets } from './host-secrets.ts';

const KEY = 'hosted';
const REMEMBERED = 8;

/** Codes, the latest first. */
export const hostedRaces = (): readonly string[] =>
  (device.get(KEY) ?? '').split(' ').filter((code) => code !== '' && keptSecrets(code) !== null);

export const markHosted = (code: string): void =>
  device.set(
    KEY,
    [code, ...hostedRaces().filter((known) => known !== code)].slice(0, REMEMBERED).join(' '),
  );
