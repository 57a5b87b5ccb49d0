import { ENDPOINTS } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { idealMove, playOn } from '../test/play.ts';
import { give, seated } from '../test/simulate.ts';
import { type Replay, replayOf, SCENARIOS, tcbView, viewFor } from './index.ts';

function film(id: string): Replay {
  const replay = replayOf(playOn(seated(id, 'full'), idealMove).match);
  if (!replay) throw new Error('no replay');
  return replay;
}

describe.each(SCENARIOS.map((s) => s.id))('the film of %s', (id) => {
  it('shows every row: a segment that came through in two steps, all else in one', () => {
    const { rows, steps } = film(id);
    for (const [i, row] of rows.entries()) {
      const parts = steps.filter((s) => s.row === i).map((s) => s.part);
      if (row.kind !== 'segment' || row.fate === 'lost') expect(parts).toEqual(['whole']);
      else if (row.stray || row.copy) expect(parts).toEqual(['arrived']);
      else expect(parts).toEqual(['sent', 'arrived']);
    }
  });

  it('goes forward in time, each step at the time of its row', () => {
    const { rows, steps } = film(id);
    let before = 0;
    for (const { row, part, time } of steps) {
      expect(time).toBeGreaterThanOrEqual(before);
      before = time;
      const view = rows[row];
      if (view?.kind === 'segment' && part === 'arrived') expect(view.arrives).toBe(time);
      else expect(view?.time).toBe(time);
    }
  });

  it('ends where the match ended, and changes one end at a step', () => {
    const { match } = playOn(seated(id, 'full'), idealMove);
    const { steps } = replayOf(match) ?? { steps: [] };
    for (const e of ENDPOINTS)
      expect(steps.at(-1)?.tcbs[e]).toEqual(tcbView(match.world.ends[e].tcb));
    for (const [i, { tcbs }] of steps.entries()) {
      const last = steps[i - 1]?.tcbs;
      const changed = ENDPOINTS.filter(
        (e) => last && JSON.stringify(last[e]) !== JSON.stringify(tcbs[e]),
      );
      expect(changed.length).toBeLessThan(2);
    }
  });
});

describe('a replay', () => {
  it('is there only when the match is over', () => {
    const table = seated('handshake', 'flags');
    expect(replayOf(table.match)).toBeNull();
    expect(replayOf(playOn(table).match)).not.toBeNull();
  });

  it('has the wrong moves as steps that change nothing, with what would have been sent', () => {
    const table = seated('handshake', 'flags');
    const wrong = { kind: 'send', ctl: 17, seq: 0, ack: 0, len: 0, wnd: 0, state: null } as const;
    give(table, { type: 'move', lag: 0, seat: 'client', move: wrong });
    give(table, { type: 'move', lag: 0, seat: 'client', move: { kind: 'silent', state: null } });
    const replay = replayOf(playOn(table).match);
    const mistakes = replay?.rows.flatMap((row, i) => (row.kind === 'mistake' ? [i] : [])) ?? [];
    expect(mistakes).toHaveLength(2);
    const [sent, silent] = mistakes.map((i) => replay?.rows[i]);
    expect(sent).toMatchObject({ segment: { ctl: 17, seq: table.match.world.iss.client } });
    expect(silent).toMatchObject({ segment: null });
    for (const i of mistakes) {
      const at = replay?.steps.findIndex((s) => s.row === i) ?? 0;
      expect(replay?.steps[at]?.part).toBe('whole');
      expect(replay?.steps[at]?.tcbs).toEqual(replay?.steps[at - 1]?.tcbs);
    }
  });

  it('shows beside a wrong move the TCB from before the SYN', () => {
    const table = seated('handshake', 'flags');
    const wrong = { kind: 'send', ctl: 17, seq: 0, ack: 0, len: 0, wnd: 0, state: null } as const;
    const states = (replay: Replay | null) =>
      replay?.steps.map(({ row, tcbs }) => [replay.rows[row]?.kind, tcbs.client.state]);
    give(table, { type: 'move', lag: 0, seat: 'client', move: wrong });
    const cut = { ...table, events: [...table.events] };
    give(cut, { type: 'stop' });
    expect(states(replayOf(cut.match))?.at(-1)).toEqual(['mistake', 'CLOSED']);
    expect(states(replayOf(playOn(table).match))?.slice(0, 4)).toEqual([
      ['call', 'CLOSED'],
      ['call', 'CLOSED'],
      ['mistake', 'CLOSED'],
      ['segment', 'SYN-SENT'],
    ]);
  });

  it('does not show before the end what a wrong move would have been on the wire', () => {
    const table = seated('handshake', 'flags');
    const wrong = { kind: 'send', ctl: 17, seq: 0, ack: 0, len: 0, wnd: 0, state: null } as const;
    give(table, { type: 'move', lag: 0, seat: 'client', move: wrong });
    const row = viewFor(table.match, 'client', 0).rows.find((r) => r.kind === 'mistake');
    expect(row).toMatchObject({ segment: null });
  });

  it('names its players, and a bot by whose seat it took', () => {
    const table = seated('close', 'flags', 1, 'bot');
    expect(replayOf(playOn(table).match)?.players).toEqual({
      client: { name: 'Ada', bot: false },
      server: { name: '', bot: true },
    });
  });
});
