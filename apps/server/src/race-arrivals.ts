/** Who comes to a race, and what he finds there. */
import { refusal } from '@ackade/contract';
import { BOT, currentRound, placeOf, playerById, type Race, raceViewFor } from '@ackade/game';
import { ENDPOINTS } from '@ackade/tcp';
import type { Boards } from './boards.ts';
import type { ReadMatch } from './match-reader.ts';
import type { RacePlace } from './race-admission.ts';
import {
  playersOf,
  presentIn,
  type RaceNamespace,
  type RaceSocket,
  roomOf,
  screensOf,
  watchersOf,
} from './race-rooms.ts';
import type { Races } from './races.ts';
import { newToken } from './secrets.ts';

export type ArrivalsOptions = {
  readonly io: RaceNamespace;
  readonly races: Races;
  readonly read: ReadMatch;
  readonly boards: Boards;
  readonly now: () => number;
  /** Wakes a race that somebody comes back to. */
  readonly revisit: (race: Race) => void;
  /** A match of the race should be there and is not. */
  readonly neglected: (race: string) => void;
};

export type Arrivals = {
  arrive(socket: RaceSocket): Promise<void>;
  /** Whoever waits for the next round may have the place that has become free. */
  fillPlaces(race: string): Promise<void>;
};

export function openArrivals(options: ArrivalsOptions): Arrivals {
  const { io, races, read, boards, now, revisit, neglected } = options;
  const raceOf = (id: string): Race | null => races.peek(id).state;

  async function watcherArrives(socket: RaceSocket): Promise<void> {
    const { race: id, role } = socket.data;
    await socket.join(role === 'screen' ? [watchersOf(id), screensOf(id)] : watchersOf(id));
    await races.catchUp(id);
    const race = raceOf(id);
    if (!race) return;
    revisit(race);
    const { pairs = [] } = currentRound(race) ?? {};
    await Promise.all(pairs.map(({ match }) => read(match)));
    const present = await presentIn(io, id);
    socket.emit('board', boards.whole(raceOf(id) ?? race, present));
  }

  /** The newest device has the place. */
  async function playerArrives(
    socket: RaceSocket,
    { race: id, player }: Extract<RacePlace, { role: 'player' }>,
  ): Promise<void> {
    const room = roomOf(id, player);
    await socket.join([room, playersOf(id)]);
    const others = (await io.in(room).fetchSockets()).filter((s) => s.id !== socket.id);
    if (others.length > 0) {
      // By their own names: another node may hear of it only when he is back once more.
      const dismissed = io.in(others.map((s) => s.id));
      dismissed.emit('dismissed', refusal('taken-over'));
      dismissed.disconnectSockets(true);
    }
    await races.catchUp(id);
    await placeIn(id, player);
    const race = raceOf(id);
    const view = race && raceViewFor(race, player, now());
    if (!race || !view) {
      // Sent away while this socket was on its way.
      const banned = race && playerById(race, player)?.membership === 'banned';
      socket.emit('dismissed', refusal(banned ? 'banned' : 'kicked'));
      socket.disconnect(true);
      return;
    }
    socket.emit('race', view);
    boards.playerChanged(id, player);
    revisit(race);
    if (view.match === null) return;
    if (!(await read(view.match.match))) neglected(id);
  }

  /** Whoever comes while a round is played, and has no place in it, may take over from the bot. */
  async function placeIn(id: string, player: string): Promise<void> {
    const race = raceOf(id);
    if (race?.phase !== 'round' || placeOf(race, player) !== null) return;
    const { pairs = [] } = currentRound(race) ?? {};
    const free = pairs.filter(({ seats }) => ENDPOINTS.some((e) => seats[e] === BOT));
    const known = await Promise.all(free.map(({ match }) => read(match)));
    const running = free.flatMap(({ match }, i) => (isOpen(known[i]) ? match : []));
    if (running.length === 0) return;
    const from = { author: player, commandId: newToken(), socket: null };
    await races.execute(id, { type: 'place', player, running }, from);
  }

  return {
    arrive(socket) {
      const place = socket.data;
      return place.role === 'player' ? playerArrives(socket, place) : watcherArrives(socket);
    },
    async fillPlaces(id) {
      for (const player of await presentIn(io, id)) await placeIn(id, player);
    },
  };
}

/** One that is still to be made is to be played, too. */
const isOpen = (match: Awaited<ReturnType<ReadMatch>> | undefined): boolean =>
  match !== 'unreadable' && match?.phase !== 'over';
