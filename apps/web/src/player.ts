import { newId } from './random.ts';
import { device } from './storage.ts';

let made: string | null = null;

/** By what the server finds this browser's earlier matches; made on first use, told to nobody else. */
export function playerToken(): string {
  made ??= device.get('player');
  if (!made) {
    made = newId();
    device.set('player', made);
  }
  return made;
}

/** The name that was used last. */
export const rememberedName = (): string => device.get('name') ?? '';
export const rememberName = (name: string): void => device.set('name', name);

/** Whether this browser may have matches to look back on. */
export const hasPlayed = (): boolean => device.get('player') !== null;
