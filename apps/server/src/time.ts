/** What time it is here, for a client that compares its own clock. */
import { Refusal, ServerTime } from '@ackade/contract';
import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyInstance } from 'fastify';

export async function time(
  app: FastifyInstance,
  { now }: { readonly now: () => number },
): Promise<void> {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/time',
    {
      schema: {
        summary: "The server's clock",
        tags: ['check'],
        response: { 200: ServerTime, '4xx': Refusal, '5xx': Refusal },
      },
    },
    async (_, reply) => reply.header('cache-control', 'no-store').send({ now: Math.round(now()) }),
  );
}
