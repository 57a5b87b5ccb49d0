import { ENDPOINTS, type Endpoint, peerOf } from '@ackade/tcp';
import { alarmOf } from './agenda.ts';
import { clockAt } from './clock.ts';
import { rightMove, withWorld, wrongMove } from './evolve-moves.ts';
import {
  freezeOrThaw,
  held,
  paced,
  replaced,
  returned,
  seated,
  withAbsence,
} from './evolve-seats.ts';
import { begin, fire } from './happening.ts';
import { COUNTDOWN, type Event, type Match, type Seat } from './match.ts';
import { draw } from './random.ts';
import { hinted, unsolved } from './reward.ts';
import { scenarioById } from './scenarios/index.ts';
import { NO_RELAY } from './score.ts';
import { newSeat, withSeat } from './seat.ts';
import { createWorld } from './world.ts';

const NO_RINGS: Match['rings'] = { client: null, server: null };

type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;

/** The state after `event`. Events come from `decide` and are not checked again. */
export function evolve(match: Match | null, event: Event): Match {
  if (event.type === 'created') return created(event);
  if (!match) throw new Error(`a match begins with "created", not "${event.type}"`);
  return { ...changed(match, event), at: event.at };
}

function changed(match: Match, event: Exclude<Event, { type: 'created' }>): Match {
  switch (event.type) {
    case 'joined':
      return withSeat(match, event.seat, newSeat(event.person, event.at));
    case 'connected':
      return freezeOrThaw(
        withAbsence(
          withSeat(match, event.seat, { present: true, awaySince: null }),
          peerOf(event.seat),
          event.at,
        ),
        event.at,
      );
    case 'disconnected':
      return freezeOrThaw(
        withSeat(match, event.seat, { present: false, awaySince: event.noticed }),
        event.at,
      );
    case 'counted-down':
      return freezeOrThaw(
        { ...match, phase: 'countdown', startsAt: clockAt(match, event.at) + COUNTDOWN },
        event.at,
      );
    case 'began':
      return withWorld(
        { ...match, phase: 'playing', startedAt: event.at },
        begin(match.world),
        event.at,
      );
    case 'moved':
      return event.verdict.right ? rightMove(match, event) : wrongMove(match, event);
    case 'expired': {
      const alarm = alarmOf(match.world, event.seat);
      return alarm ? withWorld(match, fire(match.world, alarm), event.at) : match;
    }
    case 'hinted':
      return hinted(match, event.seat);
    case 'weather-made':
      return {
        ...match,
        weather: { ...match.weather, [event.by]: match.weather[event.by] + 1 },
        world: {
          ...match.world,
          weather: [...match.world.weather, { ...event.weather, by: event.by }],
        },
      };
    case 'replaced':
      return replaced(match, event);
    case 'returned':
      return returned(match, event);
    case 'seated':
      return seated(match, event);
    case 'renamed': {
      const { seat, name } = event;
      const { occupant = 'bot', formerly = null } = match.seats[seat] ?? {};
      if (occupant !== 'bot') return withSeat(match, seat, { occupant: { ...occupant, name } });
      return formerly ? withSeat(match, seat, { formerly: { ...formerly, name } }) : match;
    }
    case 'paced':
      return paced(match, event);
    case 'held':
      return freezeOrThaw(held(match, event), event.at);
    case 'ended':
      // The clock thaws here, at its last reading: whoever comes back later changes no result.
      return freezeOrThaw(
        {
          ...ENDPOINTS.reduce(unsolved, match),
          phase: 'over',
          endedAt: event.at,
          outcome: event.outcome,
          rings: NO_RINGS,
        },
        event.at,
      );
    case 'rematch-wanted':
      return withSeat(match, event.seat, { wantsRematch: true });
    case 'rematch-agreed':
      return { ...match, next: event.next };
  }
}

function created(event: EventOf<'created'>): Match {
  const scenario = scenarioById(event.scenario);
  if (!scenario) throw new Error(`unknown scenario "${event.scenario}"`);
  const seat = (e: Endpoint): Seat | null => {
    const occupant = event.seats[e];
    return occupant ? newSeat(occupant, event.at) : null;
  };
  return {
    id: event.id,
    code: event.code,
    mode: event.mode,
    level: event.level,
    seed: event.seed,
    race: event.race,
    phase: 'waiting',
    seats: { client: seat('client'), server: seat('server') },
    world: createWorld(scenario, scenario.iss ?? initialNumbers(event.seed)),
    mistakes: [],
    weather: { client: 0, server: 0, host: 0 },
    replaced: [],
    relay: NO_RELAY,
    botPlayed: false,
    startsAt: 0,
    rings: NO_RINGS,
    held: false,
    frozenSince: null,
    frozenTotal: 0,
    createdAt: event.at,
    startedAt: null,
    endedAt: null,
    outcome: null,
    at: event.at,
    next: null,
  };
}

/**
 * Both ends' initial sequence numbers: different every match, since 0 and "the same as yours" are
 * what beginners expect, but short, since they will be read aloud across a classroom.
 */
const initialNumbers = (seed: number): Record<Endpoint, number> => ({
  client: 1000 * (1 + draw(seed, 1, 9)),
  server: 100 * (1 + draw(seed, 2, 9)),
});
