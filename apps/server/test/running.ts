import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CreateMatch, SeatTaken } from '@ackade/contract';
import { type App, createApp } from '../src/app.ts';
import { type Config, parseConfig } from '../src/config.ts';
import { type Database, openDatabase } from '../src/database.ts';
import { fastClock } from './fast-clock.ts';

/** A whole server on a free port, with a database of its own and a clock that runs 50 times as fast. */
export type Running = {
  readonly url: string;
  readonly app: App;
  readonly database: Database;
  readonly config: Config;
  post(path: string, body: unknown): Promise<Response>;
  create(request?: Partial<CreateMatch>): Promise<SeatTaken>;
  join(code: string, name?: string, player?: string): Promise<SeatTaken>;
  stop(): Promise<void>;
  /** As if the process had been killed: connections break, and nothing more is read or written. */
  kill(): Promise<void>;
};

export async function startServer(
  env: Record<string, string> = {},
  clock = fastClock(50),
): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'ackade-'));
  const parsed = parseConfig({ DATA_DIR: folder, LOG_LEVEL: 'fatal', PORT: '0', ...env });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const { config } = parsed;
  const database = await openDatabase(config);
  const life = { over: false };
  const app = await createApp({
    config,
    database: { ...database, client: mortal(database.client, life) },
    urls: () => [],
    clock,
  });
  const connections = new Set<Socket>();
  app.server.server.on('connection', (socket) => connections.add(socket));
  await app.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const seat = async (response: Response): Promise<SeatTaken> => {
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as SeatTaken;
  };

  return {
    url,
    app,
    database,
    config,
    post,
    create: async (request = {}) =>
      seat(
        await post('/api/matches', {
          scenario: 'handshake',
          level: 'flags',
          mode: 'duo',
          seat: 'client',
          name: 'Ada',
          ...request,
        }),
      ),
    join: async (code, name = 'Bo', player) =>
      seat(await post(`/api/matches/${code}/seats`, { name, ...(player ? { player } : {}) })),
    async stop() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
    async kill() {
      life.over = true;
      app.server.server.close();
      for (const socket of connections) socket.destroy();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The client until `life` is over; then whatever is asked of it is never answered. */
function mortal<T extends object>(client: T, life: { readonly over: boolean }): T {
  const silence: object = new Proxy(() => new Promise<never>(() => {}), {
    get: (_, name) => (name === 'then' ? undefined : silence),
  });
  return new Proxy(client, {
    get: (target, name) => (life.over ? silence : Reflect.get(target, name)),
  });
}
