/** The one Socket.IO server; matches, races and the network check are its namespaces. */
import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http';
import { type RefusalCode, refusal } from '@ackade/contract';
import { type DefaultEventsMap, Server } from 'socket.io';
import { CLASS_LIST_LIMIT } from './guard.ts';

/** A transport frame beyond this ends the connection, octets; `guard` answers what lies between. */
const FRAME_LIMIT = CLASS_LIST_LIMIT + 64 * 1024;

// biome-ignore lint/suspicious/noExplicitAny: every namespace has events and data of its own
export type Sockets = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, any>;

/** Of the peer: behind a balancer that is not the player's. */
export type HandshakeFrom = { readonly address: string; readonly headers: IncomingHttpHeaders };

/** `adapter` carries rooms over several nodes. */
export const openSockets = (
  http: HttpServer,
  adapter?: Parameters<Sockets['adapter']>[0],
): Sockets =>
  new Server(http, {
    maxHttpBufferSize: FRAME_LIMIT,
    serveClient: false,
    perMessageDeflate: false,
    pingInterval: 10_000,
    pingTimeout: 8000,
    ...(adapter ? { adapter } : {}),
  });

/** Socket.IO hands `data` of a middleware error to the client's `connect_error`. */
export const connectError = (code: RefusalCode): Error =>
  Object.assign(new Error(code), { data: refusal(code) });
