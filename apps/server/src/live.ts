/** The live side: a socket is a seat. Commands come in, views go out, presence follows the sockets. */
import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http';
import {
  type Answer,
  CLIENT_EVENTS,
  type ClientToServer,
  type RefusalCode,
  refusal,
  type ServerToClient,
} from '@ackade/contract';
import type { Command, Event, Match, Verdict } from '@ackade/game';
import { ENDPOINTS, type Endpoint, peerOf } from '@ackade/tcp';
import type { FastifyBaseLogger } from 'fastify';
import { Server, type Socket } from 'socket.io';
import { type Admission, type Seat, tokenAt } from './admission.ts';
import { openGuard } from './guard.ts';
import type { Listener, Matches, Outcome } from './matches.ts';
import { newToken } from './secrets.ts';
import { snapshotOf, updateOf } from './update.ts';

/** A transport frame beyond this ends the connection, octets; `guard` answers what lies between. */
const FRAME_LIMIT = 64 * 1024;

type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, Seat>;
type Handshake = { readonly address: string; readonly headers: IncomingHttpHeaders };
type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Seat>;

export type LiveOptions = {
  readonly http: HttpServer;
  readonly matches: Matches;
  readonly admission: Admission;
  /** The address of the player, behind a balancer too. */
  readonly addressOf: (handshake: Handshake) => string;
  readonly log: FastifyBaseLogger;
  readonly now: () => number;
  /** Mends what a crash may have left undone in a match that somebody comes back to. */
  readonly revisit: (match: Match) => Promise<unknown>;
  /** Carries rooms over several nodes. */
  readonly adapter?: Parameters<LiveServer['adapter']>[0];
};

export type Live = {
  /** Sends the seats what a stored change means to them, but for the socket that is acknowledged. */
  publish: Listener;
  /** Whether anybody is connected to the match on this node. */
  inhabited(id: string): boolean;
  close(): Promise<void>;
};

const roomOf = ({ id, endpoint }: Pick<Seat, 'id' | 'endpoint'>): string => `${id}:${endpoint}`;

export function openLive(options: LiveOptions): Live {
  const { matches, admission, log, now } = options;
  const io: LiveServer = new Server(options.http, {
    maxHttpBufferSize: FRAME_LIMIT,
    serveClient: false,
    perMessageDeflate: false,
    pingInterval: 10_000,
    pingTimeout: 8000,
    ...(options.adapter ? { adapter: options.adapter } : {}),
  });
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
    guard.watch(socket, roomOf(seat));
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
    on('move', CLIENT_EVENTS.move, ({ move }) => ({ type: 'move', seat: seat.endpoint, move }));
    on('call-bot', CLIENT_EVENTS['call-bot'], () => ({ type: 'call-bot', seat: seat.endpoint }));
    on('hint', CLIENT_EVENTS.hint, () => ({ type: 'hint', seat: seat.endpoint }));
    on('weather', CLIENT_EVENTS.weather, ({ weather }) => ({
      type: 'weather',
      seat: seat.endpoint,
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

  function doneFor(outcome: Extract<Outcome, { ok: true }>, seat: Endpoint): Answer {
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
    await socket.join(room);
    const others = (await io.in(room).fetchSockets()).filter((s) => s.id !== socket.id);
    if (others.length > 0) {
      io.in(room).except(socket.id).emit('dismissed', refusal('taken-over'));
      io.in(room).except(socket.id).disconnectSockets(true);
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
    const { match, version } = matches.peek(id);
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

  return {
    publish({ id, before, after, version, from }) {
      for (const endpoint of ENDPOINTS) {
        const room = io.to(roomOf({ id, endpoint }));
        const others = from.socket === null ? room : room.except(from.socket);
        others.emit('update', updateOf(before, after, version, endpoint, now()));
      }
    },
    inhabited: (id) =>
      ENDPOINTS.some((endpoint) => io.sockets.adapter.rooms.has(roomOf({ id, endpoint }))),
    close: () => io.close(),
  };
}

type Schema<P> = {
  safeParse(value: unknown): { success: true; data: P } | { success: false };
};

const verdictIn = (events: readonly Event[], seat: Endpoint): Verdict | null => {
  const moved = events.find((e) => e.type === 'moved' && e.seat === seat);
  return moved?.type === 'moved' ? moved.verdict : null;
};

/** Socket.IO hands `data` of a middleware error to the client's `connect_error`. */
const connectError = (code: RefusalCode): Error =>
  Object.assign(new Error(code), { data: refusal(code) });
