import type { View } from '@ackade/game';
import { m } from '../messages/play.ts';

type Endpoint = View['you'];

/** "Client", as a label. */
export const bareRole = (role: Endpoint): string =>
  role === 'client' ? m.play_client() : m.play_server();

export const botName = (): string => m.play_bot();

/** One person sits at both ends: two people never have the same name. */
export function playsBoth({ seats: { client, server } }: View): boolean {
  return client !== null && client.name === server?.name && !client.bot && !server.bot;
}

/** The names at both ends, for the reader at `you`. */
export function namesOf(view: View): Record<Endpoint, string> {
  const name = (e: Endpoint): string => {
    const seat = view.seats[e];
    if (playsBoth(view)) return bareRole(e);
    if (!seat?.bot) return seat?.name ?? '';
    return seat.name ? m.play_taken({ name: seat.name }) : botName();
  };
  return { client: name('client'), server: name('server') };
}

export const farOf = (view: View): Endpoint => (view.you === 'client' ? 'server' : 'client');
