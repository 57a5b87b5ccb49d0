/** Who sits at the ends, who is away, and when the match clock stands still for that. */
import { ENDPOINTS, type Endpoint, peerOf } from '@ackade/tcp';
import { clockAt } from './clock.ts';
import type { Event, Match } from './match.ts';
import { newSeat, withSeat } from './seat.ts';

type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;

/** The bot goes on where somebody was. */
export function replaced(match: Match, { seat: at, at: now }: EventOf<'replaced'>): Match {
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
export function returned(match: Match, { seat: at, at: now }: EventOf<'returned'>): Match {
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
export function seated(match: Match, event: EventOf<'seated'>): Match {
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

export function paced(
  match: Match,
  { seat, pace }: Pick<EventOf<'paced'>, 'seat' | 'pace'>,
): Match {
  const { race } = match;
  return race ? { ...match, race: { ...race, pace: { ...race.pace, [seat]: pace } } } : match;
}

/** Who is away when the clocks run again has the whole grace before him. */
export function held(match: Match, event: EventOf<'held'>): Match {
  const next = { ...match, held: event.held };
  return ENDPOINTS.reduce((m, e) => withAbsence(m, e, event.at), next);
}

/** The absence of who is away at `seat` counts from `at` on. */
export const withAbsence = (match: Match, seat: Endpoint, at: number): Match =>
  match.seats[seat]?.awaySince == null ? match : withSeat(match, seat, { awaySince: at });

/** The match clock stands still exactly while a player of a running match is away, or the host holds it. */
export function freezeOrThaw(match: Match, at: number): Match {
  const running = match.phase === 'countdown' || match.phase === 'playing';
  const away = ENDPOINTS.some((e) => match.seats[e]?.present === false);
  const frozen = running && (away || match.held);
  if (frozen === (match.frozenSince !== null)) return match;
  if (frozen) return { ...match, frozenSince: at };
  const stood = at - (match.frozenSince ?? at);
  return { ...match, frozenSince: null, frozenTotal: match.frozenTotal + stood };
}
