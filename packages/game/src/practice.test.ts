import { ACK, ENDPOINTS, SYN } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { idealMove, playOn } from '../test/play.ts';
import { give, owing, seated, type Table } from '../test/simulate.ts';
import {
  ABANDONED_AFTER,
  type Event,
  type Move,
  type Occupant,
  type Practised,
  practicesOf,
  SCENARIOS,
  scoreAt,
  searchAbout,
} from './index.ts';

const BO: Occupant = { name: 'Bo', token: 't-Bo', player: 'bo' };

/** The events as if Ada, who sits at the client, had left a trace. */
const traced = ([first, ...rest]: readonly Event[]): readonly Event[] => {
  if (first?.type !== 'created' || !first.seats.client || first.seats.client === 'bot') return [];
  const client = { ...first.seats.client, player: 'ada' };
  return [{ ...first, seats: { ...first.seats, client } }, ...rest];
};

const shown = (table: Table): readonly Practised[] => practicesOf(traced(table.events));
const foundAbout = (situation: Parameters<typeof searchAbout>[0]) =>
  [...searchAbout(situation)].find((question) => question !== null) ?? null;
const of = (table: Table, player: string): Practised['practice'] => {
  const found = shown(table).find((p) => p.player === player);
  if (!found) throw new Error(`${player} did not play`);
  return found.practice;
};

/** SYN and ACK together, which nobody opens with. */
const WRONG: Move = { kind: 'send', ctl: SYN | ACK, seq: 0, ack: 0, len: 0, wnd: 0, state: null };
const move = (table: Table, choice: Move): void => {
  expect(give(table, { type: 'move', seat: 'client', lag: 0, move: choice })).toBeNull();
};
/** Ada owes her SYN. */
const opening = (): Table =>
  playOn(seated('handshake', 'flags', 1, BO), idealMove, (m) => owing(m).includes('client'));

describe('what a match shows', () => {
  it('is nothing before it is over, and nothing of the bot or of who leaves no trace', () => {
    const table = seated('handshake', 'flags', 1, 'bot');
    expect(shown(table)).toEqual([]);
    playOn(table, idealMove);
    expect(shown(table).map(({ player }) => player)).toEqual(['ada']);
    expect(practicesOf(table.events)).toEqual([]);
  });

  it.each(SCENARIOS.map(({ id, levels }) => [id, levels[0]] as const))(
    'is of %s the turns that can be asked about, all of them right',
    (id, level) => {
      const table = playOn(seated(id, level, 1, BO), idealMove);
      const all = shown(table);
      expect(all.map(({ player }) => player)).toEqual(['ada', 'bo']);
      for (const [i, { practice }] of all.entries()) {
        const { tally } = table.match.seats[ENDPOINTS[i] ?? 'client'] ?? {};
        expect(practice).toMatchObject({ match: 'm', scenario: id, level, finished: true });
        expect(practice.turns.length).toBeLessThanOrEqual(tally?.turns ?? 0);
        for (const turn of practice.turns) {
          expect(turn).toMatchObject({ right: true, helped: false });
          expect(turn.variant).toContain(`${id}/`);
        }
      }
    },
  );

  it('comes back as a question', () => {
    for (const { id, levels } of SCENARIOS)
      for (const { practice } of shown(playOn(seated(id, levels[0], 1, BO), idealMove)))
        for (const { skill, variant } of practice.turns)
          expect(foundAbout({ skill, variant }), variant).toMatchObject({ skill, variant });
  });

  it('comes back also where only a loss makes it what it is', () => {
    const situation = { skill: 'loss', variant: 'conversation/server/ESTABLISHED<ACK' } as const;
    expect(foundAbout(situation)).toMatchObject(situation);
    expect(foundAbout({ ...situation, skill: 'window' })).toBe(null);
  });

  it('is right only where the first try was, and knows of help', () => {
    const table = opening();
    move(table, WRONG);
    playOn(table, idealMove);
    expect(of(table, 'ada').turns[0]).toMatchObject({ right: false, helped: false });
    const helped = opening();
    give(helped, { type: 'hint', seat: 'client' });
    playOn(helped, idealMove);
    expect(of(helped, 'ada').turns.map((turn) => [turn.right, turn.helped])).toEqual([
      [true, true],
      ...of(helped, 'ada')
        .turns.slice(1)
        .map(() => [true, false]),
    ]);
  });

  it('takes as long as the move was owed, less what the network took', () => {
    const table = opening();
    const due = table.now;
    table.now = due + 7000;
    give(table, {
      type: 'move',
      seat: 'client',
      lag: 500,
      move: idealMove(table.match, 'client'),
    });
    playOn(table, idealMove);
    expect(of(table, 'ada').turns[0]?.took).toBe(6500);
  });

  it('of a match that was broken off is what was tried, and no best', () => {
    const table = opening();
    move(table, WRONG);
    table.now += ABANDONED_AFTER + 1;
    for (const seat of ENDPOINTS) give(table, { type: 'disconnect', seat });
    table.now += ABANDONED_AFTER + 1;
    give(table, { type: 'tick' });
    expect(table.match.outcome).toBe('abandoned');
    const { finished, turns } = of(table, 'ada');
    expect(finished).toBe(false);
    expect(turns).toMatchObject([{ right: false, took: null }]);
  });

  it('at both ends is one practice, worth as much as either end', () => {
    const both = { name: 'Ada', token: 't-2', player: 'ada' };
    const table = playOn(seated('handshake', 'flags', 1, both), idealMove);
    const [one, ...more] = shown(table);
    expect(more).toEqual([]);
    const points = ENDPOINTS.map((at) => scoreAt(table.match, at).points);
    expect(one?.practice.points).toBeLessThanOrEqual(Math.max(...points));
    expect(one?.practice.turns.length).toBeGreaterThan(1);
  });
});
