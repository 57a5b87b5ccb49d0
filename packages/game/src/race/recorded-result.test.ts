import { expect, it } from 'vitest';
import { close, join, newRace, next } from '../../test/race.ts';
import { evolveRace, podiumOf, type Race, raceViewFor, standingsOf } from '../index.ts';

it('a race of an older version lacks what has been added since, and is read all the same', () => {
  const table = newRace();
  for (const name of ['Ada', 'Bo']) join(table, name);
  next(table);
  close(table);
  const old = JSON.parse(JSON.stringify(table.events), (key, value: unknown) =>
    key === 'firstTry' || key === 'botPlayed' ? undefined : value,
  ) as typeof table.events;
  const race = old.reduce<Race | null>(evolveRace, null) as Race;
  expect(standingsOf(race).map(({ total }) => total.accuracy)).toEqual([100, 100]);
  expect(podiumOf(race).team?.teamwork).toBe(100);
  expect(raceViewFor(race, 'ada', table.now)?.played[0]?.score.accuracy).toBe(100);
});
