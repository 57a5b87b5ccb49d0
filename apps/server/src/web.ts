/** The built web client: immutable assets, and one page for every address that is not a file. */
import { MatchCode, RaceCode, refusal } from '@ackade/contract';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { renderSVG } from 'uqr';

/** Octets; a name in the DNS has no more. */
const LONGEST_HOST = 260;
/** From here a link would lead others to their own computer. */
const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);
const YEAR = 365 * 24 * 60 * 60;

export type WebOptions = {
  /** Folder of the built client. */
  readonly root: string;
  readonly urls: () => readonly string[];
};

export async function web(app: FastifyInstance, { root, urls }: WebOptions): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = /[\\/]assets[\\/]/.test(path);
      reply.header('cache-control', hashed ? `public, max-age=${YEAR}, immutable` : 'no-cache');
    },
  });

  for (const [page, schema] of [
    ['m', MatchCode],
    ['r', RaceCode],
  ] as const)
    app.get<{ Params: { code: string } }>(
      `/${page}/:code/qr.svg`,
      { schema: { hide: true } },
      (request, reply) => {
        const code = schema.safeParse(request.params.code);
        // A Host that long is no address anybody could scan.
        if (!code.success || request.host.length > LONGEST_HOST)
          return reply.code(404).send(refusal('not-found'));
        const here = LOCAL.has(request.hostname) ? urls()[0] : undefined;
        const link = `${here ?? `${request.protocol}://${request.host}`}/${page}/${code.data}`;
        return reply
          .type('image/svg+xml')
          .header('cache-control', 'no-cache')
          .send(renderSVG(link, { border: 2 }));
      },
    );

  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !request.url.startsWith('/api/');
    const wantsPage = page && (request.headers.accept ?? '').includes('text/html');
    return wantsPage ? reply.sendFile('index.html') : reply.code(404).send(refusal('not-found'));
  });
}
