/** The ways back into the races of this browser. */
import type { Problem } from '../api.ts';
import { codesOf, dropCode, keepCode } from '../code-list.ts';
import { forgetHosted, hostedRaces } from '../host/hosted.ts';
import { forgetJoined, joinedRaces } from '../race/joined.ts';

export type Way = { readonly as: 'host' | 'player'; readonly code: string };

/** Races that were seen to be over. */
const KEY = 'ended';
/** More would push the page out of sight. */
const OFFERED = 3;

export const hrefOf = ({ as, code }: Way): string =>
  as === 'host' ? `/host/${code}` : `/r/${code}`;

const ways = (): readonly Way[] => [
  ...hostedRaces().map((code) => ({ as: 'host', code }) as const),
  ...joinedRaces().map((code) => ({ as: 'player', code }) as const),
];

const isOver = (code: string): boolean => codesOf(KEY).includes(code);

/** Into those that may be running still. */
export const waysBack = (): readonly Way[] =>
  ways()
    .filter(({ code }) => !isOver(code))
    .slice(0, OFFERED);

/** To the results of those that are over. */
export const waysToResults = (): readonly Way[] => ways().filter(({ code }) => isOver(code));

export const markOver = (code: string): void => keepCode(KEY, code);

/** The server knows no such race any more. */
export function forget(code: string): void {
  forgetHosted(code);
  forgetJoined(code);
  dropCode(KEY, code);
}

export type Standing = 'running' | 'over' | 'gone';

/** What is known of a race after asking for it; without an answer it may well be running. */
export function standingOf(phase: string | Problem): Standing {
  if (phase === 'unknown-race') return 'gone';
  return phase === 'over' ? 'over' : 'running';
}
