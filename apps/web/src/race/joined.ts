/** The races that were joined on this device, so that a player finds back. */
import { codesOf, dropCode, keepCode } from '../code-list.ts';

const KEY = 'joined';

/** Codes, the latest first. */
export const joinedRaces = (): readonly string[] => codesOf(KEY);

export const markJoined = (code: string): void => keepCode(KEY, code);
export const forgetJoined = (code: string): void => dropCode(KEY, code);
