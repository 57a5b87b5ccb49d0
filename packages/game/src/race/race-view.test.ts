/** What a player, and what the host and the projector may know. */
import { describe, expect, it } from 'vitest';
import { asHost, close, join, newRace, next, order, type RaceTable } from '../../test/race.ts';
import { give, person, seated } from '../../test/simulate.ts';
import {
  boardHeadOf,
  boardPlayersOf,
  isRung,
  laneOf,
  progressOf,
  type RaceTerms,
  raceViewFor,
  type Scenario,
  scenarioById,
  trackOf,
  viewFor,
} from '../index.ts';

function race(...names: string[]): RaceTable {
  const table = newRace(['handshake', 'close']);
  for (const name of names) join(table, name, `device-${name}`);
  return table;
}

const viewOf = ({ race, now }: RaceTable, id: string) => raceViewFor(race, id, now);

describe('a player', () => {
  it('knows where to play, and for how long', () => {
    const table = race('Ada', 'Bo', 'Cleo');
    expect(viewOf(table, 'ada')).toMatchObject({
      match: null,
      endsIn: null,
      players: 3,
      leg: null,
    });
    next(table, ['ada', 'bo']);
    table.now += 10_000;
    const view = viewOf(table, 'ada');
    expect(view?.match).toEqual({
      match: table.race.rounds[0]?.pairs[0]?.match,
      seat: view?.match?.seat,
      number: 1,
    });
    expect(view?.endsIn).toBe(3000 + table.race.options.time - 10_000);
    expect(viewOf(table, 'cleo')?.match).toBeNull();
    close(table);
    expect(viewOf(table, 'ada')).toMatchObject({ match: null, endsIn: null, round: 1, of: 2 });
  });

  it('knows what he has played, with whom, and as which end', () => {
    const table = race('Ada', 'Bo', 'Cleo');
    next(table);
    close(table, (seat) => 100 * seat);
    const views = ['ada', 'bo', 'cleo'].map((id) => viewOf(table, id)?.played[0]);
    const partners = views.map((v) => v?.partner ?? null);
    expect(partners.filter((p) => p === null)).toHaveLength(1);
    for (const [i, name] of ['Ada', 'Bo', 'Cleo'].entries()) {
      const partner = partners[i];
      if (partner) expect(partners[['Ada', 'Bo', 'Cleo'].indexOf(partner)]).toBe(name);
    }
    for (const id of ['ada', 'bo', 'cleo']) {
      const view = viewOf(table, id);
      expect(view?.you.total.points).toBe(view?.played[0]?.score.points);
    }
  });

  it('is told nothing that is not his', () => {
    const table = race('Ada', 'Bo');
    const views = [viewOf(table, 'ada')];
    for (const step of [next, close, next, close, next, next]) {
      step(table);
      views.push(viewOf(table, 'ada'));
    }
    expect(table.race.phase).toBe('debrief');
    expect(JSON.stringify(views)).not.toMatch(/t-Ada|t-Bo|device|"host"|"screen"|seed|skeleton/);
  });

  it('learns at the podium how he did, and who won only when the projector has shown it', () => {
    const table = race('Ada', 'Bo');
    for (const step of [next, close, next, close, next]) step(table);
    expect(table.race.phase).toBe('podium');
    expect(boardHeadOf(table.race, 0, table.now).podium?.winners).toHaveLength(2);
    expect(viewOf(table, 'ada')).toMatchObject({ podium: null, you: { total: { matches: 2 } } });
    next(table);
    expect(viewOf(table, 'ada')?.podium?.winners).toHaveLength(2);
  });

  it('who was sent away is told nothing', () => {
    const table = race('Ada', 'Bo');
    asHost(table, { type: 'kick', player: 'bo', ban: false });
    expect([viewOf(table, 'bo'), viewOf(table, 'nobody')]).toEqual([null, null]);
    expect(viewOf(table, 'ada')?.players).toBe(1);
  });

  it('who comes late sees the match into which he is put', () => {
    const table = race('Ada');
    next(table);
    join(table, 'Bo');
    const [match = ''] = table.race.rounds[0]?.pairs.map((p) => p.match) ?? [];
    order(table, { type: 'place', player: 'bo', running: [match] });
    const [ada, bo] = [viewOf(table, 'ada')?.match, viewOf(table, 'bo')?.match];
    expect(new Set([ada?.seat, bo?.seat])).toEqual(new Set(['client', 'server']));
    expect(bo?.match).toBe(ada?.match);
  });
});

describe('host and projector', () => {
  it('see everything but what opens a door', () => {
    const table = race('Ada', 'Bo', 'Cleo');
    next(table);
    const { race: now } = table;
    const seen = JSON.stringify([
      boardHeadOf(now, 0, table.now),
      boardPlayersOf(now, new Set(['ada'])),
    ]);
    expect(seen).not.toMatch(/t-Ada|device|"host"|"screen"|"seed|skeleton/);
    expect(boardPlayersOf(now, new Set(['ada'])).map((p) => p.present)).toEqual([
      true,
      false,
      false,
    ]);
    expect(boardPlayersOf(now, new Set(), new Set(['bo'])).map((p) => p.name)).toEqual(['Bo']);
  });

  it('see the track of the round as far as it is told, and before the first none', () => {
    const table = race('Ada');
    expect(boardHeadOf(table.race, 0, table.now)).toMatchObject({
      rungs: 0,
      track: [],
      weather: [],
      leg: null,
    });
    next(table);
    const told = (rungs: number) => boardHeadOf(table.race, rungs, table.now);
    expect(told(0)).toMatchObject({ rungs: 3, track: [] });
    expect(told(2).track.filter(isRung)).toHaveLength(2);
    expect(told(3).track).toEqual(trackOf(scenarioById('handshake') as Scenario));
    close(table);
    expect(told(0).track).toEqual(told(3).track);
  });
});

describe('the view of a match in a race', () => {
  const terms: RaceTerms = {
    id: 'race-id',
    round: 0,
    hints: true,
    timed: true,
    grace: 30_000,
    pace: { client: 1, server: 1 },
  };

  it('tells a player that his host decides, and nothing of the far end', () => {
    const table = seated('conversation', 'numbers', 1, person('Bo'), terms);
    give(table, {
      type: 'weather',
      by: 'host',
      weather: { what: 'lose', from: 'client', kind: 'any' },
    });
    const view = viewFor(table.match, 'client', table.now);
    expect(view).toMatchObject({ race: true, held: false, weather: [] });
    const { iss } = table.match.world;
    const told = JSON.stringify(view);
    expect(told).toContain(String(iss.client));
    expect(told).not.toMatch(new RegExp(`${iss.server}|t-Ada|t-Bo|race-id|LISTEN`));
  });

  it('outside one says so', () =>
    expect(viewFor(seated('handshake', 'flags').match, 'client', 0)).toMatchObject({
      race: false,
      held: false,
    }));

  it('opens no door on the board either', () => {
    const table = seated('handshake', 'flags', 1, person('Bo'), terms);
    const pair = { match: 'm', seats: { client: 'ada', server: 'bo' } };
    expect(JSON.stringify([progressOf(pair, table.match), laneOf(table.match)])).not.toMatch(
      /t-Ada|t-Bo/,
    );
  });
});
