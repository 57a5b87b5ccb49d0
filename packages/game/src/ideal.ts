/** The shortest right play of a scenario: the ladder that the pairs of a race run on. */
import { ENDPOINTS } from '@ackade/tcp';
import { type Alarm, alarmOf } from './agenda.ts';
import { begin, fire, keepSilent, transmit } from './happening.ts';
import { maySilently, type Option, optionsOf, settle } from './owed.ts';
import type { Scenario } from './scenario.ts';
import { createWorld, type Turn, type World, withTurns } from './world.ts';

/** More moves than any scenario takes. */
const MOST = 500;

/** What wastes nothing: what may ride on a segment rides on it; undefined where silence is right. */
export function idealOption(turns: readonly Turn[]): Option | undefined {
  if (maySilently(turns)) return undefined;
  const [first, ...rest] = optionsOf(turns);
  return first && rest.reduce((a, b) => (b.settles.size > a.settles.size ? b : a), first);
}

/** The world in which nothing more can happen, after ideal play from both ends. */
export function idealPlay(scenario: Scenario): World {
  let world = begin(createWorld(scenario, scenario.iss ?? { client: 100, server: 300 }));
  for (let i = 0; i < MOST; i++) {
    const next = played(world);
    if (!next) return world;
    world = next;
  }
  throw new Error(`the ideal play of "${scenario.id}" never ends`);
}

/** The world after one move more, or one timer; null when there is none. */
function played(world: World): World | null {
  const at = ENDPOINTS.find((e) => world.ends[e].turns.length > 0);
  if (!at) {
    const alarm = ENDPOINTS.map((e) => alarmOf(world, e)).reduce(sooner);
    return alarm && fire(world, alarm);
  }
  const { turns } = world.ends[at];
  const option = idealOption(turns);
  return option
    ? transmit(settle(world, at, option), at, option.segment)
    : keepSilent(withTurns(world, at, turns.slice(1)), at);
}

const sooner = (a: Alarm | null, b: Alarm | null): Alarm | null =>
  a && (!b || a.time <= b.time) ? a : b;
