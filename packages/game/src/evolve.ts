import { ENDPOINTS, type Endpoint, PSH, peerOf } from '@ackade/tcp';
import { alarmOf } from './agenda.ts';
import { clockAt } from './clock.ts';
import { begin, fire, keepSilent, transmit } from './happening.ts';
import { judge, segmentOf } from './judge.ts';
import {
  ALARM_DELAY,
  COUNTDOWN,
  type Event,
  type Match,
  type Mistake,
  type Ring,
  type Seat,
} from './match.ts';
import { settle } from './owed.ts';
import { draw } from './random.ts';
import { hinted, rewarded, unsolved } from './reward.ts';
import { scenarioById } from './scenarios/index.ts';
import { NO_RELAY } from './score.ts';
import { newSeat, withSeat } from './seat.ts';
import { createWorld, type World, withTurns } from './world.ts';

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

/** The bot goes on where somebody was. */
function replaced(match: Match, { seat: at, at: now }: EventOf<'replaced'>): Match {
  const gone = match.seats[at]?.occupant;
  const person = gone && gone !== 'bot' ? gone : null;
  const next = withSeat(match, at, {
    occupant: 'bot',
    formerly: person,
    present: true,
    awaySince: null,
    wantsRematch: true,
  });
  const tokens = person ? [...match.replaced, person.token] : match.replaced;
  return freezeOrThaw({ ...next, replaced: tokens }, now);
}

/** Whoever comes back owes the open move from now on. */
function returned(match: Match, { seat: at, at: now }: EventOf<'returned'>): Match {
  const seat = match.seats[at];
  if (!seat?.formerly) return match;
  const { formerly: person, owesSince } = seat;
  const next = withSeat(match, at, {
    occupant: person,
    formerly: null,
    owesSince: owesSince === null ? null : clockAt(match, now),
    wantsRematch: false,
  });
  const replaced = match.replaced.filter((token) => token !== person.token);
  return withAbsence({ ...next, replaced }, peerOf(at), now);
}

/** Somebody else has the seat from here on, with a tally of his own; an open move is owed from now on. */
function seated(match: Match, event: EventOf<'seated'>): Match {
  const { seat: at, at: now, occupant, pace } = event;
  const owes = match.seats[at]?.owesSince;
  const next = withSeat(match, at, {
    ...newSeat(occupant, now),
    mistakesBefore: match.mistakes.length,
    botMoved: match.seats[at]?.botMoved ?? false,
    owesSince: owes == null ? null : clockAt(match, now),
  });
  return freezeOrThaw(paced(next, { seat: at, pace }), now);
}

function paced(match: Match, { seat, pace }: Pick<EventOf<'paced'>, 'seat' | 'pace'>): Match {
  const { race } = match;
  return race ? { ...match, race: { ...race, pace: { ...race.pace, [seat]: pace } } } : match;
}

/** Who is away when the clocks run again has the whole grace before him. */
function held(match: Match, event: EventOf<'held'>): Match {
  const next = { ...match, held: event.held };
  return ENDPOINTS.reduce((m, e) => withAbsence(m, e, event.at), next);
}

/** The absence of who is away at `seat` counts from `at` on. */
const withAbsence = (match: Match, seat: Endpoint, at: number): Match =>
  match.seats[seat]?.awaySince == null ? match : withSeat(match, seat, { awaySince: at });

/** The match clock stands still exactly while a player of a running match is away, or the host holds it. */
function freezeOrThaw(match: Match, at: number): Match {
  const running = match.phase === 'countdown' || match.phase === 'playing';
  const away = ENDPOINTS.some((e) => match.seats[e]?.present === false);
  const frozen = running && (away || match.held);
  if (frozen === (match.frozenSince !== null)) return match;
  if (frozen) return { ...match, frozenSince: at };
  const stood = at - (match.frozenSince ?? at);
  return { ...match, frozenSince: null, frozenTotal: match.frozenTotal + stood };
}

/** Takes over the next world: whose turn began or ended follows, and when the next timer rings. */
function withWorld(match: Match, world: World, at: number): Match {
  const clock = clockAt(match, at);
  const ring = (e: Endpoint): Ring | null => {
    const alarm = alarmOf(world, e);
    const turning = match.rings[e];
    if (!alarm) return null;
    const same = turning?.alarm.timer === alarm.timer && turning.alarm.time === alarm.time;
    return same ? turning : { alarm, at: clock + ALARM_DELAY[alarm.timer] };
  };
  let next: Match = {
    ...match,
    world,
    rings: { client: ring('client'), server: ring('server') },
  };
  for (const e of ENDPOINTS) {
    const seat = next.seats[e];
    const [was] = match.world.ends[e].turns;
    const [is] = world.ends[e].turns;
    if (!seat) continue;
    // Of several segments that are due on one turn each has hints of its own.
    if (was?.due.length !== is?.due.length) next = withSeat(next, e, { hints: 0 });
    if (was?.id === is?.id) continue;
    const spent = seat.owesSince === null ? 0 : clock - seat.owesSince;
    next = withSeat(next, e, {
      owed: seat.owed + spent,
      owesSince: is === undefined ? null : clock,
      tries: 0,
      hints: 0,
      help: 0,
    });
  }
  return next;
}

function rightMove(match: Match, { seat: at, move, lag, at: now }: EventOf<'moved'>): Match {
  const { world, level } = match;
  const judgement = judge(world, level, at, move);
  const option = judgement && 'option' in judgement ? judgement.option : null;
  if (move.kind === 'send' && !option)
    throw new Error('the log holds a right move that is not right');
  const after = option
    ? transmit(settle(world, at, option), at, {
        ...option.segment,
        ctl: move.kind === 'send' ? option.segment.ctl | (move.ctl & PSH) : option.segment.ctl,
      })
    : keepSilent(withTurns(world, at, world.ends[at].turns.slice(1)), at);
  const open = new Set(after.ends[at].turns.map((t) => t.id));
  const closed = world.ends[at].turns.filter((t) => !open.has(t.id)).length;
  const paid = rewarded(match, at, closed, clockAt(match, now) - lag);
  const botMoved = match.seats[at]?.occupant === 'bot';
  const botPlayed = match.botPlayed || botMoved;
  return withWorld({ ...withSeat(paid, at, { botMoved }), botPlayed }, after, now);
}

function wrongMove(match: Match, { seat: at, move, verdict }: EventOf<'moved'>): Match {
  const seat = match.seats[at];
  const turn = match.world.ends[at].turns[0];
  if (!seat || !turn || verdict.right) return match;
  const mistake: Mistake = {
    at,
    move,
    verdict,
    row: turn.row,
    before: match.world.rows.length,
    time: match.world.ends[at].time,
    segment: move.kind === 'send' ? segmentOf(match.world, match.level, at, move) : null,
  };
  const tally = { ...seat.tally, mistakes: seat.tally.mistakes + 1 };
  return {
    ...withSeat(match, at, { tries: seat.tries + 1, tally }),
    mistakes: [...match.mistakes, mistake],
  };
}
