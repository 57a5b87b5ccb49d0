/** How many turns were right at the first try: what a reader takes accuracy to be. */
import { describe, expect, it } from 'vitest';
import { idealMove, playOn } from '../test/play.ts';
import { give, owing, person, seated, type Table, wake } from '../test/simulate.ts';
import { type Move, type RaceTerms, scoreAt } from './index.ts';

const SYN: Move = { kind: 'send', ctl: 2, seq: 0, ack: 0, len: 0, wnd: 0, state: null };
const FIN: Move = { ...SYN, ctl: 1 };
const TERMS: RaceTerms = {
  id: 'race',
  round: 0,
  hints: true,
  timed: true,
  grace: 30_000,
  pace: { client: 1, server: 1 },
};

const move = (table: Table, m: Move): void => {
  expect(give(table, { type: 'move', lag: 0, seat: 'client', move: m })).toBeNull();
};
const tally = ({ match }: Table) => match.seats.client?.tally;

describe('accuracy', () => {
  it('is of the turns that were right at the first try, not of the points', () => {
    const table = seated('handshake', 'flags');
    move(table, FIN);
    playOn(table, idealMove);
    expect(tally(table)).toMatchObject({ turns: 2, firstTry: 1, accuracy: 450 + 600 });
    expect(scoreAt(table.match, 'client').accuracy).toBe(50);
    expect(scoreAt(table.match, 'server').accuracy).toBe(100);
  });

  it('has nothing of a turn for which a hint was taken', () => {
    const table = seated('handshake', 'flags');
    give(table, { type: 'hint', seat: 'client' });
    move(table, SYN);
    expect(tally(table)).toMatchObject({ turns: 1, firstTry: 0, mistakes: 0 });
  });

  it('counts a turn that was tried and never solved', () => {
    const table = seated('handshake', 'flags', 1, person('Bo'), TERMS);
    move(table, FIN);
    expect(scoreAt(table.match, 'client')).toMatchObject({ of: 0, points: 0 });
    give(table, { type: 'stop' });
    expect(tally(table)).toMatchObject({ turns: 1, firstTry: 0, accuracy: 0, speed: 0 });
    expect(scoreAt(table.match, 'client')).toMatchObject({ of: 1000, points: 0, accuracy: 0 });
  });

  it('does not count one that was never tried', () => {
    const table = seated('handshake', 'flags', 1, person('Bo'), TERMS);
    give(table, { type: 'stop' });
    expect(tally(table)?.turns).toBe(0);
  });

  it('counts a turn that the bot had to solve, once', () => {
    const table = seated('handshake', 'flags', 1, person('Bo'), TERMS);
    move(table, FIN);
    give(table, { type: 'disconnect', seat: 'client' });
    table.now += TERMS.grace;
    give(table, { type: 'tick' });
    while (owing(table.match).includes('client')) wake(table);
    expect(tally(table)).toMatchObject({ turns: 1, firstTry: 0, accuracy: 0, mistakes: 1 });
    give(table, { type: 'stop' });
    expect(tally(table)?.turns).toBe(1);
  });
});
