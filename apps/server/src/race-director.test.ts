/** Whole races by lot, with real matches and crashes: the matches follow the race, and nothing is lost or doubled. */
import {
  BOT,
  type Command,
  currentRound,
  draw,
  type Event,
  evolve,
  evolveRace,
  type HostCommand,
  isTimeUp,
  legsOf,
  type Match,
  type Move,
  type Pair,
  pairResultOf,
  playerById,
  type Race,
  type RaceCommand,
  type RaceEvent,
  type Round,
  raceWakesAt,
  standingsOf,
  tokenOf,
  totalsOf,
  usualOptions,
  wakesAt,
} from '@ackade/game';
import { ENDPOINTS, type Endpoint } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { idealMove } from '../../../packages/game/test/play.ts';
import { memoryLog } from '../test/memory-log.ts';
import { openMatchReader } from './match-reader.ts';
import { type Matches, openMatches } from './matches.ts';
import { changesPairs, type Director, openDirector } from './race-director.ts';
import { openRaces, type Races } from './races.ts';

type Node = { readonly matches: Matches; readonly races: Races; readonly director: Director };

const ID = 'the-race';
const GRACE = 20_000;
const WRONG: Move = { kind: 'send', ctl: 1, seq: 0, ack: 0, len: 0, wnd: 0, state: null };

/** A race whose clock and chances are the test's own, on nodes that share one log. */
async function theatre(nodes: 1 | 2) {
  const stored = memoryLog();
  let reads: string[] = [];
  const log = {
    ...stored,
    read: (stream: string, after?: number) => {
      reads.push(stream);
      return stored.read(stream, after);
    },
  };
  const pending = new Set<Promise<unknown>>();
  let now = 1_000_000;
  let fresh = 0;

  function open(): Node {
    const later = (work: () => Promise<unknown>): void => {
      const done = work().finally(() => pending.delete(done));
      pending.add(done);
    };
    const matches: Matches = openMatches(
      log,
      () => now,
      ({ after, events }) => {
        const { race } = after;
        if (race && events.some((e) => e.type === 'ended')) later(() => director.close(race.id));
      },
    );
    const races: Races = openRaces(
      log,
      () => now,
      async ({ id, after, events }) => {
        await director.direct(after, events);
        if (changesPairs(events)) later(() => director.close(id));
      },
    );
    const many = nodes > 1;
    const read = openMatchReader({ matches, many, log: { error: () => {} } });
    const director = openDirector({ matches, read, races, now: () => now, many });
    return { matches, races, director };
  }

  let running = Array.from({ length: nodes }, open);
  let turn = 0;
  /** Whichever node is asked next. */
  const node = (): Node => running[turn++ % nodes] as Node;
  const settled = async (): Promise<void> => {
    while (pending.size > 0) await Promise.all(pending);
  };
  /** The race and its matches as the log alone has them. */
  const race = (): Race => {
    const events = log.rows.filter((r) => r.stream === ID).flatMap((r) => r.events);
    return events.reduce<Race | null>((s, e) => evolveRace(s, e as never), null) as Race;
  };
  const match = (id: string): Match | null => {
    const events = log.rows.filter((r) => r.stream === id).flatMap((r) => r.events);
    return events.reduce<Match | null>((s, e) => evolve(s, e as never), null);
  };

  return {
    race,
    match,
    now: () => now,
    pass(ms: number) {
      now += ms;
    },
    async order(command: RaceCommand): Promise<boolean> {
      const { ok } = await node().races.execute(ID, command);
      await settled();
      return ok;
    },
    async host(command: HostCommand, present: readonly string[] = []): Promise<boolean> {
      const matches = present.map(() => `match-of-this-race-${++fresh}`);
      return await this.order({ type: 'host', command, present, matches });
    },
    /** `which`: the node that is told; any if not said. */
    async play(id: string, command: Command, which?: number): Promise<void> {
      const at = (which === undefined ? undefined : running[which]) ?? node();
      // A node hears of a seat's match when its player comes, and looks at the log then.
      if (command.type === 'connect') await at.matches.catchUp(id);
      await at.matches.execute(id, command);
      await settled();
    },
    /** What a keeper's alarm does. */
    async wake(): Promise<void> {
      const { races, director } = node();
      const outcome = await races.execute(ID, { type: 'tick' });
      if (outcome.ok) {
        await director.direct(outcome.after);
        await director.close(ID);
      }
      await settled();
    },
    async directEverywhere(race: Race): Promise<void> {
      await Promise.all(running.map(({ director }) => director.direct(race)));
    },
    /** The streams that `work` reads. */
    async readsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
      reads = [];
      await work();
      return reads;
    },
    events: (id: string) =>
      log.rows.filter((r) => r.stream === id).flatMap((r) => r.events as readonly Event[]),
    /** Every node dies at once, and the race is taken up again `ms` later. */
    async crash(ms: number): Promise<void> {
      running = running.map(open);
      now += ms;
      const { races, director } = node();
      const { state } = await races.load(ID);
      if (!state) return;
      await races.execute(ID, { type: 'recover', since: await director.lastSeen(state) });
      const { state: after } = races.peek(ID);
      if (after) await director.direct(after);
      await director.close(ID);
      await settled();
    },
  };
}

type Theatre = Awaited<ReturnType<typeof theatre>>;

/** Lets everything happen to a race that `seed` says, `steps` times; `seen` looks at it after each. */
async function perform(
  t: Theatre,
  seed: number,
  steps: number,
  seen: () => Promise<void> | void,
): Promise<void> {
  let n = 0;
  const lot = (below: number): number => draw(seed, n++, below);
  const of = <T>(all: readonly T[]): T | undefined => all[lot(all.length)];
  const connected = new Set<string>();
  let joined = 0;

  await t.order({
    type: 'create',
    id: ID,
    code: 'K7M4Q',
    host: 'host',
    screen: 'screen',
    seed,
    legs: legsOf(['handshake', 'lost-syn', 'close'], 'flags') ?? [],
    options: { ...usualOptions('flags'), grace: GRACE, time: 90_000 },
  });

  const here = (): string[] =>
    t.race().players.flatMap(({ id, membership }) => (membership === 'in' ? id : []));
  const pairs = (): readonly Pair[] =>
    t.race().phase === 'round' ? (currentRound(t.race())?.pairs ?? []) : [];
  const seatsOf = (player: string): { match: string; seat: Endpoint }[] =>
    pairs().flatMap(({ match, seats }) =>
      ENDPOINTS.flatMap((seat) => (seats[seat] === player ? { match, seat } : [])),
    );

  async function comes(player: string): Promise<void> {
    connected.add(player);
    const running = pairs().flatMap(({ match: m }) => (t.match(m)?.phase === 'over' ? [] : m));
    await t.order({ type: 'place', player, running });
    for (const { match: m, seat } of seatsOf(player))
      await t.play(m, { type: 'connect', seat, absent: [] });
  }
  async function goes(player: string): Promise<void> {
    connected.delete(player);
    for (const { match: m, seat } of seatsOf(player)) await t.play(m, { type: 'disconnect', seat });
  }
  async function moves(): Promise<void> {
    for (const { match: m, seats } of pairs())
      for (const seat of ENDPOINTS) {
        const match = t.match(m);
        const mine = connected.has(seats[seat]) && match?.seats[seat]?.present === true;
        if (!mine || match.phase !== 'playing' || match.world.ends[seat].turns.length === 0)
          continue;
        const move = lot(4) === 0 ? WRONG : idealMove(match, seat);
        await t.play(m, { type: 'move', seat, move, lag: 0 });
      }
  }
  /** Time passes, and all that falls due in it happens. */
  async function passes(ms: number): Promise<void> {
    t.pass(ms);
    for (const { match: m } of pairs()) {
      const match = t.match(m);
      if (match && (wakesAt(match) ?? Infinity) <= t.now()) await t.play(m, { type: 'tick' });
    }
    if ((raceWakesAt(t.race()) ?? Infinity) <= t.now()) await t.wake();
  }
  async function goesOn(): Promise<void> {
    const { phase, rounds } = t.race();
    // Otherwise most would be over before much has happened.
    if ((phase === 'podium' || phase === 'debrief') && lot(4) > 0) return;
    await t.host({ type: 'next', from: { phase, round: rounds.length } }, [...connected]);
    for (const player of connected) await comes(player);
  }

  const orders = (): HostCommand | undefined =>
    of<HostCommand>([
      { type: 'pause' },
      { type: 'resume' },
      { type: 'resume' },
      { type: 'add-time', ms: 10_000 },
      { type: 'weather', weather: { what: 'lose', from: 'client', kind: 'any' } },
      { type: 'weather', weather: { what: 'duplicate', from: 'server', kind: 'any' } },
      { type: 'kick', player: of(here()) ?? 'nobody', ban: false },
      { type: 'rename', player: of(here()) ?? 'nobody', name: `Renamed ${lot(9)}` },
      { type: 'pace', player: of(here()) ?? 'nobody', pace: 2 },
      { type: 'pair', a: of(here()) ?? 'nobody', b: of(here()) ?? null },
      { type: 'skip', from: { phase: 'round', round: t.race().rounds.length } },
    ]);

  for (let i = 0; i < steps; i++) {
    const what = i < 4 ? 0 : lot(20);
    if (what < 2) {
      const id = `p${++joined}`;
      const name = `Player ${joined}`;
      const newcomer = { id, name, token: `token of ${id}`, player: null };
      if (await t.order({ type: 'join', newcomer })) await comes(id);
    } else if (what < 3) await goes(of([...connected]) ?? 'nobody');
    else if (what < 5) {
      const back = of(here().filter((id) => !connected.has(id)));
      if (back) await comes(back);
    } else if (what < 12) await moves();
    else if (what < 15) await passes([500, 4000, GRACE][lot(3)] ?? 0);
    else if (what < 17) await goesOn();
    else if (what < 19) {
      const command = orders();
      if (command) await t.host(command);
      if (command?.type === 'kick') connected.delete(command.player);
    } else {
      await t.crash([0, 3000, 60_000][lot(3)] ?? 0);
      for (const player of connected) await comes(player);
    }
    await seen();
  }
  // Everybody plays to the end, and the host goes on.
  for (let i = 0; i < 60 && t.race().phase !== 'over'; i++) {
    await t.host({ type: 'resume' });
    await moves();
    await passes(30_000);
    if (t.race().phase !== 'round') {
      const { phase, rounds } = t.race();
      const on = await t.host({ type: 'next', from: { phase, round: rounds.length } }, [
        ...connected,
      ]);
      if (!on) await t.host({ type: 'end' });
      for (const player of connected) await comes(player);
    }
  }
}

/** Each match of the round is as the race says. */
function follows(t: Theatre): void {
  const race = t.race();
  const round = currentRound(race);
  if (race.phase !== 'round' || !round) return;
  expect(round.pairs.some(({ match }) => t.match(match)?.phase !== 'over')).toBe(true);
  for (const { match: id, seats } of round.pairs) {
    const match = t.match(id);
    expect(match, id).not.toBeNull();
    if (!match || match.phase === 'over') continue;
    expect(isTimeUp(race, t.now())).toBe(false);
    expect(match.held).toBe(race.pausedSince !== null);
    expect(match.weather.host).toBe(round.weather.length);
    for (const seat of ENDPOINTS) {
      const player = playerById(race, seats[seat]);
      expect(tokenOf(match, seat)).toBe(player?.token ?? null);
      const { occupant, formerly } = match.seats[seat] ?? {};
      const owner = occupant === 'bot' ? formerly : occupant;
      expect(owner?.name).toBe(player?.name);
      expect(match.race?.pace[seat]).toBe(player?.pace ?? 1);
    }
  }
}

/** What the race keeps is what its matches came to, each once, and nothing for the bot. */
function adds(t: Theatre): void {
  const race = t.race();
  const earned = new Map<string, number>();
  for (const { pairs, results } of race.rounds)
    for (const [i, { match: id, seats }] of pairs.entries()) {
      const match = t.match(id);
      const result = results?.[i];
      if (!match || !result) continue;
      const tokenIn = (seat: Endpoint) => playerById(race, seats[seat])?.token ?? null;
      expect(result).toEqual(
        pairResultOf(match, { client: tokenIn('client'), server: tokenIn('server') }),
      );
      for (const seat of ENDPOINTS) {
        if (seats[seat] === BOT) continue;
        const { accuracy, speed } = result.seats[seat].tally;
        earned.set(seats[seat], (earned.get(seats[seat]) ?? 0) + accuracy + speed);
      }
    }
  for (const { player, total } of standingsOf(race)) {
    expect(total.points).toBe(earned.get(player) ?? 0);
    expect(totalsOf(race).get(player)?.points ?? 0).toBe(total.points);
  }
}

describe.each([1, 2] as const)('a race on %i nodes', (nodes) => {
  it.each(Array.from({ length: 8 }, (_, i) => i + 1))('by lot %i', async (seed) => {
    const t = await theatre(nodes);
    await perform(t, seed, 70, () => {
      follows(t);
      adds(t);
    });
    expect(t.race().phase).toBe('over');
    adds(t);
    for (const { pairs } of t.race().rounds)
      for (const { match: id } of pairs) expect(t.match(id)?.phase).toBe('over');
  });
});

describe('orders that come twice', () => {
  const WEATHER = { what: 'lose', from: 'client', kind: 'syn' } as const;

  async function round(players: readonly string[] = ['ada']): Promise<Theatre> {
    const t = await theatre(2);
    await t.order({
      type: 'create',
      id: ID,
      code: 'K7M4Q',
      host: 'host',
      screen: 'screen',
      seed: 1,
      legs: legsOf(['handshake'], 'flags') ?? [],
      options: usualOptions('flags'),
    });
    for (const id of players)
      await t.order({
        type: 'join',
        newcomer: { id, name: `Player ${id}`, token: `t-${id}`, player: null },
      });
    await t.host({ type: 'next', from: { phase: 'lobby', round: 0 } }, players);
    return t;
  }

  it('from two nodes at the same time make one match, one weather, and seat a player once', async () => {
    const t = await round();
    const before = t.race();
    const [pair] = before.rounds[0]?.pairs ?? [];
    if (!pair) throw new Error('no pair');
    const at = t.now();
    const seat = pair.seats.client === BOT ? 'client' : 'server';
    const newcomer = { id: 'bo', name: 'Bo', token: 't-Bo', player: null };
    const events: readonly RaceEvent[] = [
      { type: 'weather-made', at, weather: WEATHER },
      { type: 'joined', at, newcomer },
      { type: 'placed', at, player: 'bo', place: { match: pair.match, seat } },
    ];
    const race = events.reduce<Race>(evolveRace, before);
    await t.directEverywhere(race);
    expect(t.match(pair.match)?.weather.host).toBe(1);
    const seated = t.events(pair.match).filter((e) => e.type === 'seated');
    expect(seated).toHaveLength(1);
    const other = { ...pair, match: 'another-match-of-it' };
    await t.directEverywhere({
      ...race,
      rounds: [{ ...currentRound(race), pairs: [other] } as Round],
    });
    expect(t.events(other.match).filter((e) => e.type === 'created')).toHaveLength(1);
  });

  it('may be given by one node and carried out by another, which closes the round', async () => {
    const t = await round();
    const [pair] = t.race().rounds[0]?.pairs ?? [];
    const { match: id = '', seats } = pair ?? {};
    const seat = seats?.client === BOT ? 'server' : 'client';
    await t.play(id, { type: 'connect', seat, absent: [] }, 1);
    for (let i = 0; i < 30 && t.match(id)?.phase !== 'over'; i++) {
      const match = t.match(id);
      if (match?.world.ends[seat].turns.length && match.phase === 'playing')
        await t.play(id, { type: 'move', seat, move: idealMove(match, seat), lag: 0 }, 1);
      t.pass(5000);
      await t.play(id, { type: 'tick' }, 1);
    }
    expect(t.race()).toMatchObject({ phase: 'between' });
  });

  it('cost no look at a match that they do not concern', async () => {
    const t = await round(['ada', 'bo', 'cleo', 'dan']);
    const looked = async (command: HostCommand): Promise<number> => {
      const reads = await t.readsOf(() => t.host(command));
      return new Set(reads.filter((stream) => stream !== ID)).size;
    };
    expect(await looked({ type: 'lock', locked: true })).toBe(0);
    expect(await looked({ type: 'add-time', ms: 1000 })).toBe(0);
    expect(await looked({ type: 'rename', player: 'ada', name: 'Ann' })).toBe(1);
    expect(await looked({ type: 'pause' })).toBe(2);
    follows(t);
  });

  it('find the match that a crash left unmade, and hold it', async () => {
    const t = await round();
    await t.crash(0);
    await t.host({ type: 'pause' });
    await t.crash(1000);
    follows(t);
  });
});
