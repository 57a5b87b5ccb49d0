/** Keeps races going by themselves: rounds end in time, and what a crash interrupted goes on. */
import { isTimeUp, type Race, raceWakesAt, standingsOf } from '@ackade/game';
import type { FastifyBaseLogger } from 'fastify';
import { openAlarms } from './alarms.ts';
import type { Clock } from './clock.ts';
import type { Director } from './race-director.ts';
import type { Races } from './races.ts';
import type { RaceStanding, RacesTable } from './races-table.ts';

/** Before what failed is tried again, ms. */
const AGAIN = 1000;
/** How long a race is left alone at most, ms. */
const LOOK_IN = 10 * 60 * 1000;

export type RaceKeeperOptions = {
  readonly races: Races;
  readonly table: RacesTable;
  readonly director: Director;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  /** Whether anybody is connected to the race on this node. */
  readonly inhabited: (id: string) => boolean;
};

export type RaceKeeper = {
  /** Sees to it that the race wakes when something in it falls due. */
  watch(race: Race): void;
  /** Writes how the players stand to the tables. */
  store(race: Race): Promise<void>;
  /** Takes up every race that was going on when the server went away. */
  recover(): Promise<void>;
  stop(): void;
};

export function openRaceKeeper(options: RaceKeeperOptions): RaceKeeper {
  const { races, table, director, clock, log, inhabited } = options;

  const alarms = openAlarms(clock, (id) => {
    wake(id).catch((error: unknown) => {
      log.error(error, 'waking a race failed');
      alarms.set(id, clock.now() + AGAIN);
    });
  });

  function watch(race: Race): void {
    const at = raceWakesAt(race);
    alarms.set(race.id, at === null ? null : Math.min(at, clock.now() + LOOK_IN));
  }

  async function wake(id: string): Promise<void> {
    const outcome = await races.execute(id, { type: 'tick' });
    if (!outcome.ok) {
      if (outcome.refusal === 'busy') alarms.set(id, clock.now() + AGAIN);
      return;
    }
    const race = outcome.after;
    if (isTimeUp(race, clock.now())) {
      await director.direct(race);
      await director.close(id);
      const { state } = races.peek(id);
      if (state && isTimeUp(state, clock.now())) alarms.set(id, clock.now() + AGAIN);
      return;
    }
    if (inhabited(id) || race.phase === 'round') watch(race);
    else races.forget((other) => other !== id);
  }

  async function store(race: Race): Promise<void> {
    const { id, endedAt, players } = race;
    const known = new Map(players.map((p) => [p.id, p]));
    const rows = standingsOf(race).map(({ player, place, total }): RaceStanding => {
      const { of: _, ...score } = total;
      const { name = '', player: playerHash = null } = known.get(player) ?? {};
      return { ...score, id: player, name, playerHash, place };
    });
    await table.store(id, endedAt, rows);
  }

  /** The time for which the server was away is given back to the round that it interrupted. */
  async function takeUp(id: string): Promise<void> {
    const { state } = await races.load(id);
    // Its code was reserved and the race never made.
    if (!state) return table.remove(id);
    const since = await director.lastSeen(state);
    await races.execute(id, { type: 'recover', since });
    const outcome = await races.execute(id, { type: 'tick' });
    if (!outcome.ok) return;
    await director.direct(outcome.after);
    await director.close(id);
    const race = races.peek(id).state ?? outcome.after;
    if (race.endedAt !== null) await store(race);
    watch(race);
  }

  return {
    watch,
    store,
    async recover() {
      for (const id of await table.open())
        await takeUp(id).catch((error: unknown) => log.error(error, 'taking up a race failed'));
    },
    stop: alarms.stop,
  };
}
