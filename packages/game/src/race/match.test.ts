/** What a match takes over from the race that it is part of. */
import { describe, expect, it } from 'vitest';
import { idealMove, playOn } from '../../test/play.ts';
import { give, person, seated, type Table, wake } from '../../test/simulate.ts';
import {
  ACCURACY_POINTS,
  clockAt,
  type Match,
  pairResultOf,
  type RaceTerms,
  SPEED_POINTS,
  scoreAt,
  tokenOf,
  viewFor,
  WEATHER_LIMIT,
  wakesAt,
} from '../index.ts';

const TERMS: RaceTerms = {
  id: 'race',
  round: 0,
  hints: true,
  timed: true,
  grace: 30_000,
  pace: { client: 1, server: 1 },
};
const SYN = { kind: 'send', ctl: 2, seq: 0, ack: 0, len: 0, wnd: 0, state: null } as const;
const SYN_ACK = { ...SYN, ctl: 18 };

const racing = (terms: Partial<RaceTerms> = {}, server = person('Bo')): Table =>
  seated('handshake', 'flags', 1, server, { ...TERMS, ...terms });

const clock = ({ match, now }: Table): number => clockAt(match, now);
const names = ({ seats }: Match): string[] =>
  (['client', 'server'] as const).map((e) => {
    const occupant = seats[e]?.occupant ?? 'bot';
    return occupant === 'bot' ? 'bot' : occupant.name;
  });

const handedOver = ({ match, now }: Table, seat: 'client' | 'server'): boolean =>
  viewFor(match, seat, now).handedOver;

/** The client has left and the bot has opened the connection for him. */
function replacedUntilSyn(): Table {
  const table = racing();
  give(table, { type: 'disconnect', seat: 'client' });
  table.now += TERMS.grace;
  give(table, { type: 'tick' });
  while (table.match.world.rows.every((row) => row.kind !== 'sent')) wake(table);
  return table;
}

describe('who is away', () => {
  it('is replaced by the bot after the grace, and both clocks stand still until then', () => {
    const table = racing();
    const before = clock(table);
    give(table, { type: 'disconnect', seat: 'client' });
    table.now += TERMS.grace - 1;
    give(table, { type: 'tick' });
    expect(names(table.match)).toEqual(['Ada', 'Bo']);
    expect(wakesAt(table.match)).toBe(table.now + 1);
    table.now += 1;
    expect(clock(table)).toBe(before);
    give(table, { type: 'tick' });
    expect(names(table.match)).toEqual(['bot', 'Bo']);
    table.now += 1000;
    expect(clock(table)).toBe(before + 1000);
  });

  it('has the seat again when he comes back, and owes from then on', () => {
    const table = racing();
    give(table, { type: 'disconnect', seat: 'client' });
    table.now += TERMS.grace;
    give(table, { type: 'tick' });
    expect(tokenOf(table.match, 'client')).toBe('t-Ada');
    table.now += 100;
    give(table, { type: 'connect', seat: 'client', absent: [] });
    expect(names(table.match)).toEqual(['Ada', 'Bo']);
    expect(table.match.replaced).toEqual([]);
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    expect(scoreAt(table.match, 'client').points).toBe(ACCURACY_POINTS + SPEED_POINTS);
  });

  it('earns nothing by what the bot does in his place', () => {
    const table = replacedUntilSyn();
    give(table, { type: 'connect', seat: 'client', absent: [] });
    expect(scoreAt(table.match, 'client')).toMatchObject({ points: 0, of: 0 });
  });

  it('is told that the bot has played for him, until he has made a right move', () => {
    const table = replacedUntilSyn();
    give(table, { type: 'connect', seat: 'client', absent: [] });
    expect(handedOver(table, 'client')).toBe(true);
    expect(handedOver(table, 'server')).toBe(false);
    give(table, { type: 'move', lag: 0, seat: 'server', move: SYN_ACK });
    while (table.match.world.ends.client.turns.length === 0) wake(table);
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    expect(handedOver(table, 'client')).toBe(true);
    give(table, { type: 'move', lag: 0, seat: 'client', move: { ...SYN, ctl: 16 } });
    expect(handedOver(table, 'client')).toBe(false);
  });

  it('is told nothing of a bot that has not moved', () => {
    const table = racing();
    give(table, { type: 'disconnect', seat: 'client' });
    table.now += TERMS.grace;
    give(table, { type: 'tick' });
    give(table, { type: 'connect', seat: 'client', absent: [] });
    expect(handedOver(table, 'client')).toBe(false);
  });

  it('is missed too after an outage in which another came back to the bot’s place', () => {
    const table = racing();
    give(table, { type: 'disconnect', seat: 'client' });
    table.now += TERMS.grace;
    give(table, { type: 'tick' });
    table.now += 60_000;
    give(table, { type: 'connect', seat: 'client', absent: ['client', 'server'] });
    expect(names(table.match)).toEqual(['Ada', 'Bo']);
    expect(table.match.seats.server?.present).toBe(false);
    expect(wakesAt(table.match)).toBe(table.now + TERMS.grace);
  });

  it('costs the other no time', () => {
    const table = racing();
    give(table, { type: 'disconnect', seat: 'server' });
    table.now += 20_000;
    expect(viewFor(table.match, 'client', table.now).clock).toEqual({ spent: 0, running: false });
    give(table, { type: 'connect', seat: 'server', absent: [] });
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    expect(scoreAt(table.match, 'client').points).toBe(ACCURACY_POINTS + SPEED_POINTS);
  });

  it('is replaced too if he never came', () => {
    const table = racing();
    give(table, { type: 'seat', seat: 'client', occupant: person('Cleo'), pace: 1 });
    table.now += TERMS.grace;
    give(table, { type: 'tick' });
    expect(names(table.match)).toEqual(['bot', 'Bo']);
  });

  it('has the whole grace before him when the host lets the clocks run again', () => {
    const table = racing();
    give(table, { type: 'disconnect', seat: 'client' });
    give(table, { type: 'hold', held: true });
    table.now += 10 * TERMS.grace;
    give(table, { type: 'tick' });
    expect(names(table.match)).toEqual(['Ada', 'Bo']);
    give(table, { type: 'hold', held: false });
    expect(wakesAt(table.match)).toBe(table.now + TERMS.grace);
  });

  it('after an outage is counted from the moment at which it is noticed', () => {
    const table = racing();
    const before = clock(table);
    table.now += 60_000;
    give(table, { type: 'connect', seat: 'client', absent: ['client', 'server'] });
    expect(clock(table)).toBe(before);
    expect(wakesAt(table.match)).toBe(table.now + TERMS.grace);
  });
});

describe('the host', () => {
  it('stops the clocks of a match and lets them run again', () => {
    const table = racing();
    give(table, { type: 'hold', held: true });
    give(table, { type: 'hold', held: true });
    const before = clock(table);
    table.now += 5000;
    expect([clock(table), viewFor(table.match, 'client', table.now).held]).toEqual([before, true]);
    for (const command of [
      { type: 'move', lag: 0, seat: 'client', move: SYN },
      { type: 'hint', seat: 'client' },
    ] as const)
      expect(give(table, command)).toBe('not-playing');
    give(table, { type: 'hold', held: false });
    table.now += 10;
    expect(clock(table)).toBe(before + 10);
  });

  it('ends it when the time is up, once', () => {
    const table = racing();
    give(table, { type: 'stop' });
    give(table, { type: 'stop' });
    expect(table.match).toMatchObject({ phase: 'over', outcome: 'time-up' });
    expect(table.events.filter((e) => e.type === 'ended')).toHaveLength(1);
  });

  it('makes weather that nobody sees coming', () => {
    const table = racing();
    const weather = { what: 'lose', from: 'client', kind: 'syn' } as const;
    for (let i = 0; i < WEATHER_LIMIT; i++)
      expect(give(table, { type: 'weather', by: 'host', weather })).toBeNull();
    expect(give(table, { type: 'weather', by: 'host', weather })).toBe('too-much-weather');
    expect(viewFor(table.match, 'client', table.now).weather).toEqual([]);
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    expect(table.match.world.rows.find((row) => row.kind === 'sent')).toMatchObject({
      transit: [],
    });
  });

  it('gives a seat to somebody else, who begins at nothing', () => {
    const table = racing({}, 'bot');
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    give(table, { type: 'seat', seat: 'server', occupant: person('Cleo'), pace: 2 });
    give(table, { type: 'connect', seat: 'server', absent: [] });
    expect(names(table.match)).toEqual(['Ada', 'Cleo']);
    table.now += 10_000;
    expect(give(table, { type: 'move', lag: 0, seat: 'server', move: SYN_ACK })).toBeNull();
    // Half of the usual time has gone by, a quarter of his.
    expect(scoreAt(table.match, 'server').points).toBe(ACCURACY_POINTS + 0.75 * SPEED_POINTS);
  });

  it('tells who takes over from the bot that it has played so far', () => {
    const table = racing({}, 'bot');
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    while (!table.match.world.rows.some((row) => row.kind === 'sent' && row.at === 'server'))
      wake(table);
    give(table, { type: 'seat', seat: 'server', occupant: person('Cleo'), pace: 1 });
    expect(handedOver(table, 'server')).toBe(true);
  });

  it('gives a player more time at once, also for the move that he owes', () => {
    const table = racing();
    table.now += 10_000;
    for (let i = 0; i < 2; i++) give(table, { type: 'pace', seat: 'client', pace: 2 });
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    expect(scoreAt(table.match, 'client').points).toBe(ACCURACY_POINTS + 0.75 * SPEED_POINTS);
    expect(table.events.filter((e) => e.type === 'paced')).toHaveLength(1);
  });

  it('seats a player once, however often the race says so', () => {
    const table = racing({}, 'bot');
    const order = { type: 'seat', seat: 'server', occupant: person('Cleo'), pace: 1 } as const;
    give(table, order);
    give(table, { type: 'connect', seat: 'server', absent: [] });
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    give(table, { type: 'move', lag: 0, seat: 'server', move: SYN_ACK });
    const { length } = table.events;
    give(table, order);
    expect(table.events).toHaveLength(length);
    expect(scoreAt(table.match, 'server').points).toBeGreaterThan(0);
  });

  it('sends a player away, whose mistakes are not those of who comes after him', () => {
    const table = racing();
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN_ACK });
    give(table, { type: 'seat', seat: 'client', occupant: 'bot', pace: 1 });
    expect(names(table.match)).toEqual(['bot', 'Bo']);
    expect(tokenOf(table.match, 'client')).toBeNull();
    give(table, { type: 'seat', seat: 'client', occupant: person('Cleo'), pace: 1 });
    give(table, { type: 'connect', seat: 'client', absent: [] });
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN_ACK });
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    give(table, { type: 'stop' });
    const result = pairResultOf(table.match, { client: 't-Cleo', server: 't-Bo' });
    expect(result?.seats.client.tally).toMatchObject({ turns: 1, mistakes: 1 });
    expect(result?.seats.client.shown).toMatchObject([{ count: 1, example: 1 }]);
  });

  it('renames a player whose seat the bot keeps', () => {
    const table = racing();
    give(table, { type: 'disconnect', seat: 'client' });
    table.now += TERMS.grace;
    give(table, { type: 'tick' });
    give(table, { type: 'rename', seat: 'client', name: 'Ada L.' });
    expect(viewFor(table.match, 'server', table.now).seats.client).toMatchObject({
      name: 'Ada L.',
      bot: true,
    });
    give(table, { type: 'connect', seat: 'client', absent: [] });
    expect(names(table.match)).toEqual(['Ada L.', 'Bo']);
  });

  it('takes no moves while the clocks stand, and gives away no time', () => {
    const table = racing();
    give(table, { type: 'hold', held: true });
    table.now += 30_000;
    expect(give(table, { type: 'move', lag: 0, seat: 'client', move: SYN })).toBe('not-playing');
    expect(give(table, { type: 'hint', seat: 'client' })).toBe('not-playing');
    give(table, { type: 'hold', held: false });
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    expect(scoreAt(table.match, 'client').points).toBe(ACCURACY_POINTS + SPEED_POINTS);
  });

  it('does nothing to a match that is over', () => {
    const table = racing();
    give(table, { type: 'stop' });
    const { length } = table.events;
    give(table, { type: 'hold', held: true });
    give(table, { type: 'tick' });
    expect(table.events).toHaveLength(length);
    const weather = { what: 'lose', from: 'client', kind: 'any' } as const;
    const seat = { type: 'seat', seat: 'client', occupant: 'bot', pace: 1 } as const;
    expect(give(table, seat)).toBe('match-over');
    expect(give(table, { type: 'weather', by: 'host', weather })).toBe('match-over');
  });

  it('renames a player', () => {
    const table = racing();
    give(table, { type: 'rename', seat: 'client', name: 'Ada L.' });
    expect(names(table.match)).toEqual(['Ada L.', 'Bo']);
    expect(tokenOf(table.match, 'client')).toBe('t-Ada');
  });
});

describe('a player', () => {
  it('leaves to the host what is the host’s', () => {
    const table = racing();
    const weather = { what: 'lose', from: 'client', kind: 'any' } as const;
    expect(give(table, { type: 'weather', by: 'client', weather })).toBe('host-only');
    give(table, { type: 'disconnect', seat: 'client' });
    expect(give(table, { type: 'call-bot', seat: 'server' })).toBe('host-only');
    give(table, { type: 'stop' });
    expect(give(table, { type: 'rematch', seat: 'server' })).toBe('host-only');
  });

  it('has no hints where there are none', () => {
    const table = racing({ hints: false });
    expect(give(table, { type: 'hint', seat: 'client' })).toBe('no-more-hints');
    expect(viewFor(table.match, 'client', table.now).hints.next).toBeNull();
  });

  it('does not pay for the network', () => {
    const table = racing();
    table.now += 10_000;
    give(table, { type: 'move', lag: 2000, seat: 'client', move: SYN });
    expect(scoreAt(table.match, 'client').points).toBe(ACCURACY_POINTS + 0.6 * SPEED_POINTS);
    const other = racing();
    give(other, { type: 'move', lag: 5000, seat: 'client', move: SYN });
    expect(scoreAt(other.match, 'client').points).toBe(ACCURACY_POINTS + SPEED_POINTS);
  });

  it('has all points for accuracy where speed does not count', () => {
    const table = playOn(racing({ timed: false }), idealMove);
    expect(scoreAt(table.match, 'client')).toMatchObject({ speed: null, accuracy: 100 });
    const { points, of } = scoreAt(table.match, 'client');
    expect(points).toBe(of);
  });

  it('goes on to the next round without a word to this one', () => {
    const table = racing();
    give(table, { type: 'stop' });
    const { length } = table.events;
    give(table, { type: 'disconnect', seat: 'client' });
    expect(table.events).toHaveLength(length);
  });
});
