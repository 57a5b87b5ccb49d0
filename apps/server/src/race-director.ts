/** Makes the matches of a race follow what the race says: one way, whatever has happened, and after a crash too. */
import {
  BOT,
  CAME_TO_NOTHING,
  type Command,
  currentRound,
  isPlayable,
  isTimeUp,
  type Match,
  type Occupant,
  type Pair,
  type PairResult,
  pairResultOf,
  playerById,
  type Race,
  type RaceEvent,
  type Round,
  tokenOf,
} from '@ackade/game';
import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import type { ReadMatch } from './match-reader.ts';
import type { Matches } from './matches.ts';
import type { Races } from './races.ts';
import { newSeed, newToken } from './secrets.ts';

/** So many matches are directed at a time: what they tell their players is worked out before anybody else is heard. */
const AT_ONCE = 25;

export type Director = {
  /**
   * Brings the matches of the round that is played to where the race is: made, its seats with whom they belong
   * to, held or running, ended when the time is up. What is so already costs nothing. `events`: only what these
   * can have changed is looked at.
   * @throws if something could not be done now; the rest is done, and what is missing comes with the next call.
   */
  direct(race: Race, events?: readonly RaceEvent[]): Promise<void>;
  /**
   * Closes the round of a race once all its matches are over.
   * @throws if that could not be done now.
   */
  close(id: string): Promise<void>;
  /** When something last happened in the race or in a match of its round, ms of wall clock. */
  lastSeen(race: Race): Promise<number>;
};

export type DirectorOptions = {
  readonly matches: Matches;
  readonly read: ReadMatch;
  readonly races: Races;
  readonly now: () => number;
  /** Whether other nodes write to the same races and matches. */
  readonly many: boolean;
};

export function openDirector({ matches, read, races, now, many }: DirectorOptions): Director {
  /** The match as `pair` wants it. `fresh`: it cannot have been made before. */
  async function directPair(race: Race, round: Round, pair: Pair, fresh: boolean): Promise<void> {
    const match =
      (fresh ? null : await read(pair.match)) ??
      (await made(pair.match, creation(race, round, pair)));
    if (match === 'unreadable') return;
    for (const { command, commandId } of missing(race, round, pair, match, now())) {
      const from = { author: 'race', commandId, socket: null };
      const outcome = await matches.execute(pair.match, command, from);
      // Anything else says that the match has gone on meanwhile, and needs it no longer.
      if (!outcome.ok && outcome.refusal === 'busy') throw new Error('a match is busy');
    }
  }

  async function made(id: string, create: Command): Promise<Match | 'unreadable'> {
    const outcome = await matches.execute(id, create);
    if (outcome.ok) return outcome.after;
    // Another node was faster.
    const match = await read(id);
    if (!match) throw new Error(`a match could not be made: ${outcome.refusal}`);
    return match;
  }

  /** What the matches of a round came to, all of them over; null while one is played, or still to be made. */
  async function resultsOf(race: Race, { pairs }: Round): Promise<readonly PairResult[] | null> {
    const over: (readonly [Pair, Match | 'unreadable'])[] = [];
    for (const pair of pairs) {
      const known = matches.peek(pair.match).state;
      const match = known?.phase === 'over' ? known : await read(pair.match);
      // Asked at the end of every match: while others play, the first of them is answer enough.
      if (match !== 'unreadable' && match?.phase !== 'over') return null;
      over.push([pair, match]);
    }
    return over.map(([{ seats }, match]) => {
      if (match === 'unreadable') return CAME_TO_NOTHING;
      const tokens = { client: tokenIn(race, seats.client), server: tokenIn(race, seats.server) };
      return pairResultOf(match, tokens) ?? CAME_TO_NOTHING;
    });
  }

  return {
    async direct(race, events) {
      const round = currentRound(race);
      if (race.phase !== 'round' || !round || !isPlayable(round.leg)) return;
      const fresh = events?.some((e) => e.type === 'round-began') ?? false;
      const pairs = round.pairs.filter((pair) => !events || events.some((e) => concerns(e, pair)));
      const failures: unknown[] = [];
      for (let from = 0; from < pairs.length; from += AT_ONCE) {
        const some = pairs.slice(from, from + AT_ONCE);
        const done = await Promise.allSettled(some.map((p) => directPair(race, round, p, fresh)));
        failures.push(
          ...done.flatMap((d) => (d.status === 'rejected' ? [d.reason as unknown] : [])),
        );
      }
      if (failures.length > 0)
        throw new AggregateError(failures, `${failures.length} matches do not follow their race`);
    },

    async close(id) {
      if (many) await races.catchUp(id);
      const { state: race } = await races.load(id);
      const round = race && currentRound(race);
      if (race?.phase !== 'round' || !round) return;
      // What cannot be played came to nothing.
      const results = isPlayable(round.leg) ? await resultsOf(race, round) : [];
      if (!results) return;
      const { pairs } = round;
      const command = {
        type: 'close-round',
        round: race.rounds.length - 1,
        pairs,
        results,
      } as const;
      const outcome = await races.execute(id, command);
      if (!outcome.ok && outcome.refusal === 'busy') throw new Error('the race is busy');
    },

    async lastSeen(race) {
      const round = race.phase === 'round' ? currentRound(race) : undefined;
      const pairs = round && isPlayable(round.leg) ? round.pairs : [];
      const played = await Promise.all(pairs.map((pair) => read(pair.match)));
      const times = played.flatMap((match) => (match && match !== 'unreadable' ? match.at : []));
      return Math.max(race.at, ...times);
    },
  };
}

/** Whether there may be something to do in the match of `pair`, now that `event` has happened in the race. */
function concerns(event: RaceEvent, { match, seats }: Pair): boolean {
  switch (event.type) {
    case 'round-began':
    case 'round-stopped':
    case 'paused':
    case 'resumed':
    case 'weather-made':
      return true;
    case 'placed':
      return event.place.match === match;
    case 'renamed':
    case 'paced':
      return ENDPOINTS.some((e) => seats[e] === event.player);
    case 'kicked':
      // The bot has the seat already.
      return ENDPOINTS.some((e) => seats[e] === BOT);
    default:
      return false;
  }
}

/** Whether the round may be closed by what has happened in the race itself, or with other results than before. */
export const changesPairs = (events: readonly RaceEvent[]): boolean =>
  events.some(({ type }) => type === 'round-began' || type === 'placed' || type === 'kicked');

function creation(race: Race, round: Round, { match: id, seats }: Pair): Command {
  const { scenario, level } = round.leg;
  const { hints, timed, grace } = race.options;
  return {
    type: 'create',
    id,
    // Nobody types it: the players of a race are led to their matches.
    code: id,
    mode: ENDPOINTS.some((e) => seats[e] === BOT) ? 'solo' : 'duo',
    scenario,
    level,
    seed: newSeed(),
    seats: { client: occupantOf(race, seats.client), server: occupantOf(race, seats.server) },
    race: {
      id: race.id,
      round: race.rounds.length - 1,
      hints,
      timed,
      grace,
      pace: { client: paceOf(race, seats.client), server: paceOf(race, seats.server) },
    },
  };
}

function occupantOf(race: Race, racer: string): Occupant {
  const player = playerById(race, racer);
  return player ? { name: player.name, token: player.token, player: player.player } : 'bot';
}

const tokenIn = (race: Race, racer: string): string | null =>
  playerById(race, racer)?.token ?? null;

const paceOf = (race: Race, racer: string): number => playerById(race, racer)?.pace ?? 1;

type Order = { readonly command: Command; readonly commandId: string };

const order = (command: Command): Order => ({ command, commandId: newToken() });

/** What has to happen in `match` for it to be as the race says. */
function missing(race: Race, round: Round, pair: Pair, match: Match, now: number): Order[] {
  if (match.phase === 'over') return [];
  const held = race.pausedSince !== null;
  const { host: known } = match.weather;
  return [
    ...ENDPOINTS.flatMap((seat) => seatChanges(race, pair, match, seat).map(order)),
    ...(match.held === held ? [] : [order({ type: 'hold', held })]),
    // Under a name of its own: two who bring it at the same time bring it once.
    ...round.weather.slice(known).map((weather, i) => ({
      command: { type: 'weather', by: 'host', weather } as const,
      commandId: `weather-${known + i}`,
    })),
    ...(isTimeUp(race, now) ? [order({ type: 'stop' })] : []),
  ];
}

function seatChanges(race: Race, pair: Pair, match: Match, seat: Endpoint): Command[] {
  const racer = pair.seats[seat];
  const wanted = occupantOf(race, racer);
  const { occupant = 'bot', formerly = null } = match.seats[seat] ?? {};
  // The bot keeps the seat warm for who is away: that is as it should be.
  if (tokenOf(match, seat) !== tokenIn(race, racer))
    return [{ type: 'seat', seat, occupant: wanted, pace: paceOf(race, racer) }];
  const owner = occupant === 'bot' ? formerly : occupant;
  const changes: Command[] = [];
  if (wanted !== 'bot' && owner?.name !== wanted.name)
    changes.push({ type: 'rename', seat, name: wanted.name });
  const pace = paceOf(race, racer);
  if (match.race?.pace[seat] !== pace) changes.push({ type: 'pace', seat, pace });
  return changes;
}
