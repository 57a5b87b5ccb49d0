/**
 * What does a race cost the server, and how long does a move take to the partner's screen? Whole races with real
 * clients, from joining to the end, against a real server process beside them; each has a host and a projector.
 * Afterwards every score is worked out anew from the log. With `--bell` nobody moves, and the bell ends all matches
 * of a round at once: how long does the last player wait for it, and for how long does nobody get an answer?
 *
 *   npm run bench:race [-- [--quick] [--json] [--bell] [races x players, such as 1x300 …]]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RaceMade } from '@ackade/contract';
import { openDatabase } from '../apps/server/src/database.ts';
import { openWatcher, type Watcher } from '../apps/server/test/racer.ts';
import { auditRace, same } from './race/audit.ts';
import type { Crowd, CrowdReport, Final } from './race/crowd.ts';
import { isBetween, isFull, makeRace } from './race/host.ts';
import { freePort, type ServerProcess, startServer } from './server.ts';

const CROWD = fileURLToPath(new URL('race/crowd.ts', import.meta.url));
const quick = process.argv.includes('--quick');
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const usual = quick ? ['1x30'] : ['1x30', '1x300', '1x1000', '30x30'];
const SIZES = (asked.length > 0 ? asked : usual).map((size) => {
  const [races = 1, players = 30] = size.split('x').map(Number);
  return { races, players };
});
const LEGS = quick ? ['handshake'] : ['handshake', 'close', 'conversation'];
const SEED = 5;
/** Messages to players for each move, but for `EXPECTED`, and ms to the partner's screen at the 99th of 100 moves. */
const BUDGET = { messages: 3, shown: 100 };
/**
 * What a player is told that no move leads to. In a race: views as he comes, at the podium, the debrief and the end. In
 * each round: views as it begins and is closed, and updates as he takes his seat, his partner does, and play begins.
 */
const EXPECTED = { race: 4, round: 5 };
/** Between two looks at the memory of the server, ms. */
const LOOK = 250;
/** How long a server that has just started is left alone before it counts as idle, ms. */
const SETTLE = 2000;
/** A round that the bell ends, ms: long enough for everybody to be at his match. */
const BELL = 30_000;
/** From so long before the bell on the stalls count, ms. */
const BEFORE_BELL = 2000;

type Hosted = { readonly made: RaceMade; readonly host: Watcher; readonly screen: Watcher };

if (process.argv.includes('--bell')) {
  const rung = [];
  for (const size of SIZES) rung.push(await ringBell(size));
  console.log(JSON.stringify(rung));
  process.exit(rung.every(({ wrong }) => wrong === 0) ? 0 : 1);
}
const measured = [];
for (const size of SIZES) measured.push(await measure(size));
if (!process.argv.includes('--json'))
  for (const { scenario, ...figures } of measured) {
    console.log(scenario);
    console.table(figures);
  }
console.log(JSON.stringify(measured));
const met = measured.every(
  ({ messagesPerMove, shownP99, unseen, wrong }) =>
    messagesPerMove <= BUDGET.messages && shownP99 <= BUDGET.shown && unseen + wrong === 0,
);
process.exit(met ? 0 : 1);

async function measure({ races, players }: (typeof SIZES)[number]) {
  const folder = await mkdtemp(join(tmpdir(), 'ackade-race-'));
  const server = await startServer(folder, await freePort());
  await delay(SETTLE);
  const idle = await server.memory();
  const hosted = await Promise.all(Array.from({ length: races }, () => open(server.url)));
  let peak = idle;
  const looking = setInterval(async () => {
    peak = Math.max(peak, await server.memory());
  }, LOOK);
  const all = races * players;

  const began = await server.cpu();
  const codes = hosted.map(({ made }) => made.code);
  const crowd = send({ url: server.url, races: codes, players, seed: SEED, idle: false });
  await Promise.all(hosted.map(({ host }) => host.until(isFull(players))));
  const rounds = { cpu: await server.cpu(), at: performance.now() };
  await Promise.all(hosted.map(({ host }) => playRounds(host)));
  const cpu = (await server.cpu()) - rounds.cpu;
  const took = performance.now() - rounds.at;
  await Promise.all(hosted.map(({ host }) => finish(host)));
  const { moves, frames, moveUpdates, acknowledged, shown, finals, late } = await crowd;
  const whole = (await server.cpu()) - began;
  clearInterval(looking);

  const wrong = await problems(folder, server, hosted, finals);
  for (const problem of wrong) console.error(problem);
  const boards = hosted.reduce((sum, { host, screen }) => sum + host.count() + screen.count(), 0);
  for (const { host, screen } of hosted) for (const watcher of [host, screen]) watcher.leave();
  await server.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });

  const perMove = (count: number): number => round(count / moves);
  const perRound = (count: number): number => round(count / all / LEGS.length);
  const { updates, views } = frames;
  const messages = Object.values(frames).reduce((sum, count) => sum + count);
  const expected = all * (EXPECTED.race + LEGS.length * EXPECTED.round);
  return {
    scenario: `${races} × ${players}`,
    moves,
    movesPerSecond: round((1000 * moves) / took),
    messagesPerMove: perMove(messages - expected),
    allMessagesPerMove: perMove(messages),
    otherUpdatesPerPlayerAndRound: perRound(updates - moveUpdates),
    viewsPerPlayerAndRound: perRound(views),
    boardsPerWatcherAndSecond: round((1000 * boards) / took / (2 * races)),
    shownP50: percentile(shown, 50),
    shownP99: percentile(shown, 99),
    acknowledgedP50: percentile(acknowledged, 50),
    acknowledgedP99: percentile(acknowledged, 99),
    crowdLateP99: round(late),
    cpuShare: round(cpu / took),
    cpuMsPerMove: round(cpu / moves),
    cpuMsPerPlayer: round(whole / all),
    idleMb: round(idle),
    peakMb: round(peak),
    kbPerPlayer: round((1024 * (peak - idle)) / all),
    unseen: moves - moveUpdates,
    scores: finals.length,
    wrong: wrong.length,
  };
}

/** One round in which every match lasts until the bell, in all races at once. */
async function ringBell({ races, players }: (typeof SIZES)[number]) {
  const folder = await mkdtemp(join(tmpdir(), 'ackade-bell-'));
  const server = await startServer(folder, await freePort());
  const hosted = await Promise.all(
    Array.from({ length: races }, () => open(server.url, ['handshake'], BELL)),
  );
  const codes = hosted.map(({ made }) => made.code);
  const crowd = send({ url: server.url, races: codes, players, seed: SEED, idle: true });
  await Promise.all(hosted.map(({ host }) => host.until(isFull(players))));
  await Promise.all(hosted.map(({ host }) => press(host)));
  const bell = await Promise.all(
    hosted.map(async ({ host }) => {
      const { head } = await host.until((board) => board.head.phase === 'round');
      return Date.now() + (head.endsIn ?? 0);
    }),
  );
  await delay(Math.min(...bell) - BEFORE_BELL - Date.now());
  await server.stall();
  const before = await server.cpu();
  await Promise.all(hosted.map(({ host }) => host.until(isBetween(1))));
  await Promise.all(hosted.map(({ host }) => finish(host)));
  const [stall, cpu] = [await server.stall(), (await server.cpu()) - before];
  const { finals, told, late } = await crowd;
  const wrong = await problems(folder, server, hosted, finals);
  for (const problem of wrong) console.error(problem);
  for (const { host, screen } of hosted) for (const watcher of [host, screen]) watcher.leave();
  await server.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
  const waited = told.map((at) => at - Math.max(...bell));
  return {
    scenario: `${races} × ${players}, the bell`,
    told: told.length,
    firstTold: Math.min(...waited),
    lastTold: Math.max(...waited),
    longestStall: round(stall),
    cpu: round(cpu),
    crowdLateP99: round(late),
    wrong: wrong.length,
  };
}

async function open(url: string, legs = LEGS, time?: number): Promise<Hosted> {
  const made = await makeRace(url, legs, time);
  const host = openWatcher(url, made.code, made.host);
  const screen = openWatcher(url, made.code, made.screen);
  await Promise.all([host, screen].map((watcher) => watcher.until(() => true)));
  return { made, host, screen };
}

/** The players, in a process of their own; resolves when all of them have seen the end. */
async function send(crowd: Crowd): Promise<CrowdReport> {
  const child = fork(CROWD, [JSON.stringify(crowd)], { serialization: 'advanced' });
  const [report] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the players did not finish'))),
  ]);
  return report as CrowdReport;
}

async function playRounds(host: Watcher): Promise<void> {
  for (const n of LEGS.keys()) {
    await press(host);
    await host.until(isBetween(n + 1));
  }
}

/** Podium, debrief, end. */
async function finish(host: Watcher): Promise<void> {
  for (const phase of ['podium', 'debrief', 'over'] as const) {
    await press(host);
    await host.until(({ head }) => head.phase === phase);
  }
}

async function press(host: Watcher): Promise<void> {
  const refusal = await host.next();
  if (refusal) throw new Error(refusal);
}

/** What the log implies, against the results, the tables, and what each player was shown. */
async function problems(
  folder: string,
  { url }: ServerProcess,
  hosted: readonly Hosted[],
  finals: readonly Final[],
): Promise<string[]> {
  const database = await openDatabase({ dataDir: folder, databaseUrl: undefined });
  const found: string[] = [];
  for (const { made } of hosted) {
    const { earned, wrong } = await auditRace(database, url, made.code, made.host);
    found.push(...wrong);
    const seen = finals.filter(({ race }) => race === made.code);
    if (seen.length !== earned.size)
      found.push(`${earned.size} joined, ${seen.length} saw the end`);
    for (const final of seen)
      if (!same(final, earned.get(final.name)))
        found.push(`${final.name} was shown ${final.points}, the log says otherwise`);
  }
  await database.close();
  return found;
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? Number.NaN);
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
