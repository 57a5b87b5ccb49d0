/**
 * Frames a second of the projector while a class races, in Chromium with a CPU four times slower.
 *
 *   npm run bench:projector [-- pairs [seconds]]
 *
 * The built client is served by the real server; the boards come from here, four times a second, with about one pair in
 * seven moving each time, as a class of that size does at its liveliest.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Board } from '@ackade/contract';
import {
  draw,
  type Progress,
  rungsOf,
  SCENARIOS,
  scenarioById,
  trackUpTo,
  usualOptions,
} from '@ackade/game';
import { chromium, type WebSocketRoute } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';
import { freePort, startServer } from './server.ts';

const THROTTLE = 4;
const BEAT = 250;
/** Of a hundred pairs so many move between two boards. */
const MOVING = 15;
/** After so many boards one more rung of the track is told. */
const REVEAL = 10;
const SCENARIO = 'lost-syn-ack';
const CODE = 'K7M4Q';
/** Before it is measured the page may come to rest, ms. */
const REST = 1500;

/** As text: what makes TypeScript run here does not exist in the page. Gives when each frame was drawn, ms. */
const FRAMES = `(ms) => new Promise((resolve) => {
  const frames = [];
  const end = performance.now() + ms;
  requestAnimationFrame(function next(now) {
    frames.push(now);
    if (now < end) requestAnimationFrame(next);
    else resolve(frames);
  });
})`;

const pairs = Number(process.argv[2] ?? 250);
const seconds = Number(process.argv[3] ?? 20);

const track = scenarioById(SCENARIO) ?? SCENARIOS[0];
const rungs = rungsOf(track);

const folder = await mkdtemp(join(tmpdir(), 'ackade-projector-'));
const server = await startServer(folder, await freePort());
const executablePath = await findBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  console.log(JSON.stringify(await measured()));
} finally {
  await browser.close();
  await server.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}

async function measured(): Promise<object> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  const progress = Array.from({ length: pairs }, (_, n) => pairAt(n, 0));
  let socket: WebSocketRoute | null = null;
  const tell = (board: Board): void => socket?.send(`42/race,${JSON.stringify(['board', board])}`);
  await page.routeWebSocket(/socket\.io/, (ws) => {
    socket = ws;
    const handshake = { sid: 's', upgrades: [], pingInterval: 1e6, pingTimeout: 1e6 };
    ws.send(`0${JSON.stringify({ ...handshake, maxPayload: 1e6 })}`);
    ws.onMessage((text) => {
      if (!String(text).startsWith('40/race')) return;
      ws.send('40/race,{"sid":"s"}');
      tell(wholeBoard(progress));
    });
  });
  await page.goto(`${server.url}/present/${CODE}#a-secret-of-twenty-four-c`);
  await page.getByText('Front-runners').waitFor();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.waitForTimeout(REST);
  let beat = 0;
  const timer = setInterval(() => tell(nextBoard(progress, beat++)), BEAT);
  const times = await page.evaluate<number[]>(`(${FRAMES})(${1000 * seconds})`);
  clearInterval(timer);
  const gaps = times.slice(1).map((t, i) => t - (times[i] ?? t));
  const sorted = gaps.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1));
  const whole = gaps.reduce((a, b) => a + b, 0);
  return {
    pairs,
    throttle: THROTTLE,
    framesPerSecond: Number(((1000 * gaps.length) / whole).toFixed(1)),
    gapMs: { median: at(0.5), p95: at(0.95), max: at(1) },
  };
}

/** Who has arrived starts anew, so that all keep moving for the whole time. */
function nextBoard(progress: Progress[], beat: number): Board {
  const changed: Progress[] = [];
  const head = beat % REVEAL === 0 ? { head: headTelling(beat / REVEAL) } : {};
  for (const [n, { rung }] of progress.entries()) {
    if (draw(beat, n, 100) >= MOVING) continue;
    const next = pairAt(n, (rung + 1) % (rungs + 1));
    progress[n] = next;
    changed.push(next);
  }
  return { whole: false, ...head, players: [], gone: [], pairs: changed };
}

function pairAt(n: number, rung: number): Progress {
  const seat = (racer: string, owes: boolean) => ({
    racer,
    replaced: false,
    away: false,
    owes,
    points: 900 * rung,
  });
  return {
    match: `match-of-a-race-${String(n).padStart(6, '0')}`,
    rung,
    over: rung === rungs,
    mistakes: 0,
    stuck: rung === 2 ? 'lost-segment-not-repeated' : null,
    seats: {
      client: seat(`c${n}`, rung % 2 === 0),
      server: seat(`s${n}`, rung % 2 === 1),
    },
  };
}

function wholeBoard(progress: readonly Progress[]): Board {
  const total = { points: 0, of: 0, accuracy: 0, speed: 0, mistakes: 0, matches: 0 };
  const player = (id: string) => ({
    id,
    name: `Student ${id}`,
    pace: 1,
    present: true,
    place: 1,
    total,
  });
  return {
    whole: true,
    head: headTelling(0),
    players: progress.flatMap((_, n) => [player(`c${n}`), player(`s${n}`)]),
    gone: [],
    pairs: progress,
  };
}

function headTelling(told: number): NonNullable<Board['head']> {
  const leg = { scenario: SCENARIO, level: 'flags' } as const;
  return {
    code: CODE,
    phase: 'round',
    round: 1,
    of: 3,
    leg,
    next: leg,
    endsIn: 120_000,
    paused: false,
    podium: null,
    lessons: null,
    legs: [leg],
    options: usualOptions('flags'),
    locked: false,
    namesHidden: false,
    spotlight: null,
    planned: [],
    weather: [],
    quiz: null,
    rungs,
    track: trackUpTo(track, told),
  };
}
