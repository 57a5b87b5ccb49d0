/** Who is told what in a race: the rooms of the namespace `/race`. */
import type { RaceClientToServer, RaceServerToClient } from '@ackade/contract';
import type { Progress } from '@ackade/game';
import type { Namespace, Socket } from 'socket.io';
import type { RacePlace } from './race-admission.ts';

/** What the nodes tell each other. */
type BetweenNodes = { readonly pairs: (race: string, pairs: readonly Progress[]) => void };
export type RaceNamespace = Namespace<
  RaceClientToServer,
  RaceServerToClient,
  BetweenNodes,
  RacePlace
>;
export type RaceSocket = Socket<RaceClientToServer, RaceServerToClient, BetweenNodes, RacePlace>;

export const roomOf = (race: string, player: string): string => `${race}:${player}`;
export const playersOf = (race: string): string => `${race}/players`;
export const watchersOf = (race: string): string => `${race}/board`;
/** The projectors among them. */
export const screensOf = (race: string): string => `${race}/screens`;
export const laneRoom = (match: string): string => `lane/${match}`;

/** The ids of the players who are connected, on any node. */
export async function presentIn(io: RaceNamespace, race: string): Promise<ReadonlySet<string>> {
  const sockets = await io.in(playersOf(race)).fetchSockets();
  return new Set(sockets.flatMap(({ data }) => (data.role === 'player' ? data.player : [])));
}
