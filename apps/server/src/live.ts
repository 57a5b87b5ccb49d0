/** The live side: a socket is a seat. Commands come in, views go out, presence follows the sockets. */
import {
  type Answer,
  CLIENT_EVENTS,
  type ClientToServer,
  refusal,
  type ServerToClient,
} from '@ackade/contract';
import type { Command, Event, Match, Verdict } from '@ackade/game';
import { ENDPOINTS, type Endpoint, peerOf } from '@ackade/tcp';
import type { FastifyBaseLogger } from 'fastify';
import type { Namespace, Socket } from 'socket.io';
import { type Admission, type Seat, tokenAt } from './admission.ts';
import { openGuard } from './guard.ts';
import { lagOf } from './lag.ts';
import type { Matches } from './matches.ts';
import { newToken } from './secrets.ts';
import { connectError, type HandshakeFrom, type Sockets } from './sockets.ts';
import type { Change, Outcome } from './streams.ts';
import { snapshotOf, updateOf } from './update.ts';

type LiveNamespace = Namespace<ClientToServer, ServerToClient, Record<string, never>, Seat>;
type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Seat>;

export type LiveOptions = {
  readonly sockets: Sockets;
  readonly matches: Matches;
  readonly admission: Admission;
  /** The address of the player, behind a balancer too. */
  readonly addressOf: (handshake: HandshakeFrom) => string;
  readonly log: FastifyBaseLogger;
  readonly now: () => number;
  /** Mends what a crash may have left undone in a match that somebody comes back to. */
  readonly revisit: (match: Match) => Promise<unknown>;
};

export type Live = {
  /** Sends the seats what a stored change means to them, but for the socket that is acknowledged. */
  publish(change: Change<Match, Event>): void;
  /** Whether anybody is connected to the match on this node. */
  inhabited(id: string): boolean;
};

const roomOf = ({ id, endpoint }: Pick<Seat, 'id' | 'endpoint'>): string => `${id}:${endpoint}`;
/** Only those in the seat who came with this token. */
const holdersOf = (seat: Pick<Seat, 'id' | 'endpoint' | 'token'>): string =>
  `${roomOf(seat)}:${seat.token}`;

export function openLive(options: LiveOptions): Live {
  const { matches, admission, log, now } = options;
  const io: LiveNamespace = options.sockets.of('/');
  const guard = openGuard(now);

  io.use((socket, next) => {
    admission.admit(socket.handshake.auth, options.addressOf(socket.handshake)).then(
      (admitted) => {
        if (typeof admitted === 'string') return next(connectError(admitted));
        Object.assign(socket.data, admitted);
        next();
      },
      (error: unknown) => {
        log.error(error, 'admission failed');
        next(connectError('internal'));
      },
    );
  });

  io.on('connection', (socket) => {
    const seat = socket.data;
    guard.watch(socket, roomOf(seat), CLIENT_EVENTS);
    const lag = lagOf(socket.conn, now);
    // Commands that a client kept while it was away come at once; the snapshot goes first.
    const ready = arrived(socket, seat);
    const on = <P extends { commandId: string }>(
      event: keyof ClientToServer,
      schema: Schema<P>,
      commandOf: (payload: P) => Command,
    ): void => {
      socket.on(event, async (payload: unknown, ack: unknown) => {
        const answer = await ready
          .then(() => answerTo(socket, schema, payload, commandOf))
          .catch((error: unknown) => {
            log.error(error, 'command failed');
            return refusal('internal');
          });
        if (typeof ack === 'function') ack(answer);
      });
    };
    on('move', CLIENT_EVENTS.move, ({ move }) => ({
      type: 'move',
      seat: seat.endpoint,
      move,
      lag: lag(),
    }));
    on('call-bot', CLIENT_EVENTS['call-bot'], () => ({ type: 'call-bot', seat: seat.endpoint }));
    on('hint', CLIENT_EVENTS.hint, () => ({ type: 'hint', seat: seat.endpoint }));
    on('weather', CLIENT_EVENTS.weather, ({ weather }) => ({
      type: 'weather',
      by: seat.endpoint,
      weather,
    }));
    on('rematch', CLIENT_EVENTS.rematch, () => ({ type: 'rematch', seat: seat.endpoint }));
    socket.on('disconnect', () => {
      // In this order, or a socket that comes and goes at once would be recorded as there for good.
      ready
        .catch(() => {})
        .then(() => left(seat))
        .catch((error: unknown) => log.error(error, 'leaving failed'));
    });
    ready.catch((error: unknown) => {
      log.error(error, 'arriving failed');
      socket.disconnect(true);
    });
  });

  /** Parses and executes one command. */
  async function answerTo<P extends { commandId: string }>(
    { id: socket, data: { id, endpoint } }: LiveSocket,
    schema: Schema<P>,
    payload: unknown,
    commandOf: (payload: P) => Command,
  ): Promise<Answer> {
    const parsed = schema.safeParse(payload);
    if (!parsed.success) return refusal('bad-request');
    const from = { author: endpoint, commandId: parsed.data.commandId, socket };
    const outcome = await matches.execute(id, commandOf(parsed.data), from);
    return outcome.ok ? doneFor(outcome, endpoint) : refusal(outcome.refusal);
  }

  function doneFor(outcome: Accepted, seat: Endpoint): Answer {
    const { before, after, version, events, repeated } = outcome;
    const update = repeated
      ? snapshotOf(after, version, seat, now())
      : updateOf(before, after, version, seat, now());
    return { update, verdict: verdictIn(events, seat) };
  }

  /** The newest socket has the seat. Who is really connected is told to the match, whatever it recorded. */
  async function arrived(socket: LiveSocket, seat: Seat): Promise<void> {
    const { id, endpoint } = seat;
    const room = roomOf(seat);
    await socket.join([room, holdersOf(seat)]);
    const others = (await io.in(room).fetchSockets()).filter((s) => s.id !== socket.id);
    if (others.length > 0) {
      // By their own names: another node may hear of it only when the seat has changed hands again.
      const dismissed = io.in(others.map((s) => s.id));
      dismissed.emit('dismissed', refusal('taken-over'));
      dismissed.disconnectSockets(true);
    }
    const partner = peerOf(endpoint);
    const partners = await io.in(roomOf({ id, endpoint: partner })).fetchSockets();
    const absent: Endpoint[] = [
      ...(others.length === 0 ? [endpoint] : []),
      ...(partners.length === 0 ? [partner] : []),
    ];
    const from = { author: endpoint, commandId: newToken(), socket: socket.id };
    await matches.execute(id, { type: 'connect', seat: endpoint, absent }, from);
    await matches.catchUp(id);
    // The room's updates reach this socket already: between looking and sending nothing may happen, or
    // the snapshot would be older than an update that came before it.
    const { state: match, version } = matches.peek(id);
    if (!match) return;
    if (tokenAt(match, endpoint) === seat.token) {
      socket.emit('update', snapshotOf(match, version, endpoint, now()));
      await options.revisit(match);
      return;
    }
    // The bot was called while this socket was on its way.
    socket.emit('dismissed', refusal('seat-replaced'));
    socket.disconnect(true);
  }

  async function left(seat: Seat): Promise<void> {
    const others = await io.in(roomOf(seat)).fetchSockets();
    if (others.length > 0) return;
    const from = { author: seat.endpoint, commandId: newToken(), socket: null };
    await matches.execute(seat.id, { type: 'disconnect', seat: seat.endpoint }, from);
  }

  /**
   * Whoever had the seat has it no longer; the rest of his connection is the race's. Over several nodes it takes a
   * moment, in which the one to whom the seat belongs now may already have come.
   */
  function vacate(match: Match, endpoint: Endpoint): void {
    const seat = { id: match.id, endpoint };
    const token = tokenAt(match, endpoint);
    const everybody = io.in(roomOf(seat));
    const others = token === null ? everybody : everybody.except(holdersOf({ ...seat, token }));
    others.emit('dismissed', refusal('seat-replaced'));
    others.disconnectSockets();
  }

  return {
    publish({ id, before, after, version, events, from }) {
      for (const event of events) if (event.type === 'seated') vacate(after, event.seat);
      for (const endpoint of ENDPOINTS) {
        const room = io.to(roomOf({ id, endpoint }));
        const others = from.socket === null ? room : room.except(from.socket);
        others.emit('update', updateOf(before, after, version, endpoint, now()));
      }
    },
    inhabited: (id) => ENDPOINTS.some((endpoint) => io.adapter.rooms.has(roomOf({ id, endpoint }))),
  };
}

type Accepted = Extract<Outcome<Match, Event>, { ok: true }>;

type Schema<P> = {
  safeParse(value: unknown): { success: true; data: P } | { success: false };
};

const verdictIn = (events: readonly Event[], seat: Endpoint): Verdict | null => {
  const moved = events.find((e) => e.type === 'moved' && e.seat === seat);
  return moved?.type === 'moved' ? moved.verdict : null;
};
