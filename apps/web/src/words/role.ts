import type { View } from '@ackade/game';
import { m } from '../messages/words.ts';

export type Endpoint = View['you'];

export const peerOf = (e: Endpoint): Endpoint => (e === 'client' ? 'server' : 'client');

/** "client", as it stands inside a sentence. */
export const roleWords = (e: Endpoint): string =>
  e === 'client' ? m.row_client() : m.row_server();
