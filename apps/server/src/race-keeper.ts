/** Keeps races going by themselves: rounds end in time, what failed is tried again, what a crash interrupted goes on. */
import {
  isPlayable,
  isQuestionDue,
  isTimeUp,
  type Match,
  type Race,
  type RaceCommand,
  type RaceEvent,
  raceWakesAt,
  standingsOf,
} from '@ackade/game';
import type { FastifyBaseLogger } from 'fastify';
import { AGAIN, openAlarms } from './alarms.ts';
import type { Clock } from './clock.ts';
import type { ReadMatch } from './match-reader.ts';
import { BEING_MADE, type MatchesTable } from './matches-table.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Director } from './race-director.ts';
import type { Races } from './races.ts';
import type { RaceStanding, RacesTable } from './races-table.ts';

/** How long a race is left alone at most, ms. */
const LOOK_IN = 10 * 60 * 1000;

export type RaceKeeperOptions = {
  readonly races: Races;
  readonly read: ReadMatch;
  readonly tables: { readonly races: RacesTable; readonly matches: MatchesTable };
  /** Keeps what a match that is over came to. */
  readonly conclude: (match: Match) => Promise<void>;
  readonly director: Director;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  /** Whether anybody is connected to the race, on any node. */
  readonly inhabited: (id: string) => Promise<boolean>;
};

export type RaceKeeper = {
  /** Sees to it that the race wakes when something in it falls due. */
  watch(race: Race): void;
  /** Has the race looked after soon: something in it is not as it should be. */
  nudge(id: string): void;
  /** Lets the matches follow what has happened in the race. */
  direct(race: Race, events: readonly RaceEvent[]): Promise<void>;
  /** Closes the round if all its matches are over. */
  close(id: string): Promise<void>;
  /** Writes how the players stand to the tables. */
  store(race: Race): Promise<void>;
  /** Takes up every race that was going on when the server went away. */
  recover(): Promise<void>;
  stop(): void;
};

type Outage = {
  /** Whether nobody was connected to the race, on any node. */
  readonly away: boolean;
  /** When something last happened in it, ms of wall clock. */
  readonly since: number;
};

export function openRaceKeeper(options: RaceKeeperOptions): RaceKeeper {
  const { races, read, tables, conclude, director, clock, log, inhabited } = options;
  /** When races in which something failed are looked after again. */
  const nudges = new Map<string, number>();
  /** Races that a start of the server has found and could not take up yet, with what it found first. */
  const interrupted = new Map<string, Outage | null>();

  const alarms = openAlarms(clock, (id) => {
    nudges.delete(id);
    void attempt(id, 'waking a race', () => wake(id));
  });

  /** Does `work`, and has the race looked after again if it fails. */
  async function attempt(id: string, what: string, work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => {
      log.error(error, `${what} failed`);
      nudge(id);
    });
  }

  function nudge(id: string): void {
    if (nudges.has(id)) return;
    const at = clock.now() + AGAIN;
    nudges.set(id, at);
    alarms.set(id, at);
  }

  function watch(race: Race): void {
    const due = raceWakesAt(race);
    const at = due === null ? null : Math.min(due, clock.now() + LOOK_IN);
    alarms.set(race.id, nudges.get(race.id) ?? at);
  }

  async function wake(id: string): Promise<void> {
    if (interrupted.has(id)) return takeUp(id);
    const outcome = await races.execute(id, { type: 'tick' });
    if (outcome.ok) await follow(outcome.after);
    else if (outcome.refusal === 'busy') nudge(id);
  }

  /** Brings everything that hangs on the race to where it is. */
  async function follow(race: Race): Promise<void> {
    const { id } = race;
    await director.direct(race);
    await director.close(id);
    if (isQuestionDue(race, clock.now())) await races.execute(id, { type: 'time-up' });
    const after = races.peek(id).state ?? race;
    if (after.rounds.length > 0 || after.endedAt !== null) await write(after);
    watch(after);
    // A round ends with the last of its matches, which may be a moment away.
    const now = clock.now();
    if (isTimeUp(after, now) || isQuestionDue(after, now)) nudge(id);
  }

  async function write(race: Race): Promise<void> {
    await writeMatches(race);
    const { id, endedAt, players } = race;
    const known = new Map(players.map((p) => [p.id, p]));
    const rows = standingsOf(race).map(({ player, place, total }): RaceStanding => {
      const { of: _, ...score } = total;
      const { name = '', player: playerHash = null } = known.get(player) ?? {};
      return { ...score, id: player, name, playerHash, place };
    });
    await tables.races.store(id, endedAt, rows);
  }

  /** The rows of matches that ended without one: before a race counts as over they are all there. */
  async function writeMatches({ id, rounds }: Race): Promise<void> {
    const written = new Set(await tables.matches.endedIn(id));
    for (const { leg, pairs, results } of rounds)
      for (const { match } of results && isPlayable(leg) ? pairs : []) {
        if (written.has(match)) continue;
        const state = await read(match);
        if (state && state !== 'unreadable') await conclude(state);
      }
  }

  async function takeUp(id: string): Promise<void> {
    if (!interrupted.has(id)) interrupted.set(id, null);
    await races.catchUp(id);
    const { state } = races.peek(id);
    if (state) {
      // Neither waits for the other to succeed: a race that is abandoned ends, whatever can be found of it.
      const [{ away, since }] = await Promise.all([outageOf(state), order(id, { type: 'tick' })]);
      if (away) await order(id, { type: 'recover', since });
      await follow(races.peek(id).state ?? state);
    }
    // Its code was reserved and the race never made.
    else await tables.races.remove(id, clock.now() - BEING_MADE);
    interrupted.delete(id);
  }

  /** As it was found first: by the next try the players may be back, as if they had never been away. */
  async function outageOf(race: Race): Promise<Outage> {
    const found = interrupted.get(race.id);
    if (found) return found;
    // Where somebody is connected another node has kept it going.
    const away = !(await inhabited(race.id));
    const outage = { away, since: await director.lastSeen(race) };
    interrupted.set(race.id, outage);
    return outage;
  }

  async function order(id: string, command: RaceCommand): Promise<void> {
    const outcome = await races.execute(id, command);
    if (!outcome.ok) throw new Error(`a race could not be taken up: ${outcome.refusal}`);
  }

  return {
    watch,
    nudge,
    direct: (race, events) =>
      attempt(race.id, 'directing a race', () => director.direct(race, events)),
    close: oneAtATime((id) => attempt(id, 'closing a round', () => director.close(id))),
    store: (race) => attempt(race.id, 'storing a race', () => write(race)),
    async recover() {
      for (const id of await tables.races.open())
        await attempt(id, 'taking up a race', () => takeUp(id));
    },
    stop: alarms.stop,
  };
}
