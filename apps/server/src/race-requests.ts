/** What hosts and projectors ask of a race. */
import { RACE_CLIENT_EVENTS, type RefusalCode } from '@ackade/contract';
import { laneOf } from '@ackade/game';
import type { FastifyBaseLogger } from 'fastify';
import type { Lanes } from './lanes.ts';
import type { Matches } from './matches.ts';
import { cleaned } from './race-names.ts';
import { laneRoom, presentIn, type RaceNamespace, type RaceSocket } from './race-rooms.ts';
import type { Races } from './races.ts';
import { newToken } from './secrets.ts';
import type { HandshakeFrom } from './sockets.ts';

export type RaceRequestsOptions = {
  readonly io: RaceNamespace;
  readonly races: Races;
  readonly matches: Matches;
  readonly lanes: Lanes;
  /** Takes a match into memory as the log has it. */
  readonly known: (match: string) => Promise<unknown>;
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
  const { io, races, matches, lanes, known, addressOf, log, many } = options;
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
      for (const room of socket.rooms) if (room.startsWith(laneRoom(''))) await socket.leave(room);
      const { match } = parsed.data;
      if (match === null) return null;
      const race = races.peek(id).state;
      if (!race?.rounds.some(({ pairs }) => pairs.some((p) => p.match === match))) return 'not-now';
      await known(match);
      const { state } = matches.peek(match);
      if (!state) return 'not-now';
      await socket.join(laneRoom(match));
      socket.emit('lane', laneOf(state));
      if (many) lanes.follow(match);
      return null;
    },
  };
}
