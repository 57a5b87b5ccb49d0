/** What lets this browser show a race: the token in the address, or what the host's own browser keeps. */
import { keptSecrets } from '../host/host-secrets.ts';
import { device } from '../storage.ts';

/** Takes the token out of the address, where everybody in the room could read it. */
export function screenToken(code: string): string | null {
  const key = `screen.${code}`;
  const given = location.hash.slice(1);
  if (!given) return device.get(key) ?? keptSecrets(code)?.screen ?? null;
  device.set(key, given);
  history.replaceState(history.state, '', location.pathname + location.search);
  return given;
}
