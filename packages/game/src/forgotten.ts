/** Takes players out of the logs of what they have played with others, who keep what they have. */
import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import type { Event, Occupant } from './match.ts';
import type { RaceEvent } from './race/race-event.ts';

/** What is left of a name. */
export const NAMELESS = '—';

type Player = { readonly name: string; readonly player: string | null };

/** `players`: the digests by which the server knows them. Events come in the order of the log, all of them. */
export function forgetInMatch(
  events: readonly Event[],
  players: ReadonlySet<string>,
): readonly Event[] {
  const forgotten = new Set<Endpoint>();
  const sits = (seat: Endpoint, occupant: Occupant | null): Occupant | null => {
    const is = occupant && occupant !== 'bot' && isAmong(players, occupant);
    // The bot keeps the seat warm, and is renamed with whose it is.
    if (is) forgotten.add(seat);
    else if (occupant !== 'bot') forgotten.delete(seat);
    return is ? nameless(occupant) : occupant;
  };
  return events.map((event): Event => {
    switch (event.type) {
      case 'created': {
        const [client, server] = ENDPOINTS.map((at) => sits(at, event.seats[at]));
        return { ...event, seats: { client: client ?? null, server: server ?? null } };
      }
      case 'joined':
        return isAmong(players, event.person)
          ? { ...event, person: sits(event.seat, event.person) as typeof event.person }
          : event;
      case 'seated':
        return { ...event, occupant: sits(event.seat, event.occupant) ?? event.occupant };
      case 'renamed':
        return forgotten.has(event.seat) ? { ...event, name: NAMELESS } : event;
      default:
        return event;
    }
  });
}

/** The same in a race. A list of names that its host has brought stays his. */
export function forgetInRace(
  events: readonly RaceEvent[],
  players: ReadonlySet<string>,
): readonly RaceEvent[] {
  const forgotten = new Set<string>();
  return events.map((event): RaceEvent => {
    if (event.type === 'joined' && isAmong(players, event.newcomer)) {
      forgotten.add(event.newcomer.id);
      return { ...event, newcomer: nameless(event.newcomer) };
    }
    return event.type === 'renamed' && forgotten.has(event.player)
      ? { ...event, name: NAMELESS }
      : event;
  });
}

const isAmong = (players: ReadonlySet<string>, { player }: Player): boolean =>
  player !== null && players.has(player);

const nameless = <P extends Player>(player: P): P => ({ ...player, name: NAMELESS, player: null });
