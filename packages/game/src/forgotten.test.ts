import { describe, expect, it } from 'vitest';
import { playOn } from '../test/play.ts';
import { give, seated } from '../test/simulate.ts';
import {
  type Event,
  evolve,
  forgetInMatch,
  forgetInRace,
  type Match,
  NAMELESS,
  type Occupant,
  type RaceEvent,
} from './index.ts';

const BO: Occupant = { name: 'Bo', token: 't-Bo', player: 'bo' };
const gone = new Set(['bo']);

const replayed = (events: readonly Event[]): Match | null =>
  events.reduce<Match | null>(evolve, null);

describe('a player who is forgotten', () => {
  it('leaves a match that is the same for the other', () => {
    const { match, events } = playOn(seated('handshake', 'flags', 1, BO));
    const left = forgetInMatch(events, gone);
    expect(JSON.stringify(left)).not.toMatch(/"bo"|"Bo"/);
    const after = replayed(left);
    expect(after?.seats.server?.occupant).toEqual({ ...BO, name: NAMELESS, player: null });
    expect({ ...after, seats: null }).toEqual({ ...match, seats: null });
    expect(after?.seats.client).toEqual(match.seats.client);
  });

  it('leaves everybody else in it', () => {
    const { events } = playOn(seated('handshake', 'flags', 1, BO));
    expect(forgetInMatch(events, new Set(['ada']))).toEqual(events);
  });

  it('has no name that came later, whoever had the seat before', () => {
    const race = {
      id: 'r',
      round: 0,
      hints: true,
      timed: true,
      grace: 1000,
      pace: { client: 1, server: 1 },
    };
    const table = seated('handshake', 'flags', 1, 'bot', race);
    give(table, { type: 'rename', seat: 'client', name: 'Cleo' });
    give(table, { type: 'seat', seat: 'server', occupant: BO, pace: 1 });
    give(table, { type: 'rename', seat: 'server', name: 'Bob' });
    give(table, { type: 'seat', seat: 'server', occupant: 'bot', pace: 1 });
    give(table, { type: 'rename', seat: 'server', name: 'Bobby' });
    const text = JSON.stringify(forgetInMatch(table.events, gone));
    expect(text).not.toMatch(/"Bo/);
    expect(text).toContain('"Cleo"');
  });

  it('leaves a race in which nobody else changes', () => {
    const joined = (id: string, name: string, player: string | null): RaceEvent => ({
      type: 'joined',
      at: 1,
      newcomer: { id, name, token: `t-${id}`, player },
    });
    const events: RaceEvent[] = [
      joined('1', 'Ada', null),
      joined('2', 'Bo', 'bo'),
      { type: 'renamed', at: 2, player: '2', name: 'Bob' },
      { type: 'renamed', at: 3, player: '1', name: 'Adele' },
    ];
    expect(forgetInRace(events, gone)).toEqual([
      events[0],
      joined('2', NAMELESS, null),
      { type: 'renamed', at: 2, player: '2', name: NAMELESS },
      events[3],
    ]);
  });
});
