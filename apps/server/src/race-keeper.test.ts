/** What fails is tried again, what a crash left undone is done, and only who has lost time is given some. */
import {
  currentRound,
  type Leg,
  type Match,
  type Race,
  type RaceCommand,
  usualOptions,
} from '@ackade/game';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryLog } from '../test/memory-log.ts';
import { systemClock } from './clock.ts';
import type { LogRow } from './event-log.ts';
import { openMatchReader } from './match-reader.ts';
import { type Matches, openMatches } from './matches.ts';
import { changesPairs, openDirector } from './race-director.ts';
import { openRaceKeeper } from './race-keeper.ts';
import { openRaces, type Races } from './races.ts';
import { resultOf } from './results.ts';

const ID = 'the-race';
const TIME = 60_000;
const HANDSHAKE: Leg = { scenario: 'handshake', level: 'flags' };

type Tables = Parameters<typeof openRaceKeeper>[0]['tables'];

function stage() {
  /** Throws where the store is to fail. */
  let store: (row: LogRow) => void = () => {};
  let busy = 0;
  let inhabited = false;
  /** The commands that the race was given. */
  const given: RaceCommand['type'][] = [];
  /** Throws where the log is not to answer. */
  let look: (stream: string) => void = () => {};
  const stored = memoryLog((row) => store(row));
  const log = {
    ...stored,
    async read(stream: string, after?: number) {
      look(stream);
      return stored.read(stream, after);
    },
  };
  const written = new Set<string>();
  const tables = {
    races: { open: vi.fn(async () => [ID]), store: vi.fn(async () => {}), remove: vi.fn() },
    matches: {
      endedIn: async () => [...written],
      finish: vi.fn(async ({ id }: { id: string }) => {
        written.add(id);
      }),
    },
  };
  const logger = { error: vi.fn() };

  /** A server that has just been started. */
  function start() {
    const { now } = systemClock;
    const matches: Matches = openMatches(log, now, ({ after, events }) => {
      if (after.race && events.some((e) => e.type === 'ended')) void keeper.close(after.race.id);
    });
    const opened: Races = openRaces(log, now, async ({ id, after, events }) => {
      keeper.watch(after);
      await keeper.direct(after, events);
      if (changesPairs(events)) void keeper.close(id);
    });
    const races: Races = {
      ...opened,
      execute: async (...args) => {
        given.push(args[1].type);
        return busy-- > 0 ? { ok: false, refusal: 'busy' } : opened.execute(...args);
      },
    };
    const read = openMatchReader({ matches, many: false, log: logger });
    const director = openDirector({ matches, read, races, now, many: false });
    const keeper = openRaceKeeper({
      races,
      read,
      director,
      conclude: async (match) => {
        const result = resultOf(match);
        if (result) await (tables as unknown as Tables).matches.finish(result);
      },
      tables: tables as unknown as Tables,
      clock: systemClock,
      log: logger as never,
      inhabited: async () => inhabited,
    });
    return { matches, races, keeper };
  }

  let server = start();
  const give = (command: RaceCommand) => server.races.execute(ID, command);
  const race = (): Race => server.races.peek(ID).state as Race;
  return {
    tables,
    given,
    written,
    logger,
    give,
    race,
    fail(how: typeof store) {
      store = how;
    },
    failReading(how: typeof look) {
      look = how;
    },
    /** As if a move that was right once were so no longer. */
    spoil(stream: string) {
      const version =
        1 + Math.max(...log.rows.flatMap((r) => (r.stream === stream ? r.version : [])));
      const move = { kind: 'send', ctl: 4, seq: 0, ack: 0, len: 0, wnd: 0, state: null };
      const moved = {
        type: 'moved',
        seat: 'client',
        at: 0,
        lag: 0,
        move,
        verdict: { right: true },
      };
      log.rows.push({ stream, version, at: 0, commandId: 'of-old', events: [moved] });
    },
    sit: (match: string) =>
      server.matches.execute(match, { type: 'connect', seat: 'client', absent: [] }),
    beBusy(times: number) {
      busy = times;
    },
    inhabit() {
      inhabited = true;
    },
    keeper: () => server.keeper,
    restart() {
      server.keeper.stop();
      server = start();
    },
    async begin(leg = HANDSHAKE) {
      const options = { ...usualOptions('flags'), time: TIME };
      const secrets = { host: 'host', screen: 'screen' };
      await give({
        type: 'create',
        id: ID,
        code: 'K7M4Q',
        ...secrets,
        seed: 1,
        legs: [leg],
        options,
      });
      for (const name of ['Ada', 'Bo', 'Cleo', 'Dan']) {
        const newcomer = { id: name, name, token: `t-${name}`, player: null };
        await give({ type: 'join', newcomer });
      }
      await give({
        type: 'host',
        command: { type: 'next', from: { phase: 'lobby', round: 0 } },
        present: ['Ada', 'Bo', 'Cleo', 'Dan'],
        matches: ['first-match-of-it', 'second-match-of-it'],
      });
      await vi.advanceTimersByTimeAsync(0);
    },
    skip: () =>
      give({
        type: 'host',
        command: { type: 'skip', from: { phase: 'round', round: 1 } },
        present: [],
        matches: [],
      }),
    made: (): (Match | null)[] =>
      (currentRound(race())?.pairs ?? []).map(({ match }) => server.matches.peek(match).state),
  };
}

describe('a keeper', () => {
  let t: ReturnType<typeof stage>;
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
    t = stage();
  });
  afterEach(() => {
    t.keeper().stop();
    vi.useRealTimers();
  });

  const left = (): number => (currentRound(t.race())?.endsAt ?? 0) - Date.now();
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  /** The store fails for the rows of one stream, so many times; gives how often it was asked. */
  function failFor(stream: string, times: number): () => number {
    let asked = 0;
    t.fail((row) => {
      if (row.stream === stream && asked++ < times) throw new Error('the disk is full');
    });
    return () => asked;
  }

  it('makes a match that could not be made, a second later, and the others at once', async () => {
    failFor('second-match-of-it', 1);
    await t.begin();
    expect(t.made().map((m) => m?.id)).toEqual(['first-match-of-it', undefined]);
    await pass(999);
    expect(t.made()[1]).toBeNull();
    await pass(1);
    expect(t.made()[1]?.phase).toBe('waiting');
    expect(t.logger.error).toHaveBeenCalledTimes(1);
  });

  it('tries once a second, whatever else happens in the race', async () => {
    const asked = failFor('second-match-of-it', Infinity);
    await t.begin();
    for (let i = 0; i < 50; i++) {
      await t.give({
        type: 'host',
        command: { type: 'lock', locked: i % 2 === 0 },
        present: [],
        matches: [],
      });
      await pass(100);
    }
    expect(asked()).toBe(6);
    t.fail(() => {});
    await pass(1000);
    expect(t.made()[1]?.phase).toBe('waiting');
  });

  it('closes a round that can be played no more, without results', async () => {
    await t.begin({ scenario: 'gone-from-the-catalogue', level: 'flags' });
    expect(t.race()).toMatchObject({ phase: 'between', rounds: [{ results: [] }] });
    expect(t.logger.error).not.toHaveBeenCalled();
  });

  it('stops every match when the time is up, though one could not be stopped at first', async () => {
    await t.begin();
    failFor('second-match-of-it', 1);
    await t.skip();
    await pass(0);
    expect(t.race().phase).toBe('round');
    await pass(1000);
    expect(t.race().phase).toBe('between');
  });

  it('closes a round that could not be closed', async () => {
    await t.begin();
    // Asked by each of the two matches that end.
    let closing = 0;
    t.fail(({ events }) => {
      const closes = events.some((e) => (e as { type: string }).type === 'round-closed');
      if (closes && closing++ < 2) throw new Error('the disk is full');
    });
    await t.skip();
    await pass(0);
    expect(t.race().phase).toBe('round');
    await pass(1000);
    expect(t.race().phase).toBe('between');
  });

  it('closes a round once, however many of its matches end together', async () => {
    await t.begin();
    t.fail(({ events }) => {
      if (events.some((e) => (e as { type: string }).type === 'round-closed'))
        throw new Error('the disk is full');
    });
    await t.skip();
    await pass(0);
    t.fail(() => {});
    t.given.length = 0;
    await Promise.all(Array.from({ length: 500 }, () => t.keeper().close(ID)));
    expect(t.given).toEqual(['close-round']);
    expect(t.race().phase).toBe('between');
  });

  it('ends a round in time, though the race was busy when it woke', async () => {
    await t.begin();
    t.beBusy(2);
    const left = (currentRound(t.race())?.endsAt ?? 0) - Date.now();
    await pass(left);
    expect(t.race().phase).toBe('round');
    await pass(2000);
    expect(t.race().phase).toBe('between');
  });

  describe('after an outage', () => {
    const OUTAGE = 10 * 60_000;
    beforeEach(async () => {
      await t.begin();
      t.keeper().stop();
      await pass(OUTAGE);
      t.restart();
    });

    it('gives back the time that was lost', async () => {
      await t.keeper().recover();
      expect(left()).toBeGreaterThanOrEqual(TIME);
      expect(t.made().map((m) => m?.phase)).toEqual(['waiting', 'waiting']);
    });

    it.each([1, 2])('gives it back, though the race was busy %i times', async (times) => {
      t.beBusy(times);
      await t.keeper().recover();
      expect(t.race().phase).toBe('round');
      await pass(1000 * times);
      expect(left()).toBeGreaterThanOrEqual(TIME - 1000 * times);
      await pass(left() + 1000);
      expect(t.race().phase).toBe('between');
    });

    it('gives it back, though the store failed at first', async () => {
      failFor(ID, 1);
      await t.keeper().recover();
      await pass(1000);
      expect(left()).toBeGreaterThanOrEqual(TIME - 1000);
    });

    it.each(['busy', 'failing'])(
      'gives it back, though the players are back before a race that was %s at first',
      async (how) => {
        if (how === 'busy') t.beBusy(1);
        else failFor(ID, 1);
        await t.keeper().recover();
        await t.sit('first-match-of-it');
        t.inhabit();
        await pass(1000);
        expect(left()).toBeGreaterThanOrEqual(TIME - 1000);
      },
    );

    it('gives nothing where somebody is connected: another node has kept the race going', async () => {
      t.inhabit();
      await t.keeper().recover();
      await pass(1000);
      expect(t.race().phase).toBe('between');
    });
  });

  describe('with a match that cannot be read any more', () => {
    const complaints = (): number => t.logger.error.mock.calls.length;
    beforeEach(async () => {
      await t.begin();
      t.spoil('second-match-of-it');
      t.restart();
      await t.keeper().recover();
    });

    it('closes the round in time, and that match came to nothing', async () => {
      expect(t.race().phase).toBe('round');
      await pass(left() + 2000);
      expect(t.race()).toMatchObject({
        phase: 'between',
        rounds: [{ results: [{ outcome: 'time-up' }, { outcome: 'abandoned', took: 0 }] }],
      });
      expect(complaints()).toBe(1);
    });

    it('writes the rows of the others, and how the players stand', async () => {
      await pass(left() + 2000);
      t.restart();
      await t.keeper().recover();
      await pass(10_000);
      expect([...t.written]).toEqual(['first-match-of-it']);
      expect(t.tables.races.store).toHaveBeenCalled();
      // Once by each server.
      expect(complaints()).toBe(2);
    });
  });

  it('ends a race after a day, though the log says nothing of its matches', async () => {
    await t.begin();
    t.keeper().stop();
    await pass(25 * 60 * 60_000);
    t.restart();
    t.failReading((stream) => {
      if (stream !== ID) throw new Error('the disk is broken');
    });
    await t.keeper().recover();
    expect(t.race().phase).toBe('over');
  });

  describe('after a crash', () => {
    it('writes the rows of the matches that ended without one, before that of the race', async () => {
      await t.begin();
      await t.skip();
      await pass(0);
      t.written.add('first-match-of-it');
      await t.give({ type: 'host', command: { type: 'end' }, present: [], matches: [] });
      t.restart();
      await t.keeper().recover();
      expect(t.tables.matches.finish.mock.calls.map(([{ id }]) => id)).toEqual([
        'second-match-of-it',
      ]);
      expect(t.tables.races.store).toHaveBeenCalledExactlyOnceWith(
        ID,
        expect.any(Number),
        expect.arrayContaining([expect.objectContaining({ id: 'Ada', matches: 0 })]),
      );
      const [finished] = t.tables.matches.finish.mock.invocationCallOrder;
      expect(finished).toBeLessThan(t.tables.races.store.mock.invocationCallOrder[0] ?? 0);
    });

    it('does not call a race over as long as rows are missing', async () => {
      await t.begin();
      await t.skip();
      await pass(0);
      t.tables.matches.finish.mockRejectedValueOnce(new Error('the disk is full'));
      t.restart();
      await t.keeper().recover();
      expect(t.tables.races.store).not.toHaveBeenCalled();
      await pass(1000);
      expect(t.written.size).toBe(2);
      expect(t.tables.races.store).toHaveBeenCalled();
    });

    it('gives up a code whose race was never made, unless that is being done elsewhere', async () => {
      await t.keeper().recover();
      expect(t.tables.races.remove).toHaveBeenCalledExactlyOnceWith(ID, Date.now() - 60_000);
    });
  });
});
