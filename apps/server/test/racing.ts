/** Races on a running server, and everybody in them. */
import type { Locale, RaceJoined, RaceMade, Refusal } from '@ackade/contract';
import { isRung, type RaceOptions, usualOptions, type WholeBoard } from '@ackade/game';
import { afterEach, beforeEach } from 'vitest';
import type { Clock } from '../src/clock.ts';
import { newToken } from '../src/secrets.ts';
import { playSeat } from './play.ts';
import type { Player } from './player.ts';
import { made, openRacer, openWatcher, type Racer, type Watcher } from './racer.ts';
import { type Running, startServer } from './running.ts';

export type Racing = {
  create(scenarios: readonly string[], options?: Partial<RaceOptions>): Promise<RaceMade>;
  /** `player`: what the device is known by; `key`: that of an earlier request, which is sent again. */
  post(race: RaceMade, name: string | null, player?: string, key?: string): Promise<Response>;
  join(race: RaceMade, name: string, player?: string): Promise<Racer>;
  /** The player with this token on one more device. */
  again(race: RaceMade, token: string, locale?: Locale): Racer;
  /** Sees the board; only with the host's token may it command. */
  watch(race: RaceMade, token?: string): Promise<Watcher>;
  /** Why a handshake is refused. */
  refusedAt(race: RaceMade, token: string): Promise<string>;
  /** A host, and players who are connected, in the lobby. */
  lobby(
    names: readonly string[],
    scenarios?: readonly string[],
    options?: Partial<RaceOptions>,
  ): Promise<{ race: RaceMade; host: Watcher; racers: Racer[] }>;
  /** Disconnects everybody. */
  leave(): void;
};

/** Races, for every test on a server of its own. */
export function racingOnServer(clock?: () => Clock) {
  let running: Running;
  const server = (): Running => running;
  const racing = openRacing(server);
  const start = async (clock?: Clock): Promise<void> => {
    running = await startServer({}, clock);
  };
  beforeEach(() => start(clock?.()));
  afterEach(async () => {
    racing.leave();
    await running.stop();
  });
  return {
    racing,
    server,
    /** Another one in its place, which has nothing of it. */
    async anew(clock: Clock): Promise<void> {
      await running.stop();
      await start(clock);
    },
  };
}

export function openRacing(server: () => Running): Racing {
  const open: { leave(): void }[] = [];
  const opened = <T extends { leave(): void }>(client: T): T => {
    open.push(client);
    return client;
  };
  const again: Racing['again'] = (race, token, locale) =>
    opened(openRacer(server().url, race.code, token, undefined, locale));

  const create: Racing['create'] = async (scenarios, options = {}) =>
    made(
      await server().post('/api/races', {
        scenarios,
        level: 'flags',
        options: { ...usualOptions('flags'), ...options },
      }),
    );
  const post: Racing['post'] = (race, name, player, key = newToken()) =>
    server().post(`/api/races/${race.code}/players`, {
      key,
      name,
      locale: 'en',
      ...(player ? { player } : {}),
    });
  const join: Racing['join'] = async (race, name, player) => {
    const response = await post(race, name, player);
    if (!response.ok) throw new Error(await response.text());
    return again(race, ((await response.json()) as RaceJoined).token);
  };
  const watch: Racing['watch'] = async (race, token = race.host) => {
    const watcher = opened(openWatcher(server().url, race.code, token));
    await watcher.until(() => true);
    return watcher;
  };

  return {
    create,
    post,
    join,
    again,
    watch,
    async refusedAt(race, token) {
      const { socket, leave } = openRacer(server().url, race.code, token);
      const error = await new Promise<Error & { data?: Refusal }>((resolve) =>
        socket.on('connect_error', resolve),
      );
      leave();
      return error.data?.error.code ?? '';
    },
    async lobby(names, scenarios = ['handshake'], options = {}) {
      const race = await create(scenarios, options);
      const host = await watch(race);
      const racers = await Promise.all(names.map((name) => join(race, name)));
      await host.until((b) => b.players.size === names.length && allHere(b));
      return { race, host, racers };
    },
    leave() {
      for (const client of open.splice(0)) client.leave();
    },
  };
}

export const allHere = ({ players }: WholeBoard): boolean =>
  [...players.values()].every((p) => p.present);

/** Begins the next round; gives the matches of all, in which play has begun. */
export async function begin(host: Watcher, racers: readonly Racer[]): Promise<Player[]> {
  const refusal = await host.next();
  if (refusal) throw new Error(refusal);
  const players = await Promise.all(racers.map((racer) => racer.match()));
  await Promise.all(players.map((p) => p.until((v) => v.phase === 'playing')));
  return players;
}

/** Plays the matches to their end, and waits until the round is closed. */
export async function playOut(host: Watcher, players: readonly Player[]): Promise<WholeBoard> {
  await Promise.all(players.map(playSeat));
  return host.until((b) => b.head.phase !== 'round');
}

/** Plays no move of the next round, which is over at once. */
export async function passRound(host: Watcher): Promise<void> {
  const refusal = await host.next();
  if (refusal) throw new Error(refusal);
  const { phase, round } = (await host.until((b) => b.head.phase === 'round')).head;
  await host.host({ type: 'skip', from: { phase, round } });
  await host.until((b) => b.head.phase === 'between');
}

/** How many segments were sent in a match, which `host` watches for that. */
export async function segmentsIn(host: Watcher, match: string): Promise<number> {
  const refusal = await host.watch(match);
  if (refusal) throw new Error(refusal);
  const { rows } = await host.lane.until((lane) => lane.match === match);
  return rows.filter(isRung).length;
}

/** A clock that can be put forward, as it is for who was away. */
export function shiftable(clock: Clock): Clock & { pass(ms: number): void } {
  let shift = 0;
  return {
    now: () => clock.now() + shift,
    after: clock.after,
    pass(ms) {
      shift += ms;
    },
  };
}
