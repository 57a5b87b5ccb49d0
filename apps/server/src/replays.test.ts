import { Replay } from '@ackade/contract';
import { ABANDONED_AFTER } from '@ackade/game';
import { ACK, captureReader, SYN, tcpIn } from '@ackade/tcp';
import { serializerCompiler, validatorCompiler } from '@fastify/type-provider-zod';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryLog } from '../test/memory-log.ts';
import { playOut, send } from '../test/play.ts';
import { connect } from '../test/player.ts';
import { type Running, startServer } from '../test/running.ts';
import { type Matches, openMatches } from './matches.ts';
import { replays } from './replays.ts';

let server: Running;
/** The name of a handshake with one wrong move, and the id of a match that waits for its second player. */
let over: string;
let open: string;

beforeAll(async () => {
  server = await startServer();
  const [first, waiting] = [await server.create(), await server.create()];
  const second = await server.join(first.code);
  const [a, b] = [connect(server.url, first), connect(server.url, second)];
  await a.until((v) => v.turns.length > 0);
  await a.move(send(SYN | ACK));
  await playOut([a, b]);
  over = (await a.until((v) => v.result !== null)).result?.replay ?? '';
  const { id } = await server.database.client.match.findUniqueOrThrow({
    where: { code: waiting.code },
  });
  open = id;
  for (const player of [a, b]) player.leave();
});
afterAll(() => server.stop());

const get = (path: string): Promise<Response> => fetch(`${server.url}/api/replays/${path}`);

const EXPORTS = [
  ['', 'application/json; charset=utf-8', 'json'],
  ['/capture.pcapng', 'application/vnd.tcpdump.pcap', 'pcapng'],
  ['/ladder.txt', 'text/plain; charset=utf-8', 'txt'],
] as const;

describe('a finished match', () => {
  it.each(EXPORTS)('is had at %j as %s', async (path, type, ending) => {
    const response = await get(over + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toContain(`"ackade-handshake.${ending}"`);
    expect(response.headers.get('cache-control')).toMatch(/^private, .*immutable$/);
  });

  it('is a film: who played, every row, and both TCBs at every step', async () => {
    const film = Replay.parse(await (await get(over)).json());
    expect(film).toMatchObject({
      scenario: 'handshake',
      level: 'flags',
      players: { client: { name: 'Ada', bot: false }, server: { name: 'Bo', bot: false } },
      result: { outcome: 'finished', scores: { client: { mistakes: 1 } } },
    });
    expect(film.rows.filter((row) => row.kind === 'mistake')).toHaveLength(1);
    expect(film.steps.at(-1)?.tcbs).toMatchObject({
      client: { state: 'ESTABLISHED' },
      server: { state: 'ESTABLISHED' },
    });
  });

  it('is a capture in which wrong moves are only on request', async () => {
    const segments = async (query: string): Promise<number> => {
      let count = 0;
      const reader = captureReader((frame) => {
        if (typeof tcpIn(frame) !== 'string') count++;
      });
      reader.push(
        new Uint8Array(await (await get(`${over}/capture.pcapng${query}`)).arrayBuffer()),
      );
      expect(reader.end()).toBeNull();
      return count;
    };
    const sent = await segments('');
    expect(sent).toBeGreaterThanOrEqual(3);
    expect(await segments('?mistakes=out')).toBe(sent);
    expect(await segments('?mistakes=in')).toBeGreaterThan(sent);
  });

  it('is a ladder in text', async () => {
    const text = await (await get(`${over}/ladder.txt`)).text();
    expect(text).toMatch(/SYN[\s\S]*SYN,ACK[\s\S]*ACK/);
  });

  it('is described with the rest of the API', async () => {
    const { paths } = (await (await fetch(`${server.url}/docs/json`)).json()) as {
      paths: Record<string, unknown>;
    };
    for (const [path] of EXPORTS) expect(paths).toHaveProperty([`/api/replays/{replay}${path}`]);
  });
});

it('is there on a node that saw the match begin and not end', async () => {
  const log = memoryLog();
  let now = 0;
  const [here, there] = [0, 1].map(() =>
    openMatches(
      log,
      () => now,
      () => {},
    ),
  ) as [Matches, Matches];
  const id = 'a-match-of-two-nodes';
  const person = { name: 'Ada', token: 'a', player: null };
  await here.execute(id, {
    type: 'create',
    race: null,
    id,
    code: 'K7M4QX',
    mode: 'solo',
    scenario: 'handshake',
    level: 'flags',
    seed: 1,
    seats: { client: person, server: 'bot' },
  });
  await there.load(id);
  now = 2 * ABANDONED_AFTER;
  await here.execute(id, { type: 'tick' });

  const node = fastify();
  node.setValidatorCompiler(validatorCompiler);
  node.setSerializerCompiler(serializerCompiler);
  await node.register(replays, { matches: there });
  const response = await node.inject(`/${id}`);
  expect(response.json()).toMatchObject({
    result: { outcome: 'abandoned' },
    players: { server: { bot: true } },
  });
});

describe('no replay', () => {
  it.each(EXPORTS)(
    'is there at %j of a name that nobody has, or of a match that is not over',
    async (path) => {
      for (const name of [open, 'AAAAAAAAAAAAAAAAAAAAAAAA', 'short']) {
        const response = await get(name + path);
        expect(response.status).toBe(404);
        expect(response.headers.get('cache-control')).toBeNull();
        expect(await response.json()).toMatchObject({ error: { code: 'unknown-replay' } });
      }
    },
  );

  it('knows another wish about wrong moves', async () => {
    expect((await get(`${over}/capture.pcapng?mistakes=perhaps`)).status).toBe(400);
  });
});
