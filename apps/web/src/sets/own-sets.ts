/** The sets that this browser may change. Their secrets are kept nowhere else, so none is ever dropped for another. */
import { device } from '../storage.ts';

export type OwnSet = { readonly code: string; readonly token: string; readonly title: string };

const KEY = 'sets';

/** The latest first. */
export function ownSets(): readonly OwnSet[] {
  try {
    const kept: unknown = JSON.parse(device.get(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOwnSet) : [];
  } catch {
    return [];
  }
}

const isOwnSet = (value: Partial<OwnSet> | null): value is OwnSet =>
  typeof value?.code === 'string' &&
  typeof value.token === 'string' &&
  typeof value.title === 'string';

export const ownSet = (code: string): OwnSet | undefined =>
  ownSets().find((set) => set.code === code);

/** False where the browser keeps nothing. */
export function keepSet(set: OwnSet): boolean {
  store([set, ...ownSets().filter(({ code }) => code !== set.code)]);
  return ownSet(set.code)?.token === set.token;
}

export const dropSet = (dropped: string): void =>
  store(ownSets().filter(({ code }) => code !== dropped));

const store = (sets: readonly OwnSet[]): void => device.set(KEY, JSON.stringify(sets));

/** The link that opens a set for changing on another device. No server sees what follows the `#`. */
export const ownerLink = (origin: string, { code, token }: OwnSet): string =>
  `${origin}/sets/${code}#${token}`;
