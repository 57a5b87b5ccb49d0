import type { Match } from '@ackade/game';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { give, seated, type Table } from '../../../packages/game/test/simulate.ts';
import { systemClock } from './clock.ts';
import { type Lanes, openLanes } from './lanes.ts';

const SYN = { kind: 'send', ctl: 2, seq: 0, ack: 0, len: 0, wnd: 0, state: null } as const;

describe('lanes', () => {
  let table: Table;
  /** What this node knows of the match. */
  let known: Match;
  let watched: boolean;
  let shown: number[];
  let lanes: Lanes;

  beforeEach(() => {
    vi.useFakeTimers();
    table = seated('handshake', 'flags');
    known = table.match;
    watched = true;
    shown = [];
    lanes = openLanes(systemClock, {
      match: () => known,
      catchUp: async () => {
        known = table.match;
      },
      watched: () => watched,
      failed: (error) => {
        throw error;
      },
      emit: ({ rows }) => shown.push(rows.filter((r) => r.kind === 'segment').length),
    });
  });
  afterEach(() => {
    lanes.stop();
    vi.useRealTimers();
  });

  it('show a match once a beat, as it is then', async () => {
    lanes.changed('m');
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    known = table.match;
    lanes.changed('m');
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([1]);
  });

  it('that nobody watches cost nothing', async () => {
    watched = false;
    lanes.changed('m');
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('follow what another node writes, for as long as somebody watches', async () => {
    lanes.follow('m');
    lanes.follow('m');
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([]);
    give(table, { type: 'move', lag: 0, seat: 'client', move: SYN });
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([1]);
    watched = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stop together', async () => {
    lanes.changed('m');
    lanes.follow('m');
    lanes.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([]);
  });
});
