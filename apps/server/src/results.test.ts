import type { RaceTerms } from '@ackade/game';
import { describe, expect, it } from 'vitest';
import { give, person, seated, type Table } from '../../../packages/game/test/simulate.ts';
import { resultOf } from './results.ts';

const terms: RaceTerms = {
  id: 'race',
  round: 2,
  hints: true,
  timed: false,
  grace: 1000,
  pace: { client: 1, server: 1 },
};
const move = (ctl: number) =>
  ({
    type: 'move',
    lag: 0,
    seat: 'client',
    move: { kind: 'send', ctl, seq: 0, ack: 0, len: 0, wnd: 0, state: null },
  }) as const;

const racing = (): Table => seated('handshake', 'flags', 1, person('Bo'), terms);
const clientOf = ({ match }: Table) => resultOf(match)?.players.find((p) => p.role === 'client');

describe('what the tables keep of a match', () => {
  it('is nothing while it is played', () => expect(resultOf(racing().match)).toBeNull());

  it('of a race says of which round, and nothing of speed where it does not count', () => {
    const table = racing();
    give(table, move(2));
    give(table, { type: 'stop' });
    expect(resultOf(table.match)).toMatchObject({ raceId: 'race', round: 2, outcome: 'time-up' });
    expect(clientOf(table)).toMatchObject({ name: 'Ada', bot: false, points: 1000, speed: null });
  });

  it('is still the player’s where the bot has only kept his seat', () => {
    const table = racing();
    give(table, move(2));
    give(table, { type: 'disconnect', seat: 'client' });
    table.now += terms.grace;
    give(table, { type: 'tick' });
    give(table, { type: 'stop' });
    expect(clientOf(table)).toMatchObject({ name: 'Ada', bot: false, points: 1000 });
  });

  it('holds the mistakes of who has the seat, not of who had it before', () => {
    const table = racing();
    give(table, move(1));
    give(table, { type: 'seat', seat: 'client', occupant: 'bot', pace: 1 });
    give(table, { type: 'stop' });
    expect(clientOf(table)).toMatchObject({ name: '', bot: true, mistakes: {} });
  });
});
