/** All players of all races, in a process of their own: what they cost is not the server's. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Player } from '../../apps/server/test/player.ts';
import { openRacer } from '../../apps/server/test/racer.ts';
import { addressOf, join, reachFrom } from './join.ts';
import { type Measured, openMeter } from './meter.ts';
import { type Make, playRace, type Temper } from './pupil.ts';

export type Crowd = {
  readonly url: string;
  readonly races: readonly string[];
  /** In each race. */
  readonly players: number;
  readonly seed: number;
  /** Nobody makes a move: every match lasts until the bell. */
  readonly idle: boolean;
};

/** What a player was shown as his score at the end. */
export type Final = {
  readonly race: string;
  readonly name: string;
  readonly points: number;
  readonly mistakes: number;
};

export type CrowdReport = Measured & {
  readonly finals: readonly Final[];
  /** When each player was told that the first round was over, ms of wall clock. */
  readonly told: readonly number[];
  /** How late this process itself was at the 99th of 100 moments, ms: what is measured cannot be less blurred. */
  readonly late: number;
};

/** So many join at a time. */
const AT_ONCE = 20;
const THINKS: Temper['thinks'] = [500, 4000];

const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
const meter = openMeter();
const told: number[] = [];
const finals = await playAll(JSON.parse(process.argv[2] ?? '') as Crowd);
const report: CrowdReport = { ...meter.read(), finals, told, late: loop.percentile(99) / 1e6 };
process.send?.(report, () => process.exit());

async function playAll({ url, races, players, seed, idle }: Crowd): Promise<Final[]> {
  const places = races.flatMap((race) => Array.from({ length: players }, () => race));
  const plays: Promise<Final>[] = [];
  for (let from = 0; from < places.length; from += AT_ONCE) {
    const some = places.slice(from, from + AT_ONCE);
    await Promise.all(
      some.map(async (race, i) => {
        const n = from + i;
        const address = addressOf(n);
        const joined = await join(url, race, `Player ${n}`, address);
        if ('error' in joined) throw new Error(joined.error.code);
        const manager = reachFrom(url, address);
        meter.count(manager);
        const racer = openRacer(url, race, joined.token, manager);
        void racer.until((v) => v.phase === 'between').then(() => told.push(Date.now()));
        const temper = { seed: seed + n, thinks: idle ? null : THINKS };
        const played = playRace(racer, temper, sit);
        plays.push(played.then(({ you: { name, total } }) => ({ ...total, race, name })));
      }),
    );
  }
  return Promise.all(plays);
}

/** Measures every move of the player. */
function sit(player: Player): Make {
  meter.follow(player);
  return async (move) => {
    const sent = performance.now();
    const answer = await player.move(move);
    if ('update' in answer) meter.moved(player, sent, answer.update.version);
    return answer;
  };
}
