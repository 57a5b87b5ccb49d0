/** The namespace `/check`: for trying what a network lets through, without a seat. */
import { type CheckToServer, Echo, refusal } from '@ackade/contract';
import type { Socket } from 'socket.io';
import type { Clock } from './clock.ts';
import { rateLimit } from './rate.ts';
import { connectError, type HandshakeFrom, type Sockets } from './sockets.ts';

/** A check takes two connections; a whole school behind one address may check at once. */
const PER_ADDRESS = { burst: 600, perSecond: 20 };
/** Of one connection. */
const ECHOES = { burst: 20, perSecond: 2 };
/** The longest test holds its connection for a minute, ms. */
const LIFETIME = 90_000;
/** An echo is far smaller; octets, or UTF-16 units of text. */
const FRAME_LIMIT = 1024;

export type CheckOptions = {
  /** The address of the client, behind a balancer too. */
  readonly addressOf: (handshake: HandshakeFrom) => string;
  readonly clock: Clock;
};

/** A connection that has been in this namespace is for nothing else: it ends with it. */
export function openCheck(sockets: Sockets, { addressOf, clock }: CheckOptions): void {
  const addresses = rateLimit(PER_ADDRESS.burst, PER_ADDRESS.perSecond, clock.now);
  const check = sockets.of('/check');

  check.use((socket, next) => {
    const welcome = addresses.take(addressOf(socket.handshake));
    next(welcome ? undefined : connectError('too-many-requests'));
  });

  check.on('connection', (socket: Socket<CheckToServer>) => {
    const echoes = rateLimit(ECHOES.burst, ECHOES.perSecond, clock.now);
    socket.on('echo', (payload: unknown, ack: unknown) => {
      if (typeof ack !== 'function') return;
      const echo = Echo.safeParse(payload);
      if (!echo.success) ack(refusal('bad-request'));
      else ack(echoes.take(socket.id) ? echo.data : refusal('too-many-requests'));
    });
    socket.conn.on('packet', ({ data }: { data?: { length: number } }) => {
      if (data && data.length > FRAME_LIMIT) socket.conn.close();
    });
    const callOff = clock.after(LIFETIME, () => socket.conn.close());
    socket.on('disconnect', () => {
      callOff();
      socket.conn.close();
    });
  });
}
