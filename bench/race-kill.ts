/**
 * Does a race survive `kill -9`? Plays whole races of 100 players against a real server process and kills it in
 * each of them in the lobby while they join, in a round, between two rounds, and at the podium. After every restart
 * everybody has to be back in time and the round's clock where it was; at the end nothing that was acknowledged may
 * be missing or there twice, and every score has to be the one that the log implies.
 *
 *   npm run bench:kill [-- races [seed]]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { draw, type Event } from '@ackade/game';
import { openDatabase } from '../apps/server/src/database.ts';
import { median } from './median.ts';
import { auditRace, same } from './race/audit.ts';
import { type Classroom, openClassroom } from './race/classroom.ts';
import { isBetween, isFull, makeRace } from './race/host.ts';
import { lossesIn } from './race/losses.ts';
import { freePort, startServer } from './server.ts';

const PLAYERS = 100;
const LEGS = ['conversation', 'close'];
/** Between two who join, ms. */
const JOINS_EVERY = 20;
/** How soon the kill comes after the phase has begun, ms: at random between these. */
const STRIKES = {
  lobby: [100, 1900],
  round: [500, 10_000],
  between: [0, 400],
  podium: [0, 400],
} as const satisfies Record<string, readonly [number, number]>;
type Stage = keyof typeof STRIKES;
/** From the moment at which the server listens again until everybody is back, ms. */
const BACK = 2000;
/** And from the start of its process, ms: how long that takes is the machine's as well, so it is told, not judged. */
const BACK_FROM_START = 5000;
/** By how much the clock of a round may be off after that, ms: a server that counts its absence is off by more. */
const OFF = 500;

const races = Number(process.argv[2] ?? 10);
const seed = Number(process.argv[3] ?? 1);

const folder = await mkdtemp(join(tmpdir(), 'ackade-kill-'));
const port = await freePort();
let server = await startServer(folder, port);
const kills: {
  readonly stage: Stage;
  readonly outage: number;
  /** From the start of the process, and from when it listened, until everybody was back, ms. */
  readonly fromStart: number;
  readonly fromListening: number;
  readonly missing: number;
  /** How much more or less of the round was left than before, the outage not counted, ms; null outside rounds. */
  readonly shift: number | null;
}[] = [];
const totals = { races: 0, acknowledged: 0, lost: 0, doubled: 0, replaced: 0, wrong: 0, stuck: 0 };
/** A race that takes longer does not go on, ms. */
const PATIENCE = 4 * 60_000;

for (let n = 0; n < races; n++) {
  const played = race(n).then(() => true);
  if (await Promise.race([played, delay(PATIENCE, false, { ref: false })])) totals.races++;
  else {
    totals.stuck++;
    break;
  }
}
await server.end('SIGKILL');
await rm(folder, { recursive: true, force: true });
console.table(Object.fromEntries((Object.keys(STRIKES) as Stage[]).map((s) => [s, summary(s)])));
const late = kills.filter((k) => k.missing > 0 || k.fromListening > BACK).length;
const slow = kills.filter((k) => k.fromStart > BACK_FROM_START).length;
const shifted = kills.filter((k) => Math.abs(k.shift ?? 0) > OFF).length;
console.log(JSON.stringify({ ...totals, kills: kills.length, late, slow, shifted }));
const { lost, doubled, replaced, wrong, stuck } = totals;
process.exit(lost + doubled + replaced + wrong + stuck + late + shifted === 0 ? 0 : 1);

async function race(n: number): Promise<void> {
  const made = await makeRace(server.url, LEGS);
  const room = openClassroom(server.url, made, 1000 * (seed + n));
  await room.host.until(() => true);
  const restless = room.fidget();

  const struck = strike('lobby', n, room);
  const players = await Promise.all(
    Array.from({ length: PLAYERS }, async (_, i) => {
      await delay(i * JOINS_EVERY);
      return room.enter(i);
    }),
  );
  await struck;
  await room.host.until(isFull(PLAYERS));
  await room.next();
  await strike('round', n, room);
  await room.host.until(isBetween(1));
  await strike('between', n, room);
  await room.next();
  await room.host.until(isBetween(2));
  await room.next();
  await strike('podium', n, room);
  await room.host.until(({ head }) => head.phase === 'podium');
  await room.next();
  await room.host.until(({ head }) => head.phase === 'debrief');
  await restless.done();
  await room.next();
  const views = await Promise.all(players.map(({ over }) => over));

  const database = await openDatabase({ dataDir: folder, databaseUrl: undefined });
  const audit = await auditRace(database, server.url, made.code, made.host);
  await database.close();
  room.leave();
  const losses = lossesIn(audit, room.acknowledged);
  totals.acknowledged += losses.acknowledged;
  totals.lost += losses.lost;
  totals.doubled += losses.doubled;
  const problems = [...audit.wrong];
  for (const { you } of views)
    if (!same(you.total, audit.earned.get(you.name)))
      problems.push(`${you.name} was shown ${you.total.points}, the log says otherwise`);
  for (const problem of problems) console.error(problem);
  totals.wrong += problems.length;
  // Nobody was away for long enough to lose his seat, even for a while.
  for (const row of [...audit.rows.values()].flat())
    totals.replaced += (row.events as readonly Event[]).filter((e) => e.type === 'replaced').length;
}

/** Kills the server, starts it again, and waits until everybody is back. */
async function strike(stage: Stage, n: number, room: Classroom): Promise<void> {
  const [least, most] = STRIKES[stage];
  await delay(least + draw(seed, 4 * n + Object.keys(STRIKES).indexOf(stage), most - least));
  const everybody = room.returns.whoIsHere();
  const left = room.remaining();
  await server.end('SIGKILL');
  const killed = performance.now();
  server = await startServer(folder, port);
  const listened = performance.now();
  const started = listened - server.took;
  const { at, missing } = await everybody(started);
  const remains = room.remaining();
  const shift =
    left === null || remains === null ? null : remains + (performance.now() - listened) - left;
  kills.push({
    stage,
    outage: listened - killed,
    fromStart: at - started,
    fromListening: at - listened,
    missing,
    shift,
  });
}

function summary(stage: Stage) {
  const some = kills.filter((k) => k.stage === stage);
  const of = (key: 'outage' | 'fromStart' | 'fromListening'): readonly number[] =>
    some.map((k) => k[key]);
  const shifts = some.flatMap(({ shift }) => shift ?? []);
  return {
    kills: some.length,
    outageMedian: Math.round(median(of('outage'))),
    backFromStartMax: Math.round(Math.max(...of('fromStart'))),
    backFromListeningMedian: Math.round(median(of('fromListening'))),
    backFromListeningMax: Math.round(Math.max(...of('fromListening'))),
    clockShiftMax: shifts.length === 0 ? null : Math.round(Math.max(...shifts.map(Math.abs))),
  };
}
