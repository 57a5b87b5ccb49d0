import { ENDPOINTS, type Endpoint, peerOf } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { plainMove, playOn, rightMoves } from '../test/play.ts';
import { give, owing, seated, type Table } from '../test/simulate.ts';
import {
  botMove,
  judge,
  type Level,
  type Match,
  type Move,
  type Row,
  type RowView,
  SCENARIOS,
  type View,
  viewFor,
} from './index.ts';

const EVERY = SCENARIOS.flatMap((s) => s.levels.map((level): [string, Level] => [s.id, level]));

/** Moves that are wrong in any state, of the kinds that people make. */
const WRONG: readonly Move[] = [
  { kind: 'send', ctl: 63, seq: 7, ack: 8, len: 0, wnd: 9, state: null },
  { kind: 'send', ctl: 0, seq: 0, ack: 0, len: 0, wnd: 9, state: null },
  { kind: 'send', ctl: 4, seq: 1, ack: 1, len: 0, wnd: 9, state: null },
  { kind: 'silent', state: null },
];

/** Plays to the end with a wrong move before every right one; `look` sees the match at every step. */
function withMistakes(
  id: string,
  level: Level,
  look: (table: Table) => void,
  choose: (match: Match, at: Endpoint) => Move = plainMove,
): Table {
  const table = seated(id, level, 3);
  look(table);
  let n = 0;
  playOn(
    table,
    (match, at) => {
      const wrong = WRONG.filter((m) => judge(match.world, level, at, m)?.verdict.right === false);
      const move = wrong[n++ % wrong.length];
      if (move) give(table, { type: 'move', lag: 0, seat: at, move });
      look(table);
      return choose(table.match, at);
    },
    (match) => {
      look({ ...table, match });
      return false;
    },
  );
  look(table);
  expect(table.match.mistakes.length).toBeGreaterThan(0);
  return table;
}

const viewOf = ({ match, now }: Table, seat: Endpoint): View => viewFor(match, seat, now);

/** Every object anywhere in `value`, and every key. */
function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objects(inner);
}

describe.each(EVERY)('what a seat sees of %s at %s while it plays', (id, level) => {
  it('has no answer in it: nothing named so, and no segment that is still to be sent', () => {
    const look = (table: Table): void => {
      for (const seat of ENDPOINTS) {
        const seen = [...objects(JSON.parse(JSON.stringify(viewOf(table, seat))))];
        const keys = new Set(seen.flatMap((o) => Object.keys(o)));
        for (const key of ['due', 'option', 'options', 'settles', 'world', 'ends', 'seed', 'token'])
          expect(keys).not.toContain(key);
        for (const e of ENDPOINTS) {
          const end = table.match.world.ends[e];
          // What is sent again was on the ladder before; everything else must not be there.
          const wire = new Set(end.sent.map(({ ctl, seq, ack }) => `${ctl & ~8} ${seq} ${ack}`));
          for (const { ctl, seq, ack } of end.turns.flatMap((t) => t.due.map((d) => d.segment)))
            if (!wire.has(`${ctl & ~8} ${seq} ${ack}`))
              expect(seen.filter((o) => o.ctl === ctl && o.seq === seq && o.ack === ack)).toEqual(
                [],
              );
        }
      }
    };
    withMistakes(id, level, look);
    withMistakes(id, level, look, botMove);
  });

  it('shows its own TCB from before the event that waits for an answer', () =>
    withMistakes(id, level, (table) => {
      for (const seat of ENDPOINTS) {
        const { turns, tcb } = table.match.world.ends[seat];
        expect(viewOf(table, seat).tcb.state).toBe((turns[0]?.before ?? tcb).state);
      }
    }));

  it('points with `turns` at the rows that wait', () =>
    withMistakes(id, level, (table) => {
      for (const seat of ENDPOINTS) {
        const { turns, rows, phase } = viewOf(table, seat);
        const open = phase === 'playing' ? table.match.world.ends[seat].turns : [];
        expect(turns.map((i) => rowKind(rows[i]))).toEqual(
          open.map((t) => rowKind(table.match.world.rows[t.row])),
        );
        for (const i of turns)
          expect(rows[i]).toSatisfy((r: RowView) =>
            r.kind === 'segment' ? r.from !== seat && r.fate === 'delivered' : r.at === seat,
          );
      }
    }));

  it('knows of the far end only what arrives from it', () =>
    withMistakes(id, level, (table) => {
      if (table.match.phase === 'over') return;
      for (const seat of ENDPOINTS) {
        const view = viewOf(table, seat);
        expect(view.result).toBeNull();
        for (const row of view.rows) {
          if (row.kind !== 'segment') expect(row.at).toBe(seat);
          else expect(row.fate).toBe(row.from === seat ? 'unknown' : 'delivered');
        }
        // Whatever the far end does that sends nothing here leaves the view as it is.
        const end = table.match.world.ends[peerOf(seat)];
        const other: Match = {
          ...table.match,
          world: {
            ...table.match.world,
            ends: {
              ...table.match.world.ends,
              [peerOf(seat)]: { ...end, tcb: { ...end.tcb, state: 'CLOSING' }, received: 99 },
            },
          },
        };
        expect(viewFor(other, seat, table.now)).toEqual(view);
      }
    }));

  it('only ever grows', () => {
    const before: Record<Endpoint, readonly RowView[]> = { client: [], server: [] };
    withMistakes(id, level, (table) => {
      if (table.match.phase === 'over') return;
      for (const seat of ENDPOINTS) {
        const { rows } = viewOf(table, seat);
        expect(rows.slice(0, before[seat].length)).toEqual(before[seat]);
        before[seat] = rows;
      }
    });
  });

  it('is whole when it is over, for both the same', () => {
    const table = withMistakes(id, level, () => {});
    const [client, server] = ENDPOINTS.map((seat) => viewOf(table, seat));
    expect(client?.rows).toEqual(server?.rows);
    expect(client?.result).toEqual(server?.result);
    const { rows, mistakes } = { rows: client?.rows ?? [], mistakes: table.match.mistakes };
    const kinds = (list: readonly { kind: string }[], kind: string): number =>
      list.filter((r) => r.kind === kind).length;
    for (const kind of ['call', 'timeout', 'silence'])
      expect(kinds(rows, kind)).toBe(kinds(table.match.world.rows, kind));
    expect(kinds(rows, 'mistake')).toBe(mistakes.length);
    const segments = rows.filter((r) => r.kind === 'segment');
    const { link } = table.match.world.scenario;
    const fates = (fate: string): number => segments.filter((r) => r.fate === fate).length;
    expect(fates('delivered')).toBe(kinds(table.match.world.rows, 'arrived'));
    expect(fates('lost')).toBe(
      link.filter((line) => 'transit' in line && line.transit.length === 0).length,
    );
    expect(fates('unknown')).toBe(0);
    expect(segments.filter((r) => r.stray)).toHaveLength(link.filter((l) => 'seq' in l).length);
    expect(segments.filter((r) => r.copy)).toHaveLength(id === 'duplicate-data' ? 1 : 0);
    for (const [i, row] of rows.entries())
      expect(row.time).toBeGreaterThanOrEqual(rows[i - 1]?.time ?? row.time);
    const asked = rows.filter((r) => r.kind === 'mistake').map((r) => rows[r.answering]);
    expect(asked.map((r) => rowKind(r)).sort()).toEqual(
      mistakes.map((m) => rowKind(table.match.world.rows[m.row])).sort(),
    );
    expect(client?.result?.states).toEqual(table.match.world.scenario.ends);
    expect(client?.turns).toEqual([]);
  });
});

/** What kind of thing happened to an end, and when it did. */
function rowKind(row: Row | RowView | undefined): string {
  if (!row) return 'none';
  if (row.kind === 'segment') return `arrived ${row.arrives}`;
  return `${row.kind} ${row.time}`;
}

describe('a view', () => {
  it('tells a lost segment’s sender nothing', () => {
    const table = playOn(
      seated('lost-syn-ack', 'flags'),
      undefined,
      (m) => m.rings.client !== null,
    );
    expect(viewOf(table, 'server').rows.at(-1)).toMatchObject({ from: 'server', fate: 'unknown' });
    expect(viewOf(table, 'client').rows.filter((r) => r.kind === 'segment')).toHaveLength(1);
  });

  it('writes numbers only where they mean something', () => {
    const table = seated('handshake', 'numbers');
    const { nextIss } = table.match.world.ends.server.tcb;
    expect(viewOf(table, 'server').tcb).toEqual({
      state: 'LISTEN',
      iss: nextIss,
      una: null,
      nxt: null,
      wnd: null,
      rcvNxt: null,
      rcvWnd: 65535,
    });
    const { snd } = table.match.world.ends.client.tcb;
    give(table, { type: 'move', lag: 0, seat: 'client', move: plainMove(table.match, 'client') });
    expect(viewOf(table, 'client').tcb).toEqual({
      state: 'SYN-SENT',
      iss: snd.iss,
      una: snd.iss,
      nxt: snd.nxt,
      wnd: null,
      rcvNxt: null,
      rcvWnd: 65535,
    });
    playOn(table);
    const { rcv } = table.match.world.ends.client.tcb;
    expect(viewOf(table, 'client').tcb).toMatchObject({ rcvNxt: rcv.nxt, una: snd.nxt });
  });

  it('holds the data that the peer is not known to have', () => {
    const table = seated('conversation', 'flags');
    const data = (): readonly string[] => viewOf(table, 'client').data;
    expect(data()).toEqual([]);
    playOn(table, undefined, (m) => m.world.ends.client.stream !== '');
    expect(data()).toEqual(['GET /']);
    playOn(
      table,
      undefined,
      (m) => m.world.ends.client.tcb.snd.una === m.world.ends.client.tcb.snd.nxt,
    );
    // The ACK has come and waits for its answer: the player does not know yet.
    expect(data()).toEqual(['GET /']);
    give(table, { type: 'move', lag: 0, seat: 'client', move: plainMove(table.match, 'client') });
    expect(data()).toEqual([]);
    playOn(table);
    expect(viewOf(table, 'client').data).toEqual([]);
    expect(viewOf(table, 'server').data).toEqual([]);
  });

  it('shows who sits where, and not how they are recognized', () => {
    const table = seated('close', 'flags', 1, 'bot');
    expect(viewOf(table, 'client').seats).toEqual({
      client: { name: 'Ada', bot: false, present: true, wantsRematch: false },
      server: { name: '', bot: true, present: true, wantsRematch: true },
    });
    const alone: Match = { ...table.match, seats: { ...table.match.seats, server: null } };
    expect(viewFor(alone, 'client', 0).seats.server).toBeNull();
    expect(viewFor(alone, 'server', 0)).toMatchObject({
      score: { points: 0 },
      clock: { spent: 0, running: false },
    });
  });

  it('gives the result of an abandoned match as far as it came', () => {
    const table = seated('close', 'flags');
    const over: Match = { ...table.match, phase: 'over', outcome: 'abandoned', endedAt: table.now };
    expect(viewFor(over, 'client', table.now).result).toMatchObject({
      outcome: 'abandoned',
      states: { client: 'FIN-WAIT-1', server: 'ESTABLISHED' },
      took: 0,
    });
    const never: Match = { ...over, startedAt: null, seats: { client: null, server: null } };
    expect(viewFor(never, 'client', table.now).result).toMatchObject({
      took: 0,
      scores: { client: { points: 0 }, server: { points: 0 } },
    });
  });

  it('does not tell that the far end has sent before what never came through', () => {
    const synAck = (view: View) =>
      view.rows.find((r) => r.kind === 'segment' && r.from === 'server' && r.fate !== 'lost');
    const seen: unknown[] = [];
    const table = playOn(seated('lost-syn-ack', 'numbers'), (match, at) => {
      if (at === 'client') seen.push(synAck(viewFor(match, 'client', 0)));
      return plainMove(match, at);
    });
    expect(seen.at(-1)).toMatchObject({ fate: 'delivered', again: false });
    expect(synAck(viewOf(table, 'client'))).toMatchObject({ again: true });
  });

  it('does not take data for a repetition of the bare ACK before it', () => {
    const { match } = playOn(seated('wrap', 'numbers'), undefined, (m) => {
      return m.world.ends.server.received > 0;
    });
    const data = viewFor(match, 'server', 0).rows.find(
      (r) => r.kind === 'segment' && r.segment.len > 0,
    );
    expect(data).toMatchObject({ from: 'client', again: false });
  });

  it('adds up to a thousand points a turn for who is right at once', () => {
    const table = playOn(seated('close', 'flags'));
    const { result } = viewOf(table, 'client');
    expect(result?.scores.client).toMatchObject({ accuracy: 100, mistakes: 0 });
    expect(result?.teamwork).toBe(100);
  });

  it('does not tell whether silence is right: every arrival opens a turn', () => {
    const table = playOn(
      seated('handshake', 'flags'),
      undefined,
      (m) => m.world.rows.length > 4 && owing(m).includes('server'),
    );
    expect(rightMoves(table.match, 'server')).toMatchObject([{ kind: 'silent' }]);
    expect(viewOf(table, 'server').turns).toHaveLength(1);
  });
});
