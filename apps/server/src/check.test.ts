import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CheckToServer, Echo, Refusal } from '@ackade/contract';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCheck } from './check.ts';
import type { Clock } from './clock.ts';
import { openSockets, type Sockets } from './sockets.ts';

type Client = Socket<Record<string, never>, CheckToServer>;
type Transport = 'polling' | 'websocket';

let http: Server;
let sockets: Sockets;
let clients: Client[];
let now: number;
let alarms: { at: number; ring: () => void }[];

const clock: Clock = {
  now: () => now,
  after(ms, ring) {
    const alarm = { at: now + ms, ring };
    alarms.push(alarm);
    return () => {
      alarms = alarms.filter((a) => a !== alarm);
    };
  },
};
const pass = (ms: number): void => {
  now += ms;
  for (const { at, ring } of alarms) if (at <= now) ring();
};

beforeEach(async () => {
  [clients, now, alarms] = [[], 0, []];
  http = createServer();
  sockets = openSockets(http);
  const addressOf = ({ headers }: { headers: Record<string, unknown> }): string =>
    String(headers['x-from'] ?? 'here');
  openCheck(sockets, { addressOf, clock });
  await once(http.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  for (const client of clients) client.disconnect();
  await sockets.close();
});

function dial(transport: Transport, from = 'here'): Client {
  const { port } = http.address() as AddressInfo;
  const client: Client = io(`http://127.0.0.1:${port}/check`, {
    transports: [transport],
    upgrade: false,
    reconnection: false,
    forceNew: true,
    extraHeaders: { 'x-from': from },
  });
  clients.push(client);
  return client;
}

const connected = (client: Client): Promise<Refusal | null> =>
  new Promise((resolve) => {
    client.on('connect', () => resolve(null));
    client.on('connect_error', (error) => resolve((error as Error & { data: Refusal }).data));
  });
const gone = (client: Client): Promise<string> =>
  new Promise((resolve) => client.on('disconnect', resolve));
const echo = (client: Client, payload: unknown = { n: 1 }): Promise<Echo | Refusal> =>
  client.emitWithAck('echo', payload as Echo);

describe.each(['polling', 'websocket'] as const)('a check over %s', (transport) => {
  it('gets its echoes back, and needs no seat for it', async () => {
    const client = dial(transport);
    expect(await connected(client)).toBeNull();
    expect(client.io.engine.transport.name).toBe(transport);
    expect(await echo(client, { n: 7 })).toEqual({ n: 7 });
    expect(await echo(client, { n: 8 })).toEqual({ n: 8 });
  });

  it('is told what is no echo', async () => {
    const client = dial(transport);
    for (const payload of [{ n: -1 }, { n: 7, more: true }, 'seven', null])
      expect(await echo(client, payload)).toMatchObject({ error: { code: 'bad-request' } });
  });

  it('is told when its echoes are too many, and when they are not any more', async () => {
    const client = dial(transport);
    const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => echo(client, { n })));
    expect(answers.filter((answer) => 'n' in answer)).toHaveLength(20);
    expect(answers.at(-1)).toMatchObject({ error: { code: 'too-many-requests' } });
    now += 1000;
    expect(await echo(client)).toEqual({ n: 1 });
  });

  it('ends after 90 s', async () => {
    const client = dial(transport);
    await connected(client);
    const end = gone(client);
    pass(89_999);
    expect(await echo(client)).toEqual({ n: 1 });
    pass(1);
    await end;
    expect(client.connected).toBe(false);
  });

  it('ends with a frame that is far too large', async () => {
    const client = dial(transport);
    await connected(client);
    const end = gone(client);
    client.emit('echo', { n: 1, padding: 'x'.repeat(1100) } as Echo, () => {});
    await end;
  });
});

it('what leaves the namespace leaves the connection, and no alarm behind', async () => {
  const client = dial('websocket');
  await connected(client);
  expect(alarms).toHaveLength(1);
  const [peer] = sockets.of('/check').sockets.values();
  if (!peer) throw new Error('nobody is there');
  const closed = once(peer.conn, 'close');
  // By itself a client closes its connection only with the last of its namespaces.
  sockets.of('/other');
  const other = client.io.socket('/other');
  await new Promise<void>((resolve) => other.on('connect', resolve));
  client.disconnect();
  await closed;
  expect(alarms).toEqual([]);
});

it('an address that checks too often is refused, the next one is not', async () => {
  const refused = { error: { code: 'too-many-requests' } };
  await Promise.all(
    Array.from({ length: 600 }, async () => {
      const client = dial('websocket');
      expect(await connected(client)).toBeNull();
      client.disconnect();
    }),
  );
  expect(await connected(dial('websocket'))).toMatchObject(refused);
  expect(await connected(dial('websocket', 'elsewhere'))).toBeNull();
  now += 1000;
  expect(await connected(dial('websocket'))).toBeNull();
});
