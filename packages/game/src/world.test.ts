import { ACK, ENDPOINTS, type Endpoint, SYN } from '@ackade/tcp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idealMove, ladder, playOn } from '../test/play.ts';
import { give, owing, seated, type Table, wake } from '../test/simulate.ts';
import { type Match, type Row, type RowView, SCENARIOS, viewFor } from './index.ts';

/** Plays the ideal moves, of two who owe one the one whom `first` names; -1 lets time pass if it can. */
function playedAt(id: string, first: readonly number[]): Table {
  const table = seated(id, 'full');
  for (let n = 0; table.match.phase !== 'over'; n++) {
    const choice = first[n % first.length] ?? 0;
    const who = owing(table.match);
    const rings = ENDPOINTS.some((e) => table.match.rings[e]);
    const at = who[choice % Math.max(1, who.length)];
    if (!at || (rings && choice === 2)) wake(table);
    else give(table, { type: 'move', lag: 0, seat: at, move: idealMove(table.match, at) });
  }
  return table;
}

/** The whole ladder; what happened at both ends at one moment has no order of its own. */
const whole = ({ match }: Table): readonly RowView[] =>
  [...viewFor(match, 'client', 0).rows].sort(
    (a, b) => a.time - b.time || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
  );

describe('each end has its own time', () => {
  it.each(SCENARIOS.map((s) => s.id))('%s is the same however fast its players are', (id) =>
    fc.assert(
      fc.property(fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }), (first) => {
        expect(whole(playedAt(id, first))).toEqual(whole(playedAt(id, [0])));
      }),
      { numRuns: 30 },
    ),
  );

  it.each(SCENARIOS.map((s) => s.id))('at each end of %s it only goes on', (id) => {
    const { world } = playOn(seated(id, 'full')).match;
    for (const at of ENDPOINTS) {
      const times = world.rows.filter((r) => r.at === at).map((r) => r.time);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it('what has come is shown at once, though its sender owes more', () => {
    const table = playOn(seated('three-segment-close', 'flags'), undefined, (m) =>
      owing(m).includes('server'),
    );
    const [ack] = table.match.world.ends.server.turns[0]?.due ?? [];
    expect(ack?.segment.ctl).toBe(ACK);
    give(table, {
      type: 'move',
      lag: 0,
      seat: 'server',
      move: { kind: 'send', ctl: ACK, seq: 0, ack: 0, len: 0, wnd: 0, state: null },
    });
    expect(owing(table.match)).toEqual(['client', 'server']);
  });
});

const kinds = (match: Match, at: Endpoint): string[] =>
  match.world.rows.filter((r: Row) => r.at === at).map((r) => r.kind);

describe('what crosses in the network', () => {
  it('is not shown to an end that has yet to send its own', () => {
    const table = seated('simultaneous-open', 'flags');
    expect(owing(table.match)).toEqual(['client', 'server']);
    const syn = { kind: 'send', ctl: SYN, seq: 0, ack: 0, len: 0, wnd: 0, state: null } as const;
    give(table, { type: 'move', lag: 0, seat: 'client', move: syn });
    expect(kinds(table.match, 'server')).toEqual(['call']);
    expect(owing(table.match)).toEqual(['server']);
    give(table, { type: 'move', lag: 0, seat: 'server', move: syn });
    expect(kinds(table.match, 'server')).toEqual(['call', 'sent', 'arrived']);
    expect(kinds(table.match, 'client')).toEqual(['call', 'sent', 'arrived']);
  });

  it('comes in the order of its times, not of its sending', () => {
    const { world } = playOn(seated('fin-overtakes-data', 'flags')).match;
    const came = world.rows.flatMap((r) =>
      r.kind === 'arrived' && r.at === 'server' ? [r.text] : [],
    );
    expect(came.slice(0, 2)).toEqual(['', 'Wait!']);
  });
});

describe('timers', () => {
  const idle = (id: string): Table =>
    playOn(seated(id, 'flags'), undefined, (m) => owing(m).length === 0);

  it('may turn at both ends at once', () => {
    const { match } = idle('simultaneous-close');
    expect(match.rings).toMatchObject({
      client: { alarm: { timer: 'time-wait' } },
      server: { alarm: { timer: 'time-wait' } },
    });
  });

  it('show standing still while something may still come before them', () => {
    const table = seated('lost-syn', 'flags');
    give(table, { type: 'move', lag: 0, seat: 'client', move: idealMove(table.match, 'client') });
    expect(viewFor(table.match, 'client', table.now).alarm).toMatchObject({
      timer: 'retransmission',
      real: 1000,
      running: true,
    });
    const close = seated('close', 'flags');
    give(close, { type: 'move', lag: 0, seat: 'client', move: idealMove(close.match, 'client') });
    expect(owing(close.match)).toEqual(['server']);
    expect(viewFor(close.match, 'client', close.now).alarm).toMatchObject({
      timer: 'retransmission',
      in: 2500,
      of: 2500,
      running: false,
    });
  });

  it('go on turning while the other end answers something later', () => {
    const table = idle('lost-last-ack');
    expect(table.match.rings.server?.alarm.timer).toBe('retransmission');
    expect(table.match.rings.client).toBeNull();
    expect(viewFor(table.match, 'client', table.now).alarm).toMatchObject({
      timer: 'time-wait',
      running: false,
    });
  });
});

describe('a crash', () => {
  it('leaves a TCB that knows nothing, and new numbers beyond the old', () => {
    const { match } = seated('half-open-syn', 'full');
    const { client } = match.world.ends;
    const [crash] = match.world.rows;
    expect(crash).toMatchObject({
      kind: 'call',
      line: { call: 'CRASH' },
      tcb: { state: 'CLOSED' },
    });
    expect(client.tcb.snd.iss).toBeGreaterThan(match.world.iss.client + 1);
  });
});

describe('the ladder in the RFC’s words', () => {
  it('does not depend on the numbers that a match has drawn', () => {
    for (const seed of [1, 2, 3]) {
      const { match } = playOn(seated('handshake', 'full', seed), idealMove);
      expect(ladder(match.world)[0]).toBe('client <SEQ=100><CTL=SYN>');
    }
  });
});
