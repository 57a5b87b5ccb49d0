import type { createAdapter } from '@socket.io/redis-streams-adapter';
import type { FastifyBaseLogger } from 'fastify';

export type FanOut = { readonly adapter: ReturnType<typeof createAdapter>; close(): Promise<void> };

/**
 * Socket.IO's fan-out among several nodes. Redis carries nothing else: what it loses, clients get again
 * with their next snapshot.
 */
export async function fanOut(url: string, log: FastifyBaseLogger): Promise<FanOut> {
  // Loading them takes a third of a second, which nobody without Redis should wait for.
  const { createClient } = await import('redis');
  const { createAdapter } = await import('@socket.io/redis-streams-adapter');
  const client = createClient({ url });
  client.on('error', (error: unknown) => log.warn(error, 'redis'));
  await client.connect();
  // Streams belong to one of the databases of Redis, channels to all: their name has to tell them apart.
  const channelPrefix = `ackade${new URL(url).pathname}`;
  return {
    adapter: createAdapter(client, { channelPrefix }),
    close: async () => {
      client.destroy();
    },
  };
}
