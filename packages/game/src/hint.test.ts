import { type Endpoint, PSH, SYN } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { plainMove, playOn } from '../test/play.ts';
import { give, seated } from '../test/simulate.ts';
import { HINTS, judge, type Match, SCENARIOS, viewFor } from './index.ts';

const hints = (match: Match, at: Endpoint) => viewFor(match, at, 0).hints;

describe('hints', () => {
  it('tell the rule, then the control bits, then the whole segment', () => {
    const table = seated('handshake', 'numbers');
    const { iss } = table.match.world;
    expect(hints(table.match, 'client')).toEqual({
      taken: [],
      next: { step: 'rule', price: 100 },
    });
    for (const _ of HINTS) give(table, { type: 'hint', seat: 'client' });
    expect(hints(table.match, 'client')).toEqual({
      taken: [
        { step: 'rule', rule: '3.10.1' },
        { step: 'bits', ctl: SYN, data: false },
        {
          step: 'segment',
          move: {
            kind: 'send',
            ctl: SYN,
            seq: iss.client,
            ack: 0,
            len: 0,
            wnd: 65535,
            state: 'SYN-SENT',
          },
        },
      ],
      next: null,
    });
  });

  it('say so where silence is right', () => {
    const table = playOn(
      seated('handshake', 'full'),
      undefined,
      (m) => m.world.ends.server.tcb.state === 'ESTABLISHED',
    );
    for (const _ of HINTS) give(table, { type: 'hint', seat: 'server' });
    expect(hints(table.match, 'server').taken).toMatchObject([
      { step: 'rule', rule: '3.10.7.4-5' },
      { step: 'bits', ctl: null },
      { step: 'segment', move: { kind: 'silent', state: 'ESTABLISHED' } },
    ]);
  });

  it('are for the seat that asked', () => {
    const table = seated('simultaneous-open', 'flags');
    give(table, { type: 'hint', seat: 'client' });
    expect(hints(table.match, 'client').taken).toHaveLength(1);
    expect(hints(table.match, 'server').taken).toEqual([]);
  });

  it('are for one segment: the next that is due on the same turn has its own', () => {
    const two = (m: Match): boolean => (m.world.ends.client.turns[0]?.due.length ?? 0) === 2;
    const table = playOn(seated('zero-window', 'numbers'), undefined, two);
    for (const _ of HINTS) give(table, { type: 'hint', seat: 'client' });
    expect(hints(table.match, 'client').taken).toHaveLength(3);
    const move = plainMove(table.match, 'client');
    give(table, { type: 'move', lag: 0, seat: 'client', move });
    expect(hints(table.match, 'client')).toEqual({
      taken: [],
      next: { step: 'rule', price: 100 },
    });
    expect(table.match.seats.client?.help).toBe(450);
  });

  it.each(SCENARIOS.flatMap((s) => s.levels.map((level) => [s.id, level] as const)))(
    'are right at every turn of %s at %s',
    (id, level) => {
      const table = seated(id, level);
      playOn(table, (match, at) => {
        for (const _ of HINTS) give(table, { type: 'hint', seat: at });
        const [rule, bits, whole] = hints(table.match, at).taken;
        if (rule?.step !== 'rule' || bits?.step !== 'bits' || whole?.step !== 'segment')
          throw new Error('not three hints');
        const verdict = judge(match.world, level, at, whole.move)?.verdict;
        expect(verdict).toMatchObject({ right: true, rule: rule.rule });
        const ctl = whole.move.kind === 'send' ? whole.move.ctl & ~PSH : null;
        expect(bits.ctl).toBe(ctl);
        return plainMove(match, at);
      });
      expect(table.match.mistakes).toEqual([]);
    },
  );
});
