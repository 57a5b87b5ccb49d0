import { describe, expect, it } from 'vitest';
import { asHost, close, join, newRace, next, order, type RaceTable } from '../../test/race.ts';
import {
  BOT,
  COUNTDOWN,
  currentRound,
  decideRace,
  isTimeUp,
  placeOf,
  RACE_ABANDONED_AFTER,
  type Race,
  type RaceCommand,
  raceClock,
  raceViewFor,
  raceWakesAt,
} from '../index.ts';

function lobby(...names: string[]): RaceTable {
  const table = newRace();
  for (const name of names) expect(join(table, name)).toBeNull();
  return table;
}

function round(...names: string[]): RaceTable {
  const table = lobby(...names);
  expect(next(table)).toBeNull();
  return table;
}

/** What closes the round as it stands in `race`. */
const closing = (race: Race): RaceCommand => ({
  type: 'close-round',
  round: race.rounds.length - 1,
  pairs: currentRound(race)?.pairs ?? [],
  results: [],
});

const left = ({ race, now }: RaceTable): number =>
  (currentRound(race)?.endsAt ?? 0) - raceClock(race, now);

describe('who may join', () => {
  it('is everybody, under a name of his own', () => {
    const table = lobby('Ada', 'Bo');
    expect(join(table, 'АDА')).toBe('name-taken');
    expect(join(table, 'fuck')).toBe('name-rude');
    expect(table.race.players.map((p) => p.name)).toEqual(['Ada', 'Bo']);
  });

  it('is nobody while the race is locked', () => {
    const table = lobby('Ada');
    asHost(table, { type: 'lock', locked: true });
    expect(join(table, 'Bo')).toBe('race-locked');
    asHost(table, { type: 'lock', locked: false });
    expect(join(table, 'Bo')).toBeNull();
  });

  it('is nobody after the first round began, where the host does not want latecomers', () => {
    const table = newRace(['handshake'], { lateJoin: false });
    join(table, 'Ada');
    next(table);
    expect(join(table, 'Bo')).toBe('race-locked');
  });

  it('is nobody once it is over', () => {
    const table = round('Ada', 'Bo');
    close(table);
    asHost(table, { type: 'end' });
    expect(table.race.phase).toBe('podium');
    expect(join(table, 'Cleo')).toBe('race-over');
  });

  it('is who stands on the list, once', () => {
    const table = newRace(['handshake'], { nicknames: 'roster', roster: ['Ada', 'Dick'] });
    expect(join(table, 'Bo')).toBe('not-on-roster');
    expect(join(table, 'Dick')).toBeNull();
    expect(join(table, 'Dick')).toBe('name-taken');
  });

  it('decides the host, who may also let a rude name pass', () => {
    const table = newRace(['handshake'], { filter: false });
    expect(join(table, 'Dick')).toBeNull();
    const strict = lobby('Ada');
    expect(asHost(strict, { type: 'rename', player: 'ada', name: 'Dick' })).toBeNull();
  });
});

describe('who is sent away', () => {
  it('may come back if he was kicked, under the same name', () => {
    const table = lobby('Ada', 'Bo');
    asHost(table, { type: 'kick', player: 'bo', ban: false });
    expect(raceViewFor(table.race, 'bo', table.now)).toBeNull();
    const newcomer = { id: 'bo2', name: 'Bo', token: 't2', player: null };
    expect(order(table, { type: 'join', newcomer })).toBeNull();
  });

  it('may not with the same device if he was banned', () => {
    const table = lobby('Ada');
    join(table, 'Bo', 'device');
    asHost(table, { type: 'kick', player: 'bo', ban: true });
    expect(join(table, 'Bob', 'device')).toBe('banned');
    expect(join(table, 'Cleo', 'another')).toBeNull();
  });

  it('leaves his place to the bot, and no pair is planned with him', () => {
    const table = round('Ada', 'Bo');
    asHost(table, { type: 'pair', a: 'ada', b: 'bo' });
    asHost(table, { type: 'kick', player: 'bo', ban: false });
    const seats = Object.values(currentRound(table.race)?.pairs[0]?.seats ?? {});
    expect(seats.toSorted()).toEqual(['ada', BOT]);
    expect(table.race.planned).toEqual([]);
    expect(asHost(table, { type: 'kick', player: 'bo', ban: false })).toBe('unknown-player');
  });
});

describe('a race', () => {
  it('shows no match of the last round in the next one', () => {
    const table = lobby('Ada', 'Bo');
    next(table);
    const match = currentRound(table.race)?.pairs[0]?.match ?? null;
    asHost(table, { type: 'spotlight', match });
    close(table);
    asHost(table, { type: 'spotlight', match });
    expect(table.race.spotlight).toBe(match);
    next(table);
    expect(table.race.spotlight).toBeNull();
  });

  it('goes on once, however often and from wherever the host presses', () => {
    const table = lobby('Ada', 'Bo');
    const from = { phase: 'lobby', round: 0 } as const;
    asHost(table, { type: 'next', from });
    asHost(table, { type: 'next', from });
    expect(table.race.rounds).toHaveLength(1);
    close(table);
    close(table);
    expect(table.race.phase).toBe('between');
  });

  it('has a podium and a debrief after its last round', () => {
    const table = lobby('Ada', 'Bo');
    for (let i = 0; i < 3; i++) {
      next(table);
      close(table);
    }
    const phases = [table.race.phase];
    for (let i = 0; i < 3; i++) {
      next(table);
      phases.push(table.race.phase);
    }
    expect(phases).toEqual(['between', 'podium', 'debrief', 'over']);
    expect(next(table)).toBe('race-over');
  });

  it('that is ended in a round goes to the podium when that is closed', () => {
    const table = round('Ada', 'Bo');
    asHost(table, { type: 'end' });
    expect([table.race.phase, isTimeUp(table.race, table.now)]).toEqual(['round', true]);
    close(table);
    expect(table.race.phase).toBe('podium');
  });

  it('that is ended twice keeps its podium', () => {
    const table = round('Ada', 'Bo');
    close(table);
    for (let i = 0; i < 2; i++) expect(asHost(table, { type: 'end' })).toBeNull();
    expect(table.race.phase).toBe('podium');
  });

  it('that is ended before anything was played is over', () => {
    const table = lobby('Ada');
    asHost(table, { type: 'end' });
    expect(table.race.phase).toBe('over');
  });

  it('in which nothing happens for a day is over', () => {
    const table = lobby('Ada');
    table.now += RACE_ABANDONED_AFTER - 1;
    order(table, { type: 'tick' });
    expect(table.race.phase).toBe('lobby');
    table.now += 1;
    expect(raceWakesAt(table.race)).toBe(table.now);
    order(table, { type: 'tick' });
    expect(table.race.phase).toBe('over');
  });

  it('takes no orders that have no meaning now', () => {
    const table = lobby('Ada');
    const weather = { what: 'lose', from: 'client', kind: 'syn' } as const;
    for (const command of [
      { type: 'pause' },
      { type: 'add-time', ms: 1 },
      { type: 'skip', from: { phase: 'lobby', round: 0 } },
      { type: 'weather', weather },
      { type: 'spotlight', match: 'nonsense' },
    ] as const)
      expect(asHost(table, command)).toBe('not-now');
    next(table);
    expect(asHost(table, { type: 'options', options: table.race.options })).toBe('not-now');
    for (let i = 0; i < 12; i++) expect(asHost(table, { type: 'weather', weather })).toBeNull();
    expect(asHost(table, { type: 'weather', weather })).toBe('too-much-weather');
  });
});

describe('the time of a round', () => {
  it('begins after the countdown and runs to its end', () => {
    const table = round('Ada', 'Bo');
    expect(left(table)).toBe(COUNTDOWN + table.race.options.time);
    table.now += 10_000;
    expect(left(table)).toBe(COUNTDOWN + table.race.options.time - 10_000);
    table.now = raceWakesAt(table.race) ?? 0;
    expect([left(table), isTimeUp(table.race, table.now)]).toEqual([0, true]);
  });

  it('stands still while the race is paused', () => {
    const table = round('Ada', 'Bo');
    const whole = left(table);
    asHost(table, { type: 'pause' });
    table.now += 3_600_000;
    expect(left(table)).toBe(whole);
    expect(raceWakesAt(table.race)).toBeGreaterThan(table.now);
    asHost(table, { type: 'resume' });
    asHost(table, { type: 'resume' });
    table.now += 1000;
    expect(left(table)).toBe(whole - 1000);
  });

  it('can be made longer, or cut off', () => {
    const table = round('Ada', 'Bo');
    const whole = left(table);
    asHost(table, { type: 'add-time', ms: 30_000 });
    expect(left(table)).toBe(whole + 30_000);
    asHost(table, { type: 'skip', from: { phase: 'round', round: 1 } });
    expect([left(table), isTimeUp(table.race, table.now)]).toEqual([0, true]);
  });

  it('can be cut off while it stands still, and wakes the race then', () => {
    const table = round('Ada', 'Bo');
    asHost(table, { type: 'pause' });
    table.now += 1000;
    asHost(table, { type: 'skip', from: { phase: 'round', round: 1 } });
    expect(isTimeUp(table.race, table.now)).toBe(true);
    expect(raceWakesAt(table.race)).toBeLessThanOrEqual(table.now);
    close(table);
    expect(table.race).toMatchObject({ phase: 'between', pausedSince: null });
  });

  it('does not count while the server is away', () => {
    const table = round('Ada', 'Bo');
    const whole = left(table);
    const since = table.now;
    table.now += 90_000;
    order(table, { type: 'recover', since });
    expect(left(table)).toBe(whole);
    asHost(table, { type: 'pause' });
    table.now += 5000;
    order(table, { type: 'recover', since: since + 90_000 });
    expect(left(table)).toBe(whole);
  });

  it('is given back once, however many nodes were away', () => {
    const table = round('Ada', 'Bo');
    const whole = left(table);
    const since = table.now;
    table.now += 90_000;
    for (let node = 0; node < 2; node++) order(table, { type: 'recover', since });
    expect(left(table)).toBe(whole);
    table.now += 1000;
    order(table, { type: 'recover', since });
    expect(left(table)).toBe(whole);
  });

  it('is not given back for what the race has seen since', () => {
    const table = round('Ada', 'Bo');
    const since = table.now;
    table.now += 10_000;
    asHost(table, { type: 'lock', locked: true });
    const before = left(table);
    order(table, { type: 'recover', since });
    expect(left(table)).toBe(before);
  });
});

describe('who comes while a round is played', () => {
  it('takes over from the bot, in a match that goes on', () => {
    const table = round('Ada', 'Bo', 'Cleo');
    const alone = currentRound(table.race)?.pairs.find((p) => Object.values(p.seats).includes(BOT));
    const running = alone ? [alone.match] : [];
    join(table, 'Dan');
    order(table, { type: 'place', player: 'dan', running: [] });
    expect(placeOf(table.race, 'dan')).toBeNull();
    order(table, { type: 'place', player: 'dan', running });
    expect(placeOf(table.race, 'dan')?.match).toBe(alone?.match);
    join(table, 'Eve');
    order(table, { type: 'place', player: 'eve', running });
    expect(placeOf(table.race, 'eve')).toBeNull();
  });

  it('has nothing of what was done before him: the round is not closed over his head', () => {
    const table = round('Ada', 'Bo', 'Cleo');
    const before = table.race;
    const running = before.rounds[0]?.pairs.map((p) => p.match) ?? [];
    join(table, 'Dan');
    order(table, { type: 'place', player: 'dan', running });
    const late = table.race;
    order(table, closing(before));
    expect(table.race).toBe(late);
    order(table, closing(late));
    expect(table.race.phase).toBe('between');
  });

  it('nor over the head of who is sent away', () => {
    const table = round('Ada', 'Bo');
    const before = table.race;
    asHost(table, { type: 'kick', player: 'bo', ban: false });
    order(table, closing(before));
    expect(table.race.phase).toBe('round');
  });

  it('keeps the place that he has', () => {
    const table = round('Ada', 'Bo', 'Cleo');
    const before = table.race;
    const running = before.rounds[0]?.pairs.map((p) => p.match) ?? [];
    for (const player of ['ada', 'nobody']) order(table, { type: 'place', player, running });
    expect(table.race).toEqual(before);
  });
});

it('a race is made of rounds that can be played', () => {
  const made = {
    type: 'create',
    id: 'r',
    code: 'K7M4Q',
    host: 'h',
    screen: 's',
    seed: 1,
    legs: [],
    options: newRace().race.options,
  } as const;
  expect(decideRace(null, made, 0)).toEqual({ refusal: 'unknown-scenario' });
});
