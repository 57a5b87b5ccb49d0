/** Finished matches as films, and as files to take elsewhere. */
import { CaptureQuery, REFUSALS, Refusal, Replay, ReplayParams, refusal } from '@ackade/contract';
import { captureOf, type Replay as Film, replayOf, textLadder } from '@ackade/game';
import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Matches } from './matches.ts';

/** What is over does not change; the page that reads it may, with the next version of the server. */
const CACHED = 'private, max-age=3600, immutable';
const PCAPNG = 'application/vnd.tcpdump.pcap';

const Octets = z.custom<Uint8Array>().meta({ type: 'string', format: 'binary' });

/** The film that goes by the name `id`; null if there is no such match or it is still played. */
async function filmOf(matches: Matches, id: string): Promise<Film | null> {
  const known = (await matches.load(id)).state;
  if (!known) return null;
  // Another node may have seen it end.
  if (known.phase !== 'over') await matches.catchUp(id);
  const { state } = matches.peek(id);
  return state && replayOf(state);
}

export async function replays(
  app: FastifyInstance,
  { matches }: { readonly matches: Matches },
): Promise<void> {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const tags = ['replays'];
  const refusals = { '4xx': Refusal, '5xx': Refusal };

  routes.get(
    '/:replay',
    {
      schema: {
        summary: 'A finished match, step by step, with the TCBs of both ends',
        tags,
        params: ReplayParams,
        response: { 200: Replay, ...refusals },
      },
    },
    async (request, reply) => {
      const film = await filmOf(matches, request.params.replay);
      return film ? asFile(reply, film, 'json').send(film) : unknown(reply);
    },
  );

  routes.get(
    '/:replay/capture.pcapng',
    {
      schema: {
        summary: 'Its segments as pcapng, as either end saw them',
        tags,
        produces: [PCAPNG],
        params: ReplayParams,
        querystring: CaptureQuery,
        response: { 200: Octets, ...refusals },
      },
    },
    async (request, reply) => {
      const film = await filmOf(matches, request.params.replay);
      if (!film) return unknown(reply);
      const pieces = captureOf(film, { mistakes: request.query.mistakes === 'in' });
      return asFile(reply, film, 'pcapng').type(PCAPNG).send(Buffer.concat(pieces));
    },
  );

  routes.get(
    '/:replay/ladder.txt',
    {
      schema: {
        summary: 'Its ladder as plain text',
        tags,
        produces: ['text/plain'],
        params: ReplayParams,
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const film = await filmOf(matches, request.params.replay);
      if (!film) return unknown(reply);
      return asFile(reply, film, 'txt').type('text/plain; charset=utf-8').send(textLadder(film));
    },
  );
}

const asFile = (reply: FastifyReply, { scenario }: Film, ending: string): FastifyReply =>
  reply
    .header('cache-control', CACHED)
    .header('content-disposition', `inline; filename="ackade-${scenario}.${ending}"`);

const unknown = (reply: FastifyReply): FastifyReply =>
  reply.code(REFUSALS['unknown-replay'][0]).send(refusal('unknown-replay'));
