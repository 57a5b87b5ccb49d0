/** Who plays with whom, and at which end. */
import type { Endpoint } from '@ackade/tcp';
import { draw } from '../random.ts';
import { BOT, type Pair, type Race, type Racer } from './race.ts';
import { totalsOf } from './standings.ts';

/** Two who play together; the order says nothing yet. */
type Couple = readonly [Racer, Racer];

/** What the rounds so far mean for a player. */
type Past = {
  /** Rounds at the client's end less rounds at the server's. */
  readonly lean: number;
  readonly last: Endpoint | null;
  readonly partner: Racer | null;
  readonly withBot: number;
};

const NO_PAST: Past = { lean: 0, last: null, partner: null, withBot: 0 };

/**
 * Pairs `present` (players' ids, all different) for the next round. With an odd number one plays with the bot:
 * of those who did so least often. The lot is the race's own, so that the same race is always paired alike.
 * `matches`: an id for each pair.
 */
export function pairUp(
  race: Race,
  present: readonly string[],
  matches: readonly string[],
): readonly Pair[] {
  const past = pastOf(race);
  const lot = lotOf(race.seed, race.rounds.length);
  return couples(race, present, past, lot).map((couple, i) => {
    const match = matches[i];
    if (match === undefined) throw new Error('there are fewer matches than pairs');
    return { match, seats: ends(couple, past, race.options.swap, lot) };
  });
}

/** A stream of numbers below a bound that the race and the round determine. */
function lotOf(seed: number, round: number): (below: number) => number {
  let n = round * 1_000_003;
  return (below) => draw(seed, n++, below);
}

function couples(
  race: Race,
  present: readonly string[],
  past: ReadonlyMap<string, Past>,
  lot: (below: number) => number,
): Couple[] {
  const free = new Set(present);
  const made: Couple[] = [];
  const couple = (a: string, b: string): void => {
    if (a === b || !free.has(a) || !free.has(b)) return;
    free.delete(a);
    free.delete(b);
    made.push([a, b]);
  };
  for (const [a, b] of race.planned) couple(a, b);
  if (race.options.pairing === 'keep')
    for (const id of present) {
      const partner = past.get(id)?.partner;
      if (partner != null) couple(id, partner);
    }
  let rest = shuffled([...free], lot);
  if (rest.length % 2 === 1) {
    const single = whoIsSingle(rest, past);
    rest = rest.filter((id) => id !== single);
    made.push([single, BOT]);
  }
  const others = race.options.pairing === 'mixed' ? mixed(race, rest) : neighbours(rest);
  return [...made, ...anew(others, past)];
}

/**
 * Who plays with the bot: of those who did so least often rather one who would otherwise play with the same partner
 * again.
 */
function whoIsSingle(ids: readonly string[], past: ReadonlyMap<string, Past>): string {
  const rank = (id: string): number => {
    const { withBot, partner } = past.get(id) ?? NO_PAST;
    return withBot + (partner !== null && ids.includes(partner) ? 0 : 0.5);
  };
  return ids.reduce((a, b) => (rank(b) < rank(a) ? b : a));
}

function shuffled(ids: readonly string[], lot: (below: number) => number): string[] {
  const all = [...ids];
  for (let i = all.length - 1; i > 0; i--) {
    const j = lot(i + 1);
    [all[i], all[j]] = [all[j] as string, all[i] as string];
  }
  return all;
}

/** The strongest with the weakest, and so on inwards. */
function mixed(race: Race, ids: readonly string[]): [string, string][] {
  const totals = totalsOf(race);
  const points = (id: string): number => totals.get(id)?.points ?? 0;
  const order = ids.toSorted((a, b) => points(b) - points(a));
  return order.slice(0, order.length / 2).map((id, i) => [id, order.at(-1 - i) as string]);
}

function neighbours(ids: readonly string[]): [string, string][] {
  const couples: [string, string][] = [];
  for (let i = 0; i + 1 < ids.length; i += 2)
    couples.push([ids[i] as string, ids[i + 1] as string]);
  return couples;
}

/** The same couples, but that two who have just played together change partners with the next two. */
function anew(couples: [string, string][], past: ReadonlyMap<string, Past>): Couple[] {
  for (const [i, pair] of couples.entries()) {
    const other = couples[(i + 1) % couples.length];
    if (other && other !== pair && past.get(pair[0])?.partner === pair[1])
      [pair[1], other[1]] = [other[1], pair[1]];
  }
  return couples;
}

/**
 * Who has been the client less often is it now; where ends do not change, who was it last. Of two alike the lot
 * decides.
 */
function ends(
  [a, b]: Couple,
  past: ReadonlyMap<string, Past>,
  swap: boolean,
  lot: (below: number) => number,
): Record<Endpoint, Racer> {
  const lot2 = lot(2) === 0;
  const weight = (id: Racer): number => {
    const { lean, last } = past.get(id) ?? NO_PAST;
    const latest = last === 'client' ? 1 : last === 'server' ? -1 : 0;
    // The last round counts most: what was played then changes, if it can.
    return swap ? lean + 100 * latest : -latest;
  };
  const aIsClient = weight(a) === weight(b) ? lot2 : weight(a) < weight(b);
  return aIsClient ? { client: a, server: b } : { client: b, server: a };
}

function pastOf(race: Race): ReadonlyMap<string, Past> {
  const past = new Map<string, Past>();
  for (const { pairs } of race.rounds)
    for (const { seats } of pairs)
      for (const [end, racer, partner] of [
        ['client', seats.client, seats.server],
        ['server', seats.server, seats.client],
      ] as const) {
        if (racer === BOT) continue;
        const { lean, withBot } = past.get(racer) ?? NO_PAST;
        past.set(racer, {
          lean: lean + (end === 'client' ? 1 : -1),
          last: end,
          partner: partner === BOT ? null : partner,
          withBot: withBot + (partner === BOT ? 1 : 0),
        });
      }
  return past;
}
