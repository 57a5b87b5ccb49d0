/** The live side of races: players hear what concerns them, hosts and projectors see everything, hosts command. */
import {
  RACE_CLIENT_EVENTS,
  type RaceAnswer,
  type RaceClientToServer,
  type RaceServerToClient,
  type RefusalCode,
  refusal,
} from '@ackade/contract';
import {
  BOT,
  currentRound,
  type HostCommand,
  laneOf,
  type Match,
  parseName,
  placeOf,
  playerById,
  type Race,
  type RaceEvent,
  raceViewFor,
} from '@ackade/game';
import { ENDPOINTS } from '@ackade/tcp';
import type { FastifyBaseLogger } from 'fastify';
import type { Namespace, Socket } from 'socket.io';
import { openBoards } from './boards.ts';
import type { Clock } from './clock.ts';
import { openGuard } from './guard.ts';
import { lagOf } from './lag.ts';
import { openLanes } from './lanes.ts';
import type { Matches } from './matches.ts';
import type { RaceAdmission, RacePlace } from './race-admission.ts';
import { withRoster } from './race-desk.ts';
import type { Races } from './races.ts';
import { newToken } from './secrets.ts';
import { connectError, type HandshakeFrom, type Sockets } from './sockets.ts';
import type { Change } from './streams.ts';

type RaceNamespace = Namespace<
  RaceClientToServer,
  RaceServerToClient,
  Record<string, never>,
  RacePlace
>;
type RaceSocket = Socket<RaceClientToServer, RaceServerToClient, Record<string, never>, RacePlace>;

export type RaceLiveOptions = {
  readonly sockets: Sockets;
  readonly races: Races;
  readonly matches: Matches;
  readonly admission: RaceAdmission;
  /** The address of the player, behind a balancer too. */
  readonly addressOf: (handshake: HandshakeFrom) => string;
  readonly log: FastifyBaseLogger;
  readonly clock: Clock;
  /** Whether other nodes write to the same matches. */
  readonly many: boolean;
  /** Wakes a race that somebody comes back to. */
  readonly revisit: (race: Race) => void;
};

export type RaceLive = {
  /** Tells everybody what a stored change of a race means to them. */
  publish(change: Change<Race, RaceEvent>): void;
  /** Tells who watches that a match of a race has changed. */
  matchChanged(match: Match): void;
  /** Whether anybody is connected to the race on this node. */
  inhabited(race: string): boolean;
  stop(): void;
};

const roomOf = (race: string, player: string): string => `${race}:${player}`;
const playersOf = (race: string): string => `${race}/players`;
const watchersOf = (race: string): string => `${race}/board`;
const laneRoom = (match: string): string => `lane/${match}`;

/** After these every player sees something new. */
const FOR_ALL: ReadonlySet<RaceEvent['type']> = new Set([
  'round-began',
  'round-stopped',
  'round-closed',
  'moved-on',
  'paused',
  'resumed',
  'time-added',
]);
/** And after these, once anything has been played: who stands where, and under which name. */
const FOR_STANDINGS: ReadonlySet<RaceEvent['type']> = new Set(['kicked', 'renamed']);

export function openRaceLive(options: RaceLiveOptions): RaceLive {
  const { races, matches, admission, log, clock } = options;
  const io: RaceNamespace = options.sockets.of('/race');
  const guard = openGuard(clock.now);
  const raceOf = (id: string): Race | null => races.peek(id).state;
  const matchOf = (id: string): Match | null => matches.peek(id).state;
  const known = (match: string): Promise<unknown> =>
    options.many ? matches.catchUp(match) : matches.load(match);
  const boards = openBoards(clock, {
    race: async (id) => {
      if (options.many) await races.catchUp(id);
      return (await races.load(id)).state;
    },
    match: matchOf,
    recall,
    presentIn,
    failed: (error) => log.error(error, 'a board failed'),
    emit: (race, board) => io.to(watchersOf(race)).emit('board', board),
  });
  const lanes = openLanes(clock, {
    match: matchOf,
    catchUp: matches.catchUp,
    watched: (match) => io.adapter.rooms.has(laneRoom(match)),
    failed: (error) => log.error(error, 'a lane failed'),
    emit: (lane) => io.local.to(laneRoom(lane.match)).emit('lane', lane),
  });

  io.use((socket, next) => {
    admission.admit(socket.handshake.auth, options.addressOf(socket.handshake)).then(
      (admitted) => {
        if (typeof admitted === 'string') return next(connectError(admitted));
        Object.assign(socket.data, admitted);
        next();
      },
      (error: unknown) => {
        log.error(error, 'admission to a race failed');
        next(connectError('internal'));
      },
    );
  });

  io.on('connection', (socket) => {
    const place = socket.data;
    guard.watch(socket, socket.id, RACE_CLIENT_EVENTS);
    lagOf(socket.conn, clock.now);
    const on = (
      event: keyof RaceClientToServer,
      answerTo: (payload: unknown) => Promise<RefusalCode | null>,
    ): void => {
      socket.on(event, async (payload: unknown, ack: unknown) => {
        const code = await answerTo(payload).catch((error: unknown): RefusalCode => {
          log.error(error, `"${event}" failed`);
          return 'internal';
        });
        const answer: RaceAnswer = code ? refusal(code) : { done: true };
        if (typeof ack === 'function') ack(answer);
      });
    };
    on('host', (payload) => hostCommand(socket, payload));
    on('watch', (payload) => watch(socket, payload));
    const arriving =
      place.role === 'player' ? playerArrives(socket, place) : watcherArrives(socket);
    arriving.catch((error: unknown) => {
      log.error(error, 'arriving at a race failed');
      socket.disconnect(true);
    });
    socket.on('disconnect', () => {
      if (place.role === 'player') boards.playerChanged(place.race, place.player);
    });
  });

  async function watcherArrives(socket: RaceSocket): Promise<void> {
    const { race: id } = socket.data;
    await socket.join(watchersOf(id));
    await races.catchUp(id);
    const race = raceOf(id);
    if (!race) return;
    options.revisit(race);
    await recall(id);
    const present = await presentIn(id);
    socket.emit('board', boards.whole(raceOf(id) ?? race, present));
  }

  async function recall(id: string): Promise<void> {
    const race = raceOf(id);
    const { pairs = [] } = (race && currentRound(race)) ?? {};
    await Promise.all(pairs.map(({ match }) => known(match)));
  }

  /** The newest device has the place. */
  async function playerArrives(
    socket: RaceSocket,
    { race: id, player }: Extract<RacePlace, { role: 'player' }>,
  ): Promise<void> {
    const room = roomOf(id, player);
    await socket.join([room, playersOf(id)]);
    const others = io.in(room).except(socket.id);
    others.emit('dismissed', refusal('taken-over'));
    others.disconnectSockets(true);
    await races.catchUp(id);
    if (raceOf(id)?.phase === 'round') await placeIn(id, player);
    const race = raceOf(id);
    const view = race && raceViewFor(race, player, clock.now());
    if (!race || !view) {
      // Sent away while this socket was on its way.
      const banned = race && playerById(race, player)?.membership === 'banned';
      socket.emit('dismissed', refusal(banned ? 'banned' : 'kicked'));
      socket.disconnect(true);
      return;
    }
    socket.emit('race', view);
    boards.playerChanged(id, player);
    options.revisit(race);
  }

  /** Whoever comes while a round is played may take over from the bot. */
  async function placeIn(id: string, player: string): Promise<void> {
    const race = raceOf(id);
    const { pairs = [] } = (race && currentRound(race)) ?? {};
    const free = pairs.filter(({ seats }) => ENDPOINTS.some((e) => seats[e] === BOT));
    await Promise.all(free.map(({ match }) => known(match)));
    const running = free.flatMap(({ match }) => (matchOf(match)?.phase === 'over' ? [] : match));
    const from = { author: player, commandId: newToken(), socket: null };
    await races.execute(id, { type: 'place', player, running }, from);
  }

  async function hostCommand(socket: RaceSocket, payload: unknown): Promise<RefusalCode | null> {
    const { race, role } = socket.data;
    const parsed = RACE_CLIENT_EVENTS.host.safeParse(payload);
    if (role !== 'host') {
      const address = options.addressOf(socket.handshake);
      log.warn({ race, role, address }, 'a host’s command from who is not the host');
      return 'host-only';
    }
    if (!parsed.success) return 'bad-request';
    const command = cleaned(parsed.data.command);
    if (typeof command === 'string') return command;
    const present = command.type === 'next' ? [...(await presentIn(race))] : [];
    const outcome = await races.execute(
      race,
      { type: 'host', command, present, matches: present.map(() => newToken()) },
      { author: 'host', commandId: parsed.data.commandId, socket: null },
    );
    return outcome.ok ? null : outcome.refusal;
  }

  /** The ids of the players who are connected, on any node. */
  async function presentIn(race: string): Promise<ReadonlySet<string>> {
    const sockets = await io.in(playersOf(race)).fetchSockets();
    return new Set(sockets.flatMap(({ data }) => (data.role === 'player' ? data.player : [])));
  }

  async function watch(socket: RaceSocket, payload: unknown): Promise<RefusalCode | null> {
    const { race: id, role } = socket.data;
    const parsed = RACE_CLIENT_EVENTS.watch.safeParse(payload);
    if (role === 'player') return 'host-only';
    if (!parsed.success) return 'bad-request';
    for (const room of socket.rooms) if (room.startsWith(laneRoom(''))) await socket.leave(room);
    const { match } = parsed.data;
    if (match === null) return null;
    if (!raceOf(id)?.rounds.some(({ pairs }) => pairs.some((p) => p.match === match)))
      return 'not-now';
    await known(match);
    const state = matchOf(match);
    if (!state) return 'not-now';
    await socket.join(laneRoom(match));
    socket.emit('lane', laneOf(state));
    if (options.many) lanes.follow(match);
    return null;
  }

  function tellPlayer(race: Race, player: string): void {
    const view = raceViewFor(race, player, clock.now());
    if (view) io.to(roomOf(race.id, player)).emit('race', view);
  }

  function sendAway(
    { id, phase }: Race,
    { player, ban }: Extract<RaceEvent, { type: 'kicked' }>,
  ): void {
    const room = io.in(roomOf(id, player));
    room.emit('dismissed', refusal(ban ? 'banned' : 'kicked'));
    room.disconnectSockets(true);
    boards.playerGone(id, player);
    if (phase === 'round') fillPlaces(id).catch((error: unknown) => log.error(error, 'placing'));
  }

  /** Whoever waits for the next round may have the place that has become free. */
  async function fillPlaces(id: string): Promise<void> {
    for (const player of await presentIn(id)) {
      const race = raceOf(id);
      if (race && placeOf(race, player) === null) await placeIn(id, player);
    }
  }

  return {
    publish({ id, after: race, events }) {
      const restanding = race.rounds.length > 0 && events.some((e) => FOR_STANDINGS.has(e.type));
      if (restanding || events.some((e) => FOR_ALL.has(e.type)))
        for (const { id: player, membership } of race.players)
          if (membership === 'in') tellPlayer(race, player);
      let head = false;
      for (const event of events) {
        if (event.type === 'joined') boards.playerChanged(id, event.newcomer.id);
        else if (event.type === 'kicked') sendAway(race, event);
        else if (event.type === 'renamed' || event.type === 'paced') {
          tellPlayer(race, event.player);
          boards.playerChanged(id, event.player);
        } else if (event.type === 'placed') {
          tellPlayer(race, event.player);
          boards.pairChanged(id, event.place.match);
        } else head = true;
        if (event.type === 'round-began' || event.type === 'round-closed')
          boards.changed(id, { whole: true });
      }
      if (restanding) boards.changed(id, { whole: true });
      if (head || race.planned.length > 0) boards.changed(id, { head: true });
    },
    matchChanged({ id, race }) {
      if (!race) return;
      boards.pairChanged(race.id, id);
      lanes.changed(id);
    },
    inhabited: (race) =>
      io.adapter.rooms.has(playersOf(race)) || io.adapter.rooms.has(watchersOf(race)),
    stop() {
      boards.stop();
      lanes.stop();
    },
  };
}

/** The command with the names in it as they will be kept, or why it cannot be done. */
function cleaned(command: HostCommand): HostCommand | RefusalCode {
  if (command.type === 'rename') {
    const parsed = parseName(command.name);
    return parsed.ok ? { ...command, name: parsed.name } : parsed.error;
  }
  if (command.type === 'options') {
    const options = withRoster(command.options);
    return options ? { ...command, options } : 'bad-request';
  }
  return command;
}
