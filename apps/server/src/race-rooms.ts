/** Who is told what in a race: the rooms of the namespace `/race`. */
import type { RaceClientToServer, RaceServerToClient } from '@ackade/contract';
import type { Namespace, Socket } from 'socket.io';
import type { RacePlace } from './race-admission.ts';

export type RaceNamespace = Namespace<
  RaceClientToServer,
  RaceServerToClient,
  Record<string, never>,
  RacePlace
>;
export type RaceSocket = Socket<
  RaceClientToServer,
  RaceServerToClient,
  Record<string, never>,
  RacePlace
>;

export const roomOf = (race: string, player: string): string => `${race}:${player}`;
export const playersOf = (race: string): string => `${race}/players`;
export const watchersOf = (race: string): string => `${race}/board`;
export const laneRoom = (match: string): string => `lane/${match}`;

/** The ids of the players who are connected, on any node. */
export async function presentIn(io: RaceNamespace, race: string): Promise<ReadonlySet<string>> {
  const sockets = await io.in(playersOf(race)).fetchSockets();
  return new Set(sockets.flatMap(({ data }) => (data.role === 'player' ? data.player : [])));
}
