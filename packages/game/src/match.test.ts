import { ENDPOINTS, type Endpoint, FLIGHT, RST } from '@ackade/tcp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawing, playOn } from '../test/play.ts';
import { give, owing, seated, type Table, wake } from '../test/simulate.ts';
import {
  evolve,
  LEVELS,
  type Level,
  type Match,
  moveFor,
  type Note,
  optionsOf,
  SCENARIOS,
  scenarioById,
} from './index.ts';

const EVERY = SCENARIOS.flatMap(({ id, levels }) => levels.map((level) => [id, level] as const));

/** What both applications were promised: every octet delivered, both ends where the scenario leaves them. */
function expectGoodEnd({ match }: Table): void {
  const { scenario, ends, rows } = match.world;
  const killed = rows.some((r) => r.kind === 'sent' && r.segment.ctl & RST);
  expect(match.outcome).toBe('finished');
  for (const e of ENDPOINTS) {
    const other = ends[e === 'client' ? 'server' : 'client'];
    expect(ends[e].tcb.state).toBe(scenario.ends[e]);
    expect(ends[e].line).toBe(scenario.script[e].length);
    // What a reset cuts off is lost, and a crash forgets what it was promised.
    if (!killed) expect(ends[e].received).toBe(other.stream.length);
    expect(ends[e].turns).toEqual([]);
    expect(match.seats[e]?.owesSince).toBeNull();
  }
}

describe('every scenario comes to its end', () => {
  it.each(EVERY)('%s at %s, by the plainest moves', (id, level) => {
    const table = playOn(seated(id, level));
    expectGoodEnd(table);
    expect(table.match.mistakes).toEqual([]);
  });

  it.each(EVERY)('%s at %s, by two bots', (id, level) => {
    for (let seed = 0; seed < 20; seed++) {
      const table = seated(id, level, seed, 'bot');
      give(table, { type: 'disconnect', seat: 'client' });
      give(table, { type: 'call-bot', seat: 'server' });
      while (table.match.phase !== 'over') wake(table);
      expectGoodEnd(table);
      expect(table.match.mistakes).toEqual([]);
    }
  });

  it.each(EVERY)('%s at %s, by any right moves', (id, level) =>
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (seed, draws) => {
        const table = playOn(seated(id, level, seed), drawing(draws));
        expectGoodEnd(table);
        expect(table.match.mistakes).toEqual([]);
      }),
      { numRuns: 40 },
    ),
  );
});

/** Plays the plainest moves until `at` owes a segment with these bits, then gives its options' notes. */
const notesAt = (table: Table, at: Endpoint, turns: number): (Note | null)[] => {
  playOn(table, undefined, (m) => m.world.ends[at].turns.length >= turns);
  return optionsOf(table.match.world.ends[at].turns).map((o) => o.note);
};

/** The note of the verdict on the option with index `n`. */
function choose(table: Table, at: Endpoint, n: number): Note | null | undefined {
  const option = optionsOf(table.match.world.ends[at].turns)[n];
  if (!option) throw new Error('no such option');
  give(table, { type: 'move', lag: 0, seat: at, move: moveFor(option) });
  const moved = table.events.findLast((e) => e.type === 'moved');
  return moved?.verdict.right ? moved.verdict.note : undefined;
}

describe.each(LEVELS)('closing at %s (§3.6)', (level: Level) => {
  it('may take four segments: the ACK goes first, and the FIN alone', () => {
    const table = seated('three-segment-close', level);
    expect(notesAt(table, 'server', 2)).toEqual(['ack-before-fin', 'ack-and-fin-merged']);
    expect(choose(table, 'server', 0)).toBe('ack-before-fin');
    expect(choose(table, 'server', 0)).toBeNull();
    playOn(table);
    expect(table.match.world.rows.filter((r) => r.kind === 'sent')).toHaveLength(4);
    expectGoodEnd(table);
  });

  it('may take three: the FIN carries the ACK', () => {
    const table = seated('three-segment-close', level);
    notesAt(table, 'server', 2);
    expect(choose(table, 'server', 1)).toBe('ack-and-fin-merged');
    playOn(table);
    expect(table.match.world.rows.filter((r) => r.kind === 'sent')).toHaveLength(3);
    expectGoodEnd(table);
  });

  it('leaves the end that closed first in TIME-WAIT, and that one alone', () => {
    const table = seated('close', level);
    playOn(table, undefined, (m) => m.world.ends.client.tcb.state === 'TIME-WAIT');
    const expired = (): unknown[] => table.events.filter((e) => e.type === 'expired');
    expect(expired()).toEqual([]);
    playOn(table);
    expect(expired()).toMatchObject([{ seat: 'client', timer: 'time-wait' }]);
  });
});

describe('a lost SYN,ACK (§3.8.1)', () => {
  const second = (level: Level): Table => {
    const table = seated('lost-syn-ack', level);
    const sent = (m: Match): number => m.world.ends.server.sent.length;
    return playOn(table, undefined, (m) => sent(m) === 1 && owing(m).includes('server'));
  };

  it('makes the client send its SYN again, with its number', () => {
    const { rows } = second('numbers').match.world;
    const syns = rows.filter((r) => r.kind === 'sent' && r.at === 'client');
    expect(syns).toMatchObject([{ again: false }, { again: true }]);
    expect(new Set(syns.map((r) => r.kind === 'sent' && r.segment.seq)).size).toBe(1);
  });

  it.each(LEVELS)('the SYN again is answered by SYN,ACK at %s', (level) => {
    const table = second(level);
    expect(choose(table, 'server', 0)).toBe('sent-again');
    expectGoodEnd(playOn(table));
  });

  it.each(LEVELS)('or by a bare ACK at %s, to the letter of 3.10.7.4-1', (level) => {
    const table = second(level);
    expect(choose(table, 'server', 1)).toBe('bare-ack-for-repeated-syn');
    expectGoodEnd(playOn(table));
  });
});

describe('the log is the truth', () => {
  it.each(EVERY)('%s at %s: replaying the events gives the same state', (id, level) => {
    const table = playOn(seated(id, level, 7), drawing([3, 1, 4, 1, 5, 9, 2, 6]));
    const again = table.events.reduce<Match | null>(evolve, null);
    expect(again).toEqual(table.match);
    const stored = JSON.parse(JSON.stringify(table.events)) as typeof table.events;
    expect(stored.reduce<Match | null>(evolve, null)).toEqual(table.match);
  });

  it('begins with "created"', () => {
    expect(() => evolve(null, { type: 'began', at: 0 })).toThrow(/created/);
    const [created] = seated('close', 'flags').events;
    if (created?.type !== 'created') throw new Error('not created');
    expect(() => evolve(null, { ...created, scenario: 'nonsense' })).toThrow(/nonsense/);
  });
});

describe('the catalogue', () => {
  it('lets nothing be faster than the link, on which the order of events rests', () => {
    for (const { link } of SCENARIOS)
      for (const line of link)
        if ('transit' in line)
          for (const ms of line.transit) expect(ms).toBeGreaterThanOrEqual(FLIGHT);
  });

  it('has each scenario once', () => {
    expect(new Set(SCENARIOS.map((s) => s.id)).size).toBe(SCENARIOS.length);
    expect(scenarioById('close')?.id).toBe('close');
    expect(scenarioById('nonsense')).toBeUndefined();
  });
});
