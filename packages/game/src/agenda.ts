/**
 * When what happens next may happen. The connection has a time of its own, in milliseconds, which stands still at
 * an end while its player owes a move, so thinking never makes a timer expire. Each end has its own clock: nobody
 * waits for the other without need. What is to happen at an end happens as soon as nothing that the other may
 * still send can come before it (`horizon`): so whatever crosses in the network crosses, however fast or slow the
 * players are.
 */
import { ENDPOINTS, type Endpoint, FLIGHT, peerOf, TIMEOUTS, type Timeout } from '@ackade/tcp';
import type { End, World } from './world.ts';

export type Alarm = { readonly at: Endpoint; readonly timer: Timeout; readonly time: number };

/** The timer of `at` that expires first, whatever may still stop it. */
export const timerOf = (world: World, at: Endpoint): Alarm | null => firstTimer(world.ends[at], at);

/** The same once nothing can stop it any more. */
export function alarmOf(world: World, at: Endpoint): Alarm | null {
  const alarm = timerOf(world, at);
  if (!alarm || world.ends[at].turns.length > 0) return null;
  const next = nextEvent(world, at);
  const first = next === null || alarm.time < next.time;
  return first && alarm.time < horizon(world, at) ? alarm : null;
}

function firstTimer({ timers }: End, at: Endpoint): Alarm | null {
  let first: Alarm | null = null;
  for (const timer of TIMEOUTS) {
    const time = timers[timer];
    if (time !== null && (first === null || time < first.time)) first = { at, timer, time };
  }
  return first;
}

/** Nothing will ever happen again. */
export const isOver = (world: World): boolean =>
  ENDPOINTS.every((e) => {
    const end = world.ends[e];
    return end.turns.length === 0 && nextEvent(world, e) === null && firstTimer(end, e) === null;
  });

/** What happens at an end by itself: a segment comes, or the application makes a call. */
export type Coming =
  | { readonly kind: 'flight'; readonly time: number; readonly index: number }
  | { readonly kind: 'call'; readonly time: number };

/** The next of it at `at`; a segment before a call of the same moment. */
export function nextEvent({ ends, flights }: World, at: Endpoint): Coming | null {
  let next: Coming | null = null;
  for (const [index, flight] of flights.entries())
    if (flight.at === at && (next === null || flight.time < next.time))
      next = { kind: 'flight', time: flight.time, index };
  const { callAt } = ends[at];
  return callAt !== null && (next === null || callAt < next.time)
    ? { kind: 'call', time: callAt }
    : next;
}

/** The earliest time at which `at` may do something: now if it owes a move. */
function earliest(world: World, at: Endpoint): number {
  const end = world.ends[at];
  if (end.turns.length > 0) return end.time;
  const next = nextEvent(world, at)?.time ?? Number.POSITIVE_INFINITY;
  return Math.min(next, firstTimer(end, at)?.time ?? Number.POSITIVE_INFINITY);
}

/** The earliest time at which something that is not yet on its way may come to `at`. */
const horizon = (world: World, at: Endpoint): number =>
  Math.min(earliest(world, peerOf(at)), earliest(world, at) + FLIGHT) + FLIGHT;

/**
 * Whether the next event at `at` may happen. What comes at the moment of an open turn may join it, so of two
 * segments sent at once the second is answered with the first or after it, as its sender is quick or slow; all else
 * waits until its player owes nothing.
 */
export function isReady(world: World, at: Endpoint): boolean {
  const next = nextEvent(world, at);
  if (!next) return false;
  const end = world.ends[at];
  if (end.turns.length > 0 && next.time > end.time) return false;
  const timer = firstTimer(end, at);
  if (timer && timer.time < next.time) return false;
  // Of two segments that come at one moment the one sent first is first; a call waits for both.
  const limit = horizon(world, at);
  return next.kind === 'flight' ? next.time <= limit : next.time < limit;
}
