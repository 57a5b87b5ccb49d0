import { ACK, FIN, segLen } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { plainMove, playOn, rightMoves } from '../../test/play.ts';
import { give, person, seated, type Table, wake } from '../../test/simulate.ts';
import { draw, isRung, type Match, rungsOf, SCENARIOS, scenarioById, trackOf } from '../index.ts';
import { rungOf } from './rung.ts';

const send = (ctl: number) =>
  ({ kind: 'send', ctl, seq: 0, ack: 0, len: 0, wnd: 0, state: null }) as const;
const move = (table: Table, seat: 'client' | 'server', ctl: number) =>
  give(table, { type: 'move', lag: 0, seat, move: send(ctl) });
const rungIn = ({ match }: Table): number => rungOf(match.world);

describe('a rung of the ladder', () => {
  it('that says two things is passed when both are said, in however many segments', () => {
    const table = seated('three-segment-close', 'flags');
    move(table, 'client', FIN | ACK);
    expect(rungIn(table)).toBe(1);
    expect(move(table, 'server', ACK)).toBeNull();
    expect(rungIn(table)).toBe(1);
    expect(move(table, 'server', FIN | ACK)).toBeNull();
    expect(rungIn(table)).toBe(2);
  });

  it('is passed once, though weather makes its segment be sent again', () => {
    const table = seated('handshake', 'flags');
    give(table, {
      type: 'weather',
      by: 'client',
      weather: { what: 'lose', from: 'client', kind: 'syn' },
    });
    const rungs: number[] = [];
    playOn(table, plainMove, ({ world }) => {
      rungs.push(rungOf(world));
      return false;
    });
    expect(table.match.world.rows.filter((row) => row.kind === 'sent')).toHaveLength(4);
    expect([...new Set([...rungs, rungIn(table)])]).toEqual([0, 1, 2, 3]);
  });

  it('that repeats another is not passed with the first', () => {
    const table = seated('lost-syn', 'flags');
    move(table, 'client', 2);
    expect(rungIn(table)).toBe(1);
    while (table.match.world.ends.client.turns.length === 0) wake(table);
    expect(rungIn(table)).toBe(1);
    move(table, 'client', 2);
    expect(rungIn(table)).toBe(2);
  });
});

describe.each(SCENARIOS)('on the ladder of $id', (scenario) => {
  const rungs = trackOf(scenario).filter(isRung);

  it('nobody goes back, or beyond what he has sent, whatever right way he takes', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const table = seated(scenario.id, scenario.levels[0], seed, person('Bo'));
      let draws = 0;
      let before = 0;
      const check = (match: Match): boolean => {
        const rung = rungOf(match.world);
        expect(rung).toBeGreaterThanOrEqual(before);
        expect(rung).toBeLessThanOrEqual(rungsOf(scenario));
        before = rung;
        expectSaid(match, rung);
        return false;
      };
      playOn(
        table,
        (match, at) => {
          const moves = rightMoves(match, at);
          return moves[draw(seed, draws++, moves.length)] ?? plainMove(match, at);
        },
        check,
      );
    }
  });

  /** What the first `rung` rungs say in control bits and numbers, each end has said. */
  function expectSaid({ world: { rows, iss } }: Match, rung: number): void {
    const whole = scenarioById(scenario.id)?.iss ?? { client: 100, server: 300 };
    for (const { from, segment } of rungs.slice(0, rung)) {
      const own = rows.filter((row) => row.kind === 'sent' && row.at === from);
      const bits = own.reduce((ctl, row) => ctl | (row.kind === 'sent' ? row.segment.ctl : 0), 0);
      expect(bits & segment.ctl & 7).toBe(segment.ctl & 7);
      if (segment.ctl & 4) continue;
      const length = segment.len + ((segment.ctl & 2) >> 1) + (segment.ctl & 1);
      const wanted = (segment.seq + length - whole[from]) | 0;
      const ends = own.map((row) =>
        row.kind === 'sent' ? (row.segment.seq + segLen(row.segment) - iss[from]) | 0 : 0,
      );
      expect(Math.max(...ends)).toBeGreaterThanOrEqual(wanted);
    }
  }
});
