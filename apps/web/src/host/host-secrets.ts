/** What opens the controls of a race and its projector: kept by the browser, handed on in a link. */
import { device } from '../storage.ts';

export type HostSecrets = {
  readonly host: string;
  /** Null where only the host's own secret was handed on. */
  readonly screen: string | null;
};

const keyOf = (code: string): string => `host.${code}`;
const PART = '.';

/** The part of a link that no server sees. */
export const fragmentOf = ({ host, screen }: HostSecrets): string =>
  `#${[host, screen].filter(Boolean).join(PART)}`;

export function secretsIn(fragment: string): HostSecrets | null {
  const [host, screen] = fragment.replace(/^#/, '').split(PART);
  return host ? { host, screen: screen || null } : null;
}

/** The secrets that this browser keeps for a race. */
export function keptSecrets(code: string): HostSecrets | null {
  try {
    const kept = JSON.parse(device.get(keyOf(code)) ?? 'null') as Partial<HostSecrets> | null;
    return kept?.host ? { host: kept.host, screen: kept.screen ?? null } : null;
  } catch {
    return null;
  }
}

/** False where the browser keeps nothing. */
export function keepSecrets(code: string, { host, screen }: HostSecrets): boolean {
  const known = keptSecrets(code);
  const kept = screen ?? (known?.host === host ? known.screen : null);
  device.set(keyOf(code), JSON.stringify({ host, screen: kept }));
  return keptSecrets(code)?.host === host;
}
