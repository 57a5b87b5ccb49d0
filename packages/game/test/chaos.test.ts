import { ENDPOINTS, type Endpoint, seq } from '@ackade/tcp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ABANDONED_AFTER,
  type Command,
  decide,
  type Event,
  evolve,
  GAME_PHASES,
  KINDS,
  type Match,
  MODES,
  type Move,
  type Person,
  type RaceTerms,
  SCENARIOS,
  viewFor,
  WEATHERS,
  wakesAt,
} from '../src/index.ts';
import { rightMoves } from './play.ts';
import { person } from './simulate.ts';

/** A step that somebody might take, made into a command by the match that it meets. */
type Step = (match: Match) => readonly [Command, wait: number];

const seat = fc.constantFrom(...ENDPOINTS);

/** A number near one that means something at that end. */
const numberNear = (match: Match, at: Endpoint, pick: number, off: number): number => {
  const { snd, rcv, nextIss } = match.world.ends[at].tcb;
  const all = [0, snd.iss, snd.una, snd.nxt, rcv.irs, rcv.nxt, nextIss];
  return seq((all[pick % all.length] ?? 0) + off);
};

const anyMove: fc.Arbitrary<Step> = fc
  .record({
    at: seat,
    ctl: fc.nat(63),
    picks: fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: -2, max: 2 })),
    len: fc.constantFrom(0, 0, 0, 1, 5, 6, 65535),
    silent: fc.boolean(),
  })
  .map(({ at, ctl, picks: [s, a, off], len, silent }) => (match) => {
    const move: Move = silent
      ? { kind: 'silent', state: null }
      : {
          kind: 'send',
          ctl,
          seq: numberNear(match, at, s, off),
          ack: numberNear(match, at, a, off),
          len,
          wnd: 65535,
          state: null,
        };
    return [{ type: 'move', lag: 0, seat: at, move }, 10];
  });

const rightMove: fc.Arbitrary<Step> = fc
  .record({ at: seat, n: fc.nat(9) })
  .map(({ at, n }) => (match) => {
    const moves = rightMoves(match, at);
    return [
      {
        type: 'move',
        lag: 0,
        seat: at,
        move: moves[n % moves.length] ?? { kind: 'silent', state: null },
      },
      500,
    ];
  });

const company: fc.Arbitrary<Step> = fc
  .record({
    at: seat,
    what: fc.constantFrom('connect', 'connect', 'disconnect', 'call-bot', 'join', 'rematch'),
    absent: fc.subarray([...ENDPOINTS]),
    name: fc.constantFrom('Ada', 'Bo', 'Cy'),
  })
  .map(({ at, what, absent, name }) => () => {
    if (what === 'connect') return [{ type: 'connect', seat: at, absent }, 30];
    if (what === 'join') return [{ type: 'join', person: person(name) as Person }, 30];
    if (what === 'rematch') return [{ type: 'rematch', seat: at }, 30];
    return [{ type: what as 'disconnect' | 'call-bot', seat: at }, 30];
  });

/** Help for those who ask, and bad weather. */
const extras: fc.Arbitrary<Step> = fc
  .record({
    at: seat,
    what: fc.constantFrom(null, ...WEATHERS),
    from: seat,
    kind: fc.constantFrom(...KINDS),
  })
  .map(({ at, what, from, kind }) => () => [
    what === null
      ? { type: 'hint', seat: at }
      : { type: 'weather', by: at, weather: { what, from, kind } },
    20,
  ]);

/** What the race that a match belongs to does with it. */
const direction: fc.Arbitrary<Step> = fc
  .record({
    at: seat,
    what: fc.constantFrom('hold', 'hold', 'seat', 'rename', 'pace', 'weather', 'stop'),
    yes: fc.boolean(),
    name: fc.constantFrom('Dee', 'Eve'),
  })
  .map(({ at, what, yes, name }) => (match) => {
    if (!match.race) return [{ type: 'tick' }, 10];
    if (what === 'hold') return [{ type: 'hold', held: yes }, 40];
    if (what === 'rename') return [{ type: 'rename', seat: at, name }, 40];
    if (what === 'pace') return [{ type: 'pace', seat: at, pace: yes ? 2 : 1 }, 40];
    if (what === 'stop') return yes ? [{ type: 'stop' }, 40] : [{ type: 'tick' }, 40];
    if (what === 'seat')
      return [{ type: 'seat', seat: at, occupant: yes ? person(name) : 'bot', pace: 1 }, 40];
    return [{ type: 'weather', by: 'host', weather: { what: 'lose', from: at, kind: 'any' } }, 40];
  });

const time: fc.Arbitrary<Step> = fc
  .constantFrom(0, 1, 2500, 60_000, ABANDONED_AFTER)
  .map((ms) => () => [{ type: 'tick' }, ms]);
const wake: fc.Arbitrary<Step> = fc.constant((match) => [
  { type: 'tick' },
  Math.max(0, (wakesAt(match) ?? 0) - match.at),
]);

const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: rightMove },
    { weight: 4, arbitrary: anyMove },
    { weight: 3, arbitrary: wake },
    { weight: 2, arbitrary: company },
    { weight: 2, arbitrary: extras },
    { weight: 2, arbitrary: direction },
    { weight: 1, arbitrary: time },
  ),
  { maxLength: 60, size: 'max' },
);

const played = SCENARIOS.flatMap(({ id, levels }) =>
  levels.map((level) => ({ scenario: id, level })),
);
const terms: fc.Arbitrary<RaceTerms> = fc.record({
  id: fc.constant('race'),
  round: fc.nat(5),
  hints: fc.boolean(),
  timed: fc.boolean(),
  grace: fc.constantFrom(0, 30_000),
  pace: fc.record({ client: fc.constantFrom(1, 2), server: fc.constantFrom(1, 1.5) }),
});
const beginnings = fc.record({
  race: fc.option(terms),
  played: fc.constantFrom(...played),
  mode: fc.constantFrom(...MODES),
  seed: fc.integer(),
  seats: fc.constantFrom(
    { client: person('Ada'), server: person('Bo') },
    { client: person('Ada'), server: null },
    { client: null, server: person('Bo') },
    { client: person('Ada'), server: 'bot' as const },
    { client: 'bot' as const, server: person('Bo') },
  ),
});
const beginning = beginnings.map(({ played: { scenario, level }, ...rest }) => ({
  ...rest,
  scenario,
  level,
}));

function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

type History = {
  readonly match: Match;
  readonly command: Command;
  readonly events: readonly Event[];
  readonly after: Match;
  readonly now: number;
};

/** Runs a whole story with every value in it frozen; gives what happened at each step. */
function story(
  start: Omit<Extract<Command, { type: 'create' }>, 'type' | 'id' | 'code'>,
  all: readonly Step[],
): {
  events: Event[];
  history: History[];
  end: Match;
} {
  const create: Command = { ...start, type: 'create', id: 'm', code: 'K7M4QX' };
  const first = decide(null, create, 0);
  if ('refusal' in first) throw new Error(first.refusal);
  const events: Event[] = [...first.events];
  let match = frozen(first.events.reduce<Match | null>(evolve, null));
  if (!match) throw new Error('nothing created');
  const history: History[] = [];
  let now = 0;
  const both: Step[] = ENDPOINTS.map((e) => () => [{ type: 'connect', seat: e, absent: [] }, 5]);
  const begin: Step = (m) => [{ type: 'tick' }, Math.max(0, (wakesAt(m) ?? 0) - m.at)];
  for (const step of [...both, begin, ...all]) {
    const [command, wait] = step(match);
    now += wait;
    const decision = frozen(decide(match, frozen(command), now));
    const made = 'refusal' in decision ? [] : decision.events;
    expect(decide(match, command, now)).toEqual(decision);
    const after: Match = made.reduce<Match>((m, event) => frozen(evolve(m, event)), match);
    history.push({ match, command, events: made, after, now });
    events.push(...made);
    match = after;
  }
  return { events, history, end: match };
}

const RUNS = { numRuns: 120 };

describe('whatever anybody does in whatever order', () => {
  it('nothing throws, nothing is mutated, and the log gives the same state again', () =>
    fc.assert(
      fc.property(beginning, steps, (start, all) => {
        const { events, end } = story(start, all);
        expect(events.reduce<Match | null>(evolve, null)).toEqual(end);
      }),
      RUNS,
    ));

  it('a wrong move or a refused command leaves the connection as it was', () =>
    fc.assert(
      fc.property(beginning, steps, (start, all) => {
        for (const { command, events, match, after } of story(start, all).history) {
          if (events.length === 0) expect(after).toBe(match);
          const wrong = events.some((e) => e.type === 'moved' && !e.verdict.right);
          if (command.type === 'move' && wrong) {
            expect(after.world).toBe(match.world);
            expect(after.mistakes).toHaveLength(match.mistakes.length + 1);
            expect(after.rings).toBe(match.rings);
          }
        }
      }),
      RUNS,
    ));

  it('time never runs backwards, phases only go on, and what a seat has seen stays', () =>
    fc.assert(
      fc.property(beginning, steps, (start, all) => {
        for (const { match, after, events, now } of story(start, all).history) {
          expect(GAME_PHASES.indexOf(after.phase)).toBeGreaterThanOrEqual(
            GAME_PHASES.indexOf(match.phase),
          );
          for (const event of events) expect(event.at).toBeLessThanOrEqual(now);
          for (const e of ENDPOINTS) {
            const [old, view] = [viewFor(match, e, now), viewFor(after, e, now)];
            expect(view.clock.spent).toBeGreaterThanOrEqual(0);
            if (after.phase === 'over') expect(view.result?.took).toBeGreaterThanOrEqual(0);
            else expect(view.rows.slice(0, old.rows.length)).toEqual(old.rows);
          }
        }
      }),
      RUNS,
    ));

  it('the clocks stand still exactly while somebody of a running match is away, or the host holds it', () =>
    fc.assert(
      fc.property(beginning, steps, (start, all) => {
        for (const { after } of story(start, all).history) {
          const running = after.phase === 'countdown' || after.phase === 'playing';
          const away = ENDPOINTS.some((e) => after.seats[e]?.present === false);
          expect(after.frozenSince !== null).toBe(running && (away || after.held));
        }
      }),
      RUNS,
    ));

  it('somebody owes a move, a timer turns, or the match is over', () =>
    fc.assert(
      fc.property(beginning, steps, (start, all) => {
        for (const { after } of story(start, all).history) {
          if (after.phase !== 'playing') continue;
          const owed = ENDPOINTS.filter((e) => after.world.ends[e].turns.length > 0);
          const turning = ENDPOINTS.some((e) => after.rings[e] !== null);
          expect(owed.length > 0 || turning).toBe(true);
          for (const e of ENDPOINTS)
            expect(after.seats[e]?.owesSince !== null).toBe(owed.includes(e));
        }
      }),
      RUNS,
    ));
});
