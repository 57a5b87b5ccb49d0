import { describe, expect, it } from 'vitest';
import {
  asHost,
  close,
  closeWith,
  join,
  newRace,
  next,
  type RaceTable,
  seatResult,
} from '../../test/race.ts';
import {
  lessonsOf,
  MISCONCEPTIONS,
  NO_TALLY,
  podiumOf,
  raceViewFor,
  standingsOf,
  topicsOf,
  totalsOf,
} from '../index.ts';

function played(points: (seat: number) => number, ...names: string[]): RaceTable {
  const table = newRace(['handshake', 'close']);
  for (const name of names) join(table, name);
  next(table);
  close(table, points);
  return table;
}

/** Most of the points for speed, in one turn. */
const FAST = { speed: 300 };

const pointsOf = ({ race }: RaceTable): number[] =>
  standingsOf(race).map(({ total }) => total.points);

describe('standings', () => {
  it('add up what every round earned', () => {
    const table = played((seat) => 100 * seat, 'Ada', 'Bo', 'Cleo', 'Dan');
    expect(pointsOf(table)).toEqual([300, 200, 100, 0]);
    next(table);
    close(table, () => 50);
    expect(pointsOf(table)).toEqual([350, 250, 150, 50]);
    expect([...totalsOf(table.race).values()].map((t) => t.matches)).toEqual([2, 2, 2, 2]);
  });

  it('share a place where nothing tells two apart', () => {
    const table = played((seat) => [600, 600, 300, 300][seat] ?? 0, 'Ada', 'Bo', 'Cleo', 'Dan');
    expect(standingsOf(table.race).map((s) => s.place)).toEqual([1, 1, 3, 3]);
  });

  it('give nobody anything for what the bot did', () => {
    const table = played(() => 600, 'Ada', 'Bo', 'Cleo');
    expect(pointsOf(table)).toEqual([600, 600, 600]);
  });
});

describe('who is sent away', () => {
  it('stands nowhere, and everybody behind him one place further up', () => {
    const table = played((seat) => 100 * seat, 'Ada', 'Bo', 'Cleo', 'Dan');
    const [first] = standingsOf(table.race);
    asHost(table, { type: 'kick', player: first?.player ?? '', ban: false });
    expect(pointsOf(table)).toEqual([200, 100, 0]);
    expect(standingsOf(table.race).map((s) => s.place)).toEqual([1, 2, 3]);
    expect(podiumOf(table.race).winners.map((w) => w.points)).toEqual([200, 100]);
  });

  it('is not named with the team either', () => {
    const table = played(() => 100, 'Ada', 'Bo');
    expect(podiumOf(table.race).team?.names.toSorted()).toEqual(['Ada', 'Bo']);
    asHost(table, { type: 'kick', player: 'bo', ban: true });
    expect(podiumOf(table.race).team).toBeNull();
  });
});

describe('speed', () => {
  it('counts for nothing in a round in which the host does not want it', () => {
    const table = newRace(['handshake', 'close'], { timed: false });
    for (const name of ['Ada', 'Bo']) join(table, name);
    next(table);
    close(table);
    expect(standingsOf(table.race)[0]?.total).toMatchObject({ points: 1000, speed: null });
    expect(podiumOf(table.race).swift).toBeNull();
  });

  it('counts in every round as it did when that was played', () => {
    const table = newRace(['handshake', 'close', 'refused']);
    for (const name of ['Ada', 'Bo']) join(table, name);
    const fast = () => ({ client: seatResult(600, FAST), server: seatResult(600, FAST) });
    next(table);
    closeWith(table, fast);
    const total = () => standingsOf(table.race)[0]?.total;
    const before = total();
    expect(before).toMatchObject({ points: 900, of: 1000, speed: 75 });
    asHost(table, { type: 'options', options: { ...table.race.options, timed: false } });
    expect(total()).toEqual(before);
    next(table);
    closeWith(table, fast);
    expect(total()).toMatchObject({ points: 1900, of: 2000, speed: 75, accuracy: 100 });
    const played = raceViewFor(table.race, 'ada', table.now)?.played ?? [];
    expect(played.map(({ score }) => [score.points, score.speed])).toEqual([
      [900, 75],
      [1000, null],
    ]);
  });
});

it('a match counts for who has made a move in it', () => {
  const table = newRace(['handshake', 'close']);
  for (const name of ['Ada', 'Bo']) join(table, name);
  next(table);
  const none = { turns: 0, firstTry: 0 };
  closeWith(table, () => ({ client: seatResult(600), server: seatResult(0, none) }));
  const { client, server } = table.race.rounds[0]?.pairs[0]?.seats ?? {};
  const totals = totalsOf(table.race);
  expect([totals.get(client ?? '')?.matches, totals.get(server ?? '')?.matches]).toEqual([1, 0]);
  expect(podiumOf(table.race).winners.map((w) => w.points)).toEqual([600]);
});

describe('the podium', () => {
  it('has three places, and all who share them', () => {
    const table = played((seat) => [600, 300, 300, 300, 100, 0][seat] ?? 0, ...'ABCDEF');
    expect(podiumOf(table.race).winners.map((w) => w.place)).toEqual([1, 2, 2, 2]);
    expect(podiumOf(table.race).team?.teamwork).toBe(100);
  });

  it('praises for accuracy and speed who had at least half as many turns as the middle of the class', () => {
    const table = newRace(['handshake']);
    for (const name of 'ABCDEF') join(table, name);
    next(table);
    const [lucky] = table.race.rounds[0]?.pairs ?? [];
    const middle = { turns: 8, firstTry: 6, accuracy: 8 * 525, speed: 800 };
    const luck = { turns: 3, firstTry: 3, accuracy: 1800, speed: 1200 };
    closeWith(table, ({ match }) => ({
      client: seatResult(0, match === lucky?.match ? luck : middle),
      server: seatResult(0, middle),
    }));
    const { winners, accurate, swift } = podiumOf(table.race);
    expect(winners).toHaveLength(5);
    expect([accurate?.accuracy, swift?.speed]).toEqual([75, 25]);
    const enough = { ...luck, turns: 4, firstTry: 4 };
    const other = newRace(['handshake']);
    for (const name of 'ABCDEF') join(other, name);
    next(other);
    const [steady] = other.race.rounds[0]?.pairs ?? [];
    closeWith(other, ({ match }) => ({
      client: seatResult(0, match === steady?.match ? enough : middle),
      server: seatResult(0, middle),
    }));
    expect(podiumOf(other.race).accurate?.accuracy).toBe(100);
  });

  it.each([
    ['for whom the bot has played', { botPlayed: true }],
    ['that did not finish', { outcome: 'time-up', teamwork: null }],
  ] as const)('names no team %s', (_, change) => {
    const table = newRace(['handshake']);
    for (const name of ['Ada', 'Bo']) join(table, name);
    next(table);
    closeWith(table, () => ({ client: seatResult(600), server: seatResult(600) }), change);
    expect(podiumOf(table.race).team).toBeNull();
  });

  it('has nobody on it who has earned nothing, and praises nobody for nothing', () => {
    const table = played(() => 0, 'Ada', 'Bo');
    join(table, 'Cleo');
    expect(podiumOf(table.race)).toMatchObject({ winners: [], accurate: null, swift: null });
    expect(podiumOf(newRace().race).winners).toEqual([]);
  });

  it('is told to the players when it is time', () => {
    const table = played((seat) => seat, 'Ada', 'Bo');
    const view = () => raceViewFor(table.race, 'ada', table.now);
    expect([view()?.podium, view()?.lessons, view()?.match]).toEqual([null, null, null]);
    next(table);
    close(table);
    next(table);
    // The projector reveals it first.
    expect([table.race.phase, view()?.podium, view()?.lessons]).toEqual(['podium', null, null]);
    next(table);
    expect(view()?.podium?.winners).toHaveLength(2);
    expect(view()?.lessons).toEqual([]);
    expect(view()?.played.map((p) => p.leg.scenario)).toEqual(['handshake', 'close']);
  });
});

describe('the lessons', () => {
  it('are what most players showed, with a move of theirs', () => {
    const table = newRace(['handshake']);
    for (const name of 'ABCD') join(table, name);
    next(table);
    const shown = (...codes: ('syn-without-ack' | 'fin-without-ack')[]) => ({
      tally: { turns: 1, firstTry: 0, accuracy: 0, speed: 0, mistakes: 1 },
      shown: codes.map((code, example) => ({ code, count: 3 - example, example }) as never),
    });
    const [first, second] = table.race.rounds[0]?.pairs ?? [];
    const base = { outcome: 'finished', teamwork: 0, botPlayed: false, took: 1 } as const;
    table.race = {
      ...table.race,
      rounds: table.race.rounds.map((round) => ({
        ...round,
        results: [
          {
            ...base,
            seats: { client: shown('fin-without-ack'), server: shown('syn-without-ack') },
          },
          { ...base, seats: { client: shown('syn-without-ack'), server: shown() } },
        ],
      })),
    };
    expect(lessonsOf(table.race)).toEqual([
      {
        code: 'syn-without-ack',
        count: 6,
        players: 2,
        match: first?.match,
      },
      {
        code: 'fin-without-ack',
        count: 3,
        players: 1,
        match: first?.match,
      },
    ]);
    expect(second).toBeDefined();
  });

  it('are all kept, and the first three talked about', () => {
    const table = newRace();
    for (const name of 'AB') join(table, name);
    next(table);
    const codes = MISCONCEPTIONS.slice(0, 5);
    const shown = codes.map((code, i) => ({ code, count: 9 - i, example: i }));
    const none = { tally: NO_TALLY, shown: [] };
    table.race = {
      ...table.race,
      rounds: table.race.rounds.map((round) => ({
        ...round,
        results: [
          {
            outcome: 'finished',
            teamwork: 0,
            botPlayed: false,
            took: 1,
            seats: { client: { ...none, shown }, server: none },
          },
        ],
      })),
    };
    expect(lessonsOf(table.race).map((l) => l.code)).toEqual(codes);
    expect(topicsOf(table.race).map((l) => l.code)).toEqual(codes.slice(0, 3));
  });
});
