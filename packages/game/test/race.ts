/** A race driven by hand, with its whole history. */
import {
  ACCURACY_POINTS,
  decideRace,
  evolveRace,
  type HostCommand,
  legsOf,
  type Pair,
  type PairResult,
  type Race,
  type RaceCommand,
  type RaceEvent,
  type RaceOptions,
  type SeatResult,
  type Tally,
  usualOptions,
} from '../src/index.ts';

export type RaceTable = { race: Race; now: number; readonly events: RaceEvent[] };

export function newRace(
  scenarios: readonly string[] = ['handshake', 'close', 'conversation'],
  options: Partial<RaceOptions> = {},
  seed = 1,
): RaceTable {
  const create: RaceCommand = {
    type: 'create',
    id: 'race',
    code: 'K7M4Q',
    host: 'host',
    screen: 'screen',
    seed,
    legs: legsOf(scenarios, 'flags') ?? [],
    options: { ...usualOptions('flags'), ...options },
  };
  const decision = decideRace(null, create, 1000);
  if ('refusal' in decision) throw new Error(decision.refusal);
  const race = decision.events.reduce<Race | null>(evolveRace, null);
  if (!race) throw new Error('nothing created');
  return { race, now: 1000, events: [...decision.events] };
}

/** Gives a command and takes over its events; returns the refusal, if it is refused. */
export function order(table: RaceTable, command: RaceCommand): string | null {
  const decision = decideRace(table.race, command, table.now);
  if ('refusal' in decision) return decision.refusal;
  table.events.push(...decision.events);
  table.race = decision.events.reduce<Race>(evolveRace, table.race);
  return null;
}

let matches = 0;

/** `present`: who is connected; everybody if not said. */
export function asHost(
  table: RaceTable,
  command: HostCommand,
  present: readonly string[] = table.race.players.map((p) => p.id),
): string | null {
  const fresh = present.map(() => `match-${++matches}`);
  return order(table, { type: 'host', command, present, matches: fresh });
}

export const join = (table: RaceTable, name: string, player: string | null = null): string | null =>
  order(table, {
    type: 'join',
    newcomer: { id: name.toLowerCase(), name, token: `t-${name}`, player },
  });

export const next = (table: RaceTable, present?: readonly string[]): string | null => {
  const { phase, rounds } = table.race;
  return asHost(table, { type: 'next', from: { phase, round: rounds.length } }, present);
};

/** What a seat has earned by one turn, right at the first try where it has all points for accuracy. */
export const seatResult = (accuracy: number, tally: Partial<Tally> = {}): SeatResult => ({
  tally: {
    turns: 1,
    firstTry: accuracy === ACCURACY_POINTS ? 1 : 0,
    accuracy,
    speed: 0,
    mistakes: 0,
    ...tally,
  },
  shown: [],
});

/** `points`: of accuracy, for every seat in the order of the pairs. */
export function close(
  table: RaceTable,
  points: (seat: number) => number = () => ACCURACY_POINTS,
): void {
  let seat = 0;
  closeWith(table, () => ({
    client: seatResult(points(seat++)),
    server: seatResult(points(seat++)),
  }));
}

/** `change`: what is special about the matches. */
export function closeWith(
  table: RaceTable,
  seats: (pair: Pair) => PairResult['seats'],
  change: Partial<PairResult> = {},
): void {
  const { rounds } = table.race;
  const pairs = rounds.at(-1)?.pairs ?? [];
  const results = pairs.map(
    (pair): PairResult => ({
      outcome: 'finished',
      teamwork: 100,
      botPlayed: false,
      took: 1000,
      seats: seats(pair),
      ...change,
    }),
  );
  order(table, { type: 'close-round', round: rounds.length - 1, pairs, results });
}
