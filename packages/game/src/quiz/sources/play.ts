/** A scenario played to its end with right moves, drawn by lot: the worlds that questions are asked about. */
import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import { type Alarm, alarmOf } from '../../agenda.ts';
import { begin, fire, keepSilent, transmit } from '../../happening.ts';
import { maySilently, type Option, optionsOf, settle } from '../../owed.ts';
import type { Scenario } from '../../scenario.ts';
import type { MadeWeather } from '../../weather.ts';
import { createWorld, type World, withTurns } from '../../world.ts';
import { happeningsAt } from '../happening.ts';
import { type Moment, momentIn, variantOf } from '../moment.ts';
import type { Lots, Question } from '../question.ts';
import { skillOf } from '../skill.ts';
import { lotsOf, oneOf } from './lots.ts';

export type Play = {
  readonly scenario: Scenario;
  /** Everything that was due was sent as the core has it, one segment at a time. */
  readonly plain: boolean;
  /** All came through, in order, and nothing came that nobody had sent. */
  readonly calm: boolean;
  readonly moments: readonly Moment[];
  /** All that happens in it, by skill and variant. */
  readonly situations: ReadonlySet<string>;
  readonly last: World;
};

/** More moves than any scenario takes, whatever the weather. */
const MOST = 200;
/** Numbers that an end can begin with. */
const NUMBERS = 2 ** 32;

export function playOf(scenario: Scenario, seed: number): Play {
  const lots = lotsOf(seed);
  const plain = lots(2) === 0;
  const iss = scenario.iss ?? { client: lots(NUMBERS), server: lots(NUMBERS) };
  const weather = weatherOver(scenario, lots);
  const moments: Moment[] = [];
  let world = begin({ ...createWorld(scenario, iss), weather });
  for (let i = 0; i < MOST; i++) {
    const at = ENDPOINTS.find((e) => world.ends[e].turns.length > 0);
    const moment = at && momentIn(world, at, scenario.id);
    if (moment) moments.push(moment);
    const next = at ? answered(world, at, plain, lots) : ticked(world);
    if (!next) break;
    world = next;
  }
  const calm = weather.length === 0 && scenario.link.length === 0;
  const happened = ENDPOINTS.flatMap((at) =>
    happeningsAt(world, at).map(({ before, event }) =>
      situationOf({
        skill: skillOf(before, event, null),
        variant: variantOf(scenario.id, at, before.state, event),
      }),
    ),
  );
  const owed = moments.map(({ turn, event, due, variant }) =>
    situationOf({ skill: skillOf(turn.before, event, due), variant }),
  );
  const situations = new Set([...owed, ...happened]);
  return { scenario, plain, calm, moments, situations, last: world };
}

/** Under one name there is another situation where it exercises another skill, as after a loss. */
export const situationOf = ({ skill, variant }: Pick<Question, 'skill' | 'variant'>): string =>
  `${skill}/${variant}`;

function answered(world: World, at: Endpoint, plain: boolean, lots: Lots): World {
  const { turns } = world.ends[at];
  const silent = maySilently(turns);
  const options: (Option | null)[] = [...(silent ? [null] : []), ...optionsOf(turns)];
  const option = options[plain || silent ? 0 : lots(options.length)];
  return option
    ? transmit(settle(world, at, option), at, option.segment)
    : keepSilent(withTurns(world, at, turns.slice(1)), at);
}

function ticked(world: World): World | null {
  let first: Alarm | null = null;
  for (const at of ENDPOINTS) {
    const alarm = alarmOf(world, at);
    if (alarm && (!first || alarm.time < first.time)) first = alarm;
  }
  return first && fire(world, first);
}

/** In every fourth play of a scenario without troubles of its own one segment has some. */
function weatherOver({ link, family }: Scenario, lots: Lots): readonly MadeWeather[] {
  const bad = lots(4) === 0;
  if (!bad || link.length > 0 || !['basics', 'endings'].includes(family)) return [];
  return [
    {
      what: oneOf(['lose', 'lose', 'duplicate', 'delay', 'reorder'], lots),
      from: oneOf(ENDPOINTS, lots),
      kind: oneOf(['any', 'syn-ack', 'ack', 'data', 'fin'], lots),
      by: 'host',
    },
  ];
}
