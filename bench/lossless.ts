/**
 * Does anything that was acknowledged survive `kill -9`? Plays matches one after the other against a real
 * server process, kills it within a few milliseconds of a random move of each, starts it again, lets both players come back and
 * play on, and compares what was acknowledged with what the log holds.
 *
 *   npm run lossless [-- matches [seed]]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { SeatTaken } from '@ackade/contract';
import { draw, SCENARIOS } from '@ackade/game';
import { openDatabase } from '../apps/server/src/database.ts';
import { openEventLog } from '../apps/server/src/event-log.ts';
import { connect, newCommandId, type Player } from '../apps/server/test/player.ts';
import { knower } from '../packages/game/test/knower.ts';
import { freePort, startServer } from './server.ts';

/** The kill comes this soon after one of the first moves was sent, ms: before, in or after its commit. */
const KILL_WITHIN = 6;
/** The shortest scenario has three moves. */
const KILL_AT = 3;

const matches = Number(process.argv[2] ?? 50);
const seed = Number(process.argv[3] ?? 1);

type Acknowledged = { readonly seat: string; readonly commandId: string };

const folder = await mkdtemp(join(tmpdir(), 'ackade-lossless-'));
const port = await freePort();
const totals = {
  matches: 0,
  kills: 0,
  acknowledged: 0,
  repeated: 0,
  lost: 0,
  doubled: 0,
  stuck: 0,
};
const comebacks: number[] = [];
let server = await startServer(folder, port);
const { url } = server;
for (let i = 0; i < matches; i++) await playOne(i);
await server.end('SIGKILL');
await rm(folder, { recursive: true, force: true });
comebacks.sort((a, b) => a - b);
const at = (share: number): number =>
  Math.round(comebacks[Math.floor(share * (comebacks.length - 1))] ?? 0);
console.log(
  JSON.stringify({ ...totals, comebackMs: { median: at(0.5), p95: at(0.95), max: at(1) } }),
);
process.exit(totals.lost + totals.doubled + totals.stuck === 0 ? 0 : 1);

async function playOne(n: number): Promise<void> {
  const scenario = SCENARIOS[draw(seed, n, SCENARIOS.length)];
  if (!scenario) throw new Error('no such scenario');
  const first = await post('/api/matches', {
    scenario: scenario.id,
    level: scenario.levels[0],
    mode: 'duo',
    seat: 'client',
    name: 'Ada',
  });
  const second = await post(`/api/matches/${first.code}/seats`, { name: 'Bo' });
  const players = [connect(url, first), connect(url, second)];
  const acknowledged: Acknowledged[] = [];
  let returned = 0;
  const fatal = 1 + draw(seed, 1000 + n, KILL_AT);
  let sends = 0;
  let struck: () => void = () => {};
  const strike = new Promise<void>((resolve) => {
    struck = resolve;
  });
  const sending = (): void => {
    if (++sends === fatal) struck();
  };
  const kill = strike.then(async () => {
    await delay(draw(seed, 2000 + n, KILL_WITHIN));
    await server.end('SIGKILL');
    totals.kills++;
    server = await startServer(folder, port);
    returned = performance.now();
    await Promise.all(players.map((p) => p.until(() => p.socket.connected)));
  });
  for (const { socket } of players)
    socket.on('connect', () => {
      if (returned > 0) comebacks.push(performance.now() - returned);
    });
  const over = Promise.all(players.map((p) => playSeat(p, acknowledged, sending)));
  const finished = await Promise.race([over.then(() => true), delay(60_000).then(() => false)]);
  await kill;
  if (!finished) totals.stuck++;
  for (const p of players) p.leave();
  await compare(first.code, acknowledged);
  totals.matches++;
}

/** As a browser does: a move whose acknowledgement does not come is sent again under its own name. */
async function playSeat(
  player: Player,
  acknowledged: Acknowledged[],
  sending: () => void,
): Promise<void> {
  const answerTo = knower();
  for (;;) {
    const view = await player.until((v) => v.turns.length > 0 || v.phase === 'over');
    if (view.phase === 'over') return;
    const commandId = newCommandId();
    const move = answerTo(view);
    for (let tries = 0; ; tries++) {
      sending();
      const answer = await player.move(move, commandId, 1500).catch(() => null);
      if (!answer) continue;
      if ('error' in answer) {
        // A restarted server knows nobody's presence before both are back.
        if (answer.error.code !== 'out-of-turn' && answer.error.code !== 'not-playing')
          throw new Error(answer.error.code);
        break;
      }
      if (tries > 0) totals.repeated++;
      acknowledged.push({ seat: player.seat.seat, commandId });
      break;
    }
  }
}

/** Every acknowledged move stands in the log exactly once. */
async function compare(code: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const database = await openDatabase({ dataDir: folder, databaseUrl: undefined });
  const match = await database.client.match.findUniqueOrThrow({ where: { code } });
  const rows = await openEventLog(database).read(match.id);
  await database.close();
  totals.acknowledged += acknowledged.length;
  for (const { seat, commandId } of acknowledged) {
    const found = rows.filter((r) => r.commandId === `${seat}:${commandId}`).length;
    if (found === 0) totals.lost++;
    if (found > 1) totals.doubled++;
  }
}

async function post(path: string, body: object): Promise<SeatTaken> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as SeatTaken;
}
