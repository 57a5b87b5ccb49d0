import { type RefusalCode, refusal } from '@ackade/contract';
import type { DefaultEventsMap, Socket } from 'socket.io';
import { rateLimit } from './rate.ts';

/** What one message may weigh, octets of JSON. */
export const MESSAGE_LIMIT = 16 * 1024;
/** And one with the longest class list, of names of 200 characters of three octets each, and a little more. */
export const CLASS_LIST_LIMIT = 320 * 1024;

/** More than fingers can do. */
const PER_PLACE = { burst: 30, perSecond: 10 };

// biome-ignore lint/suspicious/noExplicitAny: the guard stands in front of every event map and any data
type AnySocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, any>;

export type Guard = {
  /**
   * Refuses what is too large, too frequent for `place`, or none of `events`, before any handler sees it. `limits`:
   * octets, of the events that may weigh more than others.
   */
  watch(
    socket: AnySocket,
    place: string,
    events: object,
    limits?: Readonly<Record<string, number>>,
  ): void;
};

export function openGuard(now: () => number): Guard {
  const rate = rateLimit(PER_PLACE.burst, PER_PLACE.perSecond, now);
  return {
    watch(socket, place, events, limits = {}) {
      const size = sizeOf(socket.conn);
      socket.use(([event, ...args], next) => {
        const code: RefusalCode | null =
          size() > (limits[event] ?? MESSAGE_LIMIT)
            ? 'too-large'
            : !rate.take(place)
              ? 'too-many-requests'
              : Object.hasOwn(events, event)
                ? null
                : 'bad-request';
        if (!code) return next();
        const ack: unknown = args.at(-1);
        if (typeof ack === 'function') ack(refusal(code));
      });
    },
  };
}

/** The octets of the message that a connection brought last; one connection has many sockets in its time. */
function sizeOf(conn: AnySocket['conn']): () => number {
  const known = SIZES.get(conn);
  if (known) return known;
  let size = 0;
  conn.on('packet', ({ data }: { data?: unknown }) => {
    size = typeof data === 'string' ? Buffer.byteLength(data) : 0;
  });
  const read = (): number => size;
  SIZES.set(conn, read);
  return read;
}

const SIZES = new WeakMap<AnySocket['conn'], () => number>();
