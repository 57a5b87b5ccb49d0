/** What hosts and projectors ask of a race. */
import { RACE_CLIENT_EVENTS, type RefusalCode } from '@ackade/contract';
import { laneOf, type Race } from '@ackade/game';
import type { FastifyBaseLogger } from 'fastify';
import type { Lanes } from './lanes.ts';
import type { ReadMatch } from './match-reader.ts';
import { cleaned } from './race-names.ts';
import { laneRoom, presentIn, type RaceNamespace, type RaceSocket } from './race-rooms.ts';
import type { Races } from './races.ts';
import { newToken } from './secrets.ts';
import type { HandshakeFrom } from './sockets.ts';

export type RaceRequestsOptions = {
  readonly io: RaceNamespace;
  readonly races: Races;
  readonly lanes: Lanes;
  readonly read: ReadMatch;
  readonly addressOf: (handshake: HandshakeFrom) => string;
  readonly log: FastifyBaseLogger;
  /** Whether other nodes write to the same matches. */
  readonly many: boolean;
};

/** Does what `payload` asks for, or says why not. */
type Request = (socket: RaceSocket, payload: unknown) => Promise<RefusalCode | null>;

export type RaceRequests = {
  readonly host: Request;
  readonly watch: Request;
};

export function openRaceRequests(options: RaceRequestsOptions): RaceRequests {
  const { io, races, lanes, read, addressOf, log, many } = options;
  /** What each socket wanted to watch last. */
  const wishes = new WeakMap<RaceSocket, { readonly match: string | null }>();
  return {
    async host(socket, payload) {
      const { race, role } = socket.data;
      if (role !== 'host') {
        const address = addressOf(socket.handshake);
        log.warn({ race, role, address }, 'a host’s command from who is not the host');
        return 'host-only';
      }
      const parsed = RACE_CLIENT_EVENTS.host.safeParse(payload);
      if (!parsed.success) return 'bad-request';
      const command = cleaned(parsed.data.command);
      if (typeof command === 'string') return command;
      const present = command.type === 'next' ? [...(await presentIn(io, race))] : [];
      const outcome = await races.execute(
        race,
        { type: 'host', command, present, matches: present.map(() => newToken()) },
        { author: 'host', commandId: parsed.data.commandId, socket: null },
      );
      return outcome.ok ? null : outcome.refusal;
    },

    async watch(socket, payload) {
      const { race: id, role } = socket.data;
      const parsed = RACE_CLIENT_EVENTS.watch.safeParse(payload);
      if (role === 'player') return 'host-only';
      if (!parsed.success) return 'bad-request';
      const { match } = parsed.data;
      const wish = { match };
      wishes.set(socket, wish);
      await stopWatching(socket);
      if (match === null) return null;
      const allowed = (): boolean => mayWatch(races.peek(id).state, role, match);
      // Another node may have stored what the board says already.
      if (many) await races.catchUp(id);
      if (!allowed()) return 'not-now';
      const state = await read(match);
      // Whoever has changed his mind meanwhile sees what he wanted last.
      if (wishes.get(socket) !== wish) return null;
      if (!state || state === 'unreadable' || !allowed()) return 'not-now';
      await socket.join(laneRoom(match));
      socket.emit('lane', laneOf(state));
      if (many) lanes.follow(match);
      return null;
    },
  };
}

async function stopWatching(socket: RaceSocket): Promise<void> {
  for (const room of socket.rooms) if (room.startsWith(laneRoom(''))) await socket.leave(room);
}

/** On a projector a match that is played shows its solution to the class: only the host puts it there. */
function mayWatch(race: Race | null, role: 'host' | 'screen', match: string): boolean {
  if (!race?.rounds.some(({ pairs }) => pairs.some((p) => p.match === match))) return false;
  return role === 'host' || race.phase !== 'round' || race.spotlight === match;
}
