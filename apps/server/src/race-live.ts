/** The live side of races: players hear what concerns them, hosts and projectors see everything, hosts command. */
import {
  RACE_CLIENT_EVENTS,
  type RaceAnswer,
  type RaceClientToServer,
  type RefusalCode,
  refusal,
} from '@ackade/contract';
import type { Match, Race, RaceEvent } from '@ackade/game';
import type { FastifyBaseLogger } from 'fastify';
import type { FindAskable } from './askable.ts';
import { openBoards } from './boards.ts';
import type { Clock } from './clock.ts';
import { CLASS_LIST_LIMIT, openGuard } from './guard.ts';
import { lagOf } from './lag.ts';
import { openLanes } from './lanes.ts';
import type { ReadMatch } from './match-reader.ts';
import type { Matches } from './matches.ts';
import type { OwnQuestions } from './own-questions.ts';
import type { RaceAdmission } from './race-admission.ts';
import { openArrivals } from './race-arrivals.ts';
import { openRaceNews } from './race-news.ts';
import { openRaceQuizzes } from './race-quizzes.ts';
import { openRaceRequests } from './race-requests.ts';
import { laneRoom, playersOf, presentIn, type RaceNamespace, watchersOf } from './race-rooms.ts';
import type { Races } from './races.ts';
import { connectError, type HandshakeFrom, type Sockets } from './sockets.ts';
import type { Change } from './streams.ts';

export type RaceLiveOptions = {
  readonly sockets: Sockets;
  readonly races: Races;
  readonly matches: Matches;
  readonly read: ReadMatch;
  readonly admission: RaceAdmission;
  /** What the host may ask. */
  readonly find: FindAskable;
  readonly own: OwnQuestions;
  /** The address of the player, behind a balancer too. */
  readonly addressOf: (handshake: HandshakeFrom) => string;
  readonly log: FastifyBaseLogger;
  readonly clock: Clock;
  /** Whether other nodes write to the same matches. */
  readonly many: boolean;
  /** Wakes a race that somebody comes back to. */
  readonly revisit: (race: Race) => void;
  /** A match of the race should be there and is not. */
  readonly neglected: (race: string) => void;
};

export type RaceLive = {
  /** Tells everybody what a stored change of a race means to them. */
  publish(change: Change<Race, RaceEvent>): void;
  /** Tells who watches that a match of a race has changed. */
  matchChanged(match: Match): void;
  /** Whether anybody is connected to the race on this node. */
  inhabited(race: string): boolean;
  /** Whether anybody is connected to it on any node. */
  inhabitedAnywhere(race: string): Promise<boolean>;
  /** Drops from memory what was told of races in which nobody on this node is. */
  forget(): void;
  stop(): void;
};

export function openRaceLive(options: RaceLiveOptions): RaceLive {
  const { races, matches, read, admission, addressOf, log, clock, many } = options;
  const io: RaceNamespace = options.sockets.of('/race');
  const guard = openGuard(clock.now);
  const boards = openBoards(clock, {
    race: async (id) => {
      if (many) await races.catchUp(id);
      return (await races.load(id)).state;
    },
    match: (id) => matches.peek(id).state,
    recall: (ids) => Promise.all(ids.map(read)),
    presentIn: (id) => presentIn(io, id),
    failed: (error) => log.error(error, 'a board failed'),
    emit: (race, board) => io.to(watchersOf(race)).emit('board', board),
    share: (race, pairs) => {
      if (many) io.serverSideEmit('pairs', race, pairs);
    },
  });
  io.on('pairs', boards.heard);
  const lanes = openLanes(clock, {
    match: (id) => matches.peek(id).state,
    catchUp: matches.catchUp,
    watched: (match) => io.adapter.rooms.has(laneRoom(match)),
    failed: (error) => log.error(error, 'a lane failed'),
    emit: (lane) => io.local.to(laneRoom(lane.match)).emit('lane', lane),
  });
  const arrivals = openArrivals({
    io,
    races,
    boards,
    read,
    now: clock.now,
    revisit: options.revisit,
    neglected: options.neglected,
  });
  const requests = openRaceRequests({ io, races, lanes, read, addressOf, log, many });
  const quizzes = openRaceQuizzes({
    io,
    races,
    find: options.find,
    own: options.own,
    now: clock.now,
    log,
    many,
  });
  const tellNews = openRaceNews({
    io,
    boards,
    now: clock.now,
    fillPlaces: (id) => {
      arrivals.fillPlaces(id).catch((error: unknown) => log.error(error, 'placing'));
    },
  });

  io.use((socket, next) => {
    const { auth } = socket.handshake;
    const address = addressOf(socket.handshake);
    admission.admit(auth, address).then(
      (admitted) => {
        if (admitted === 'wrong-token')
          log.warn({ code: auth['code'], address }, 'a wrong token at a race');
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
    const limits = place.role === 'host' ? { host: CLASS_LIST_LIMIT } : {};
    guard.watch(socket, socket.id, RACE_CLIENT_EVENTS, limits);
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
    on('host', (payload) => requests.host(socket, payload));
    on('watch', (payload) => requests.watch(socket, payload));
    on('ask', (payload) => quizzes.ask(socket, payload));
    on('answer', (payload) => quizzes.answer(socket, payload));
    const arrival = arrivals.arrive(socket).then(() => quizzes.arrive(socket));
    arrival.catch((error: unknown) => {
      log.error(error, 'arriving at a race failed');
      socket.disconnect(true);
    });
    socket.on('disconnect', () => {
      if (place.role !== 'player') return;
      boards.playerChanged(place.race, place.player);
      quizzes.left(place.race);
    });
  });

  const inhabited = (race: string): boolean =>
    io.adapter.rooms.has(playersOf(race)) || io.adapter.rooms.has(watchersOf(race));

  return {
    publish(change) {
      tellNews(change);
      quizzes.tell(change);
    },
    matchChanged({ id, race }) {
      if (!race) return;
      boards.pairChanged(race.id, id);
      lanes.changed(id);
    },
    inhabited,
    inhabitedAnywhere: async (race) =>
      (await io.in([playersOf(race), watchersOf(race)]).fetchSockets()).length > 0,
    forget: () => boards.forget(inhabited),
    stop() {
      boards.stop();
      lanes.stop();
    },
  };
}
