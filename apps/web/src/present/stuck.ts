/** Where the class is stuck, and on what. */
import type { Misconception, Progress } from '@ackade/game';
import type { Endpoint } from '../words/role.ts';
import { stationFor } from './crowd.ts';
import type { Waits } from './waits.ts';

export type Stuck = {
  readonly station: number;
  readonly pairs: number;
  /** The end whose turn it is with most of them; null where nobody's is. */
  readonly owing: Endpoint | null;
  /** What most of those showed who went wrong here. */
  readonly reason: { readonly code: Misconception; readonly pairs: number } | null;
};

/** Fewer than this are no crowd; nor is less than this part of all who are still on their way. */
const FEWEST = 2;
const PART = 0.25;

/** Who has been at a step for so long has it hard, though he has done nothing wrong, ms. */
const LONG = 10_000;

/**
 * The station with the most pairs that have gone wrong there, or, where hardly any has, with the most that have waited
 * long; null where no crowd has it hard. Most of a crowd must have gone wrong or have waited: who has just come proves
 * nothing. At the start all stand together and read, so that waiting means nothing there.
 */
export function stuckOf(pairs: Iterable<Progress>, rungs: number, waits: Waits): Stuck | null {
  const going = [...pairs].filter((pair) => !pair.over);
  const least = Math.max(FEWEST, PART * going.length);
  const stations = new Map<number, Progress[]>();
  for (const pair of going) {
    const station = stationFor(pair, rungs);
    stations.set(station, [...(stations.get(station) ?? []), pair]);
  }
  const hard = (here: readonly Progress[]): number =>
    here.filter((pair) => pair.stuck || (waits.get(pair.match)?.waited ?? 0) >= LONG).length;
  const crowds = [...stations]
    .filter(
      ([station, here]) =>
        hard(here) >= least && 2 * hard(here) > here.length && (station > 0 || wrong(here) > 0),
    )
    .toSorted(([a, x], [b, y]) => wrong(y) - wrong(x) || hard(y) - hard(x) || a - b);
  const [station, here] = crowds[0] ?? [];
  if (station === undefined || !here) return null;
  return { station, pairs: here.length, owing: owingIn(here), reason: reasonOf(here) };
}

/** Whether it can be said that it flows: the race runs, somebody moves, and no wrong move waits to be put right. */
export const isFlowing = (
  pairs: Iterable<Progress>,
  { paused, still }: { readonly paused: boolean; readonly still: boolean },
): boolean => !paused && !still && wrong([...pairs]) === 0;

/** How many pairs have a move to make. */
export const thinkingIn = (pairs: Iterable<Progress>): number =>
  [...pairs].filter(({ seats, over }) => !over && (seats.client.owes || seats.server.owes)).length;

const wrong = (here: readonly Progress[]): number =>
  here.filter((pair) => pair.stuck && !pair.over).length;

function owingIn(here: readonly Progress[]): Endpoint | null {
  const count = (end: Endpoint): number => here.filter(({ seats }) => seats[end].owes).length;
  const [client, server] = [count('client'), count('server')];
  if (client === server) return null;
  return client > server ? 'client' : 'server';
}

function reasonOf(here: readonly Progress[]): Stuck['reason'] {
  const counts = new Map<Misconception, number>();
  for (const { stuck } of here) if (stuck) counts.set(stuck, (counts.get(stuck) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most ? { code: most[0], pairs: most[1] } : null;
}
