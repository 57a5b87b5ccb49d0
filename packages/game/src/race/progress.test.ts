import { ENDPOINTS } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { IDEALS } from '../../test/ideals.ts';
import { idealMove, playOn } from '../../test/play.ts';
import { give, owing, person, seated, wake } from '../../test/simulate.ts';
import {
  BOT,
  DECKS,
  laneOf,
  legsOf,
  NO_TALLY,
  pairResultOf,
  progressOf,
  type RaceTerms,
  SCENARIOS,
  scenarioById,
  trackOf,
  viewFor,
} from '../index.ts';

const TERMS: RaceTerms = {
  id: 'race',
  round: 0,
  hints: true,
  timed: true,
  grace: 30_000,
  pace: { client: 1, server: 1 },
};
const pair = { match: 'm', seats: { client: 'ada', server: 'bo' } };
const SYN = { kind: 'send', ctl: 2, seq: 0, ack: 0, len: 0, wnd: 0, state: null } as const;
const FIN = { ...SYN, ctl: 1 };

describe.each(SCENARIOS)('the track of $id', (scenario) => {
  it('has a rung for every segment of its ideal play', () => {
    const rungs = trackOf(scenario).filter(
      (row) => row.kind === 'segment' && !row.stray && !row.copy,
    );
    expect(rungs).toHaveLength(IDEALS[scenario.id]?.lines.length ?? 0);
    const table = playOn(
      seated(scenario.id, scenario.levels[0], 1, person('Bo'), TERMS),
      idealMove,
    );
    expect(progressOf(pair, table.match)).toMatchObject({ rung: rungs.length, over: true });
  });
});

describe('the progress of a pair', () => {
  it('says who has to move, and what he is stuck on', () => {
    const table = seated('handshake', 'flags', 1, person('Bo'), TERMS);
    expect(progressOf(pair, table.match)).toMatchObject({ rung: 0, mistakes: 0, stuck: null });
    expect(progressOf(pair, table.match).seats.client.owes).toBe(true);
    give(table, { type: 'move', lag: 0, seat: 'client', move: FIN });
    const stuck = progressOf(pair, table.match);
    expect(stuck.stuck).toBe(table.match.mistakes[0]?.verdict.misconceptions[0]);
    expect(stuck.mistakes).toBe(1);
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    const freed = progressOf(pair, table.match);
    expect([freed.rung, freed.stuck, freed.seats.client.owes]).toEqual([1, null, false]);
  });

  it('is nothing before the match is made', () =>
    expect(progressOf(pair, null)).toMatchObject({ rung: 0, over: false, stuck: null }));

  it('tells the bot of the race from one that goes on for somebody', () => {
    const alone = { match: 'm', seats: { client: 'ada', server: BOT } };
    const withBot = progressOf(alone, seated('handshake', 'flags', 1, 'bot', TERMS).match);
    expect(withBot.seats.server).toMatchObject({ racer: BOT, replaced: false, away: false });
    const table = seated('handshake', 'flags', 1, person('Bo'), TERMS);
    give(table, { type: 'disconnect', seat: 'client' });
    expect(progressOf(pair, table.match).seats.client).toMatchObject({
      away: true,
      replaced: false,
    });
    table.now += TERMS.grace;
    give(table, { type: 'tick' });
    const { seats } = progressOf(pair, table.match);
    expect([seats.client.replaced, seats.server.replaced]).toEqual([true, false]);
  });
});

describe('the points of a pair', () => {
  it('are what people have earned themselves', () => {
    const table = seated('handshake', 'flags', 1, 'bot', TERMS);
    const alone = { match: 'm', seats: { client: 'ada', server: BOT } };
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    while (!owing(table.match).includes('client')) wake(table);
    expect(table.match.seats.server?.tally.turns).toBe(1);
    const { client, server } = progressOf(alone, table.match).seats;
    expect([client.points, server.points]).toEqual([1000, 0]);
    // The race has placed somebody who has not taken his seat yet.
    const late = { ...alone, seats: { ...alone.seats, server: 'bo' } };
    expect(progressOf(late, table.match).seats.server.points).toBe(0);
  });
});

describe('what the race keeps of a match', () => {
  const tokens = { client: 't-Ada', server: 't-Bo' };

  it('says whether the bot had a hand in it, and of teamwork nothing where it was not finished', () => {
    const whole = playOn(seated('handshake', 'flags', 1, person('Bo'), TERMS), idealMove);
    expect(pairResultOf(whole.match, tokens)).toMatchObject({ botPlayed: false, teamwork: 100 });
    const helped = seated('handshake', 'flags', 1, 'bot', TERMS);
    give(helped, { type: 'move', lag: 0, seat: 'client', move: SYN });
    while (!owing(helped.match).includes('client')) wake(helped);
    give(helped, { type: 'seat', seat: 'server', occupant: person('Bo'), pace: 1 });
    give(helped, { type: 'stop' });
    expect(pairResultOf(helped.match, tokens)).toMatchObject({ botPlayed: true, teamwork: null });
  });

  it('is nothing while it is played', () =>
    expect(pairResultOf(seated('handshake', 'flags').match, tokens)).toBeNull());

  it('is what each of the two did, and nothing for who never sat there', () => {
    const table = seated('handshake', 'flags', 1, person('Bo'), TERMS);
    give(table, { type: 'move', lag: 0, seat: 'client', move: FIN });
    give(table, { type: 'move', lag: 0, seat: 'client', move: FIN });
    playOn(table, idealMove);
    const result = pairResultOf(table.match, tokens);
    expect(result?.outcome).toBe('finished');
    expect(result?.seats.client).toMatchObject({ tally: { turns: 2, mistakes: 2 } });
    expect(result?.seats.client.shown).toMatchObject([{ count: 2, example: 0 }]);
    expect(result?.seats.server).toMatchObject({
      tally: { turns: 2, mistakes: 0 },
      shown: [],
    });
    const late = pairResultOf(table.match, { ...tokens, server: 't-Cleo' });
    expect(late?.seats.server).toEqual({ tally: NO_TALLY, shown: [] });
  });
});

it('the time for which a match stood still is none that it took', () => {
  const table = seated('handshake', 'flags', 1, person('Bo'), TERMS);
  table.now += 5000;
  give(table, { type: 'hold', held: true });
  table.now += 60_000;
  give(table, { type: 'stop' });
  expect(pairResultOf(table.match, { client: 't-Ada', server: 't-Bo' })?.took).toBe(5000);
  expect(viewFor(table.match, 'client', table.now).result?.took).toBe(5000);
});

it('the lane of a match has the rows of both ends', () => {
  const table = seated('handshake', 'flags', 1, person('Bo'), TERMS);
  playOn(table, idealMove);
  const ends = laneOf(table.match).rows.flatMap((r) => (r.kind === 'segment' ? r.from : []));
  expect(new Set(ends)).toEqual(new Set(ENDPOINTS));
});

describe.each(DECKS)('the deck $id', ({ scenarios, level }) => {
  it('is played as it says, at its level or the next one above', () => {
    const legs = legsOf(scenarios, level);
    expect(legs?.map((leg) => leg.scenario)).toEqual(scenarios);
    for (const leg of legs ?? []) expect(scenarioById(leg.scenario)?.levels).toContain(leg.level);
  });
});

it('no deck has a scenario that nobody knows', () =>
  expect(legsOf(['handshake', 'nonsense'], 'flags')).toBeUndefined());
