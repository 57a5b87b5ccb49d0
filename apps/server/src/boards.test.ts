import type { Board } from '@ackade/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { join, newRace, next, type RaceTable } from '../../../packages/game/test/race.ts';
import { type Boards, openBoards } from './boards.ts';
import { systemClock } from './clock.ts';

describe('boards', () => {
  let table: RaceTable;
  let boards: Boards;
  let sent: { at: number; board: Board }[];
  let trouble: Error | null;
  let failures: unknown[];
  const present = new Set<string>();

  beforeEach(() => {
    vi.useFakeTimers({ now: 10_000 });
    table = newRace();
    for (const name of ['Ada', 'Bo', 'Cleo', 'Dan']) join(table, name);
    next(table);
    sent = [];
    trouble = null;
    failures = [];
    present.clear();
    boards = openBoards(systemClock, {
      race: async () => table.race,
      match: () => null,
      recall: async () => {},
      presentIn: async () => {
        if (trouble) throw trouble;
        return present;
      },
      failed: (error) => failures.push(error),
      emit: (_, board) => sent.push({ at: Date.now(), board }),
      share: () => {},
    });
  });
  afterEach(() => {
    boards.stop();
    vi.useRealTimers();
  });

  const matches = (): string[] => table.race.rounds[0]?.pairs.map((p) => p.match) ?? [];

  it('go out at most four times a second, however much happens', async () => {
    for (let i = 0; i < 1000; i++) {
      boards.pairChanged('race', matches()[i % 2] ?? '');
      boards.changed('race', { head: true });
      await vi.advanceTimersByTimeAsync(2);
    }
    expect(sent.length).toBeGreaterThan(6);
    for (const [i, { at }] of sent.entries())
      expect(at - (sent[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(250);
  });

  it('go out at once after a silence, and not at all without a reason', async () => {
    boards.pairChanged('race', matches()[0] ?? '');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
  });

  it('tell what has changed, each thing once', async () => {
    const [, second = ''] = matches();
    for (let i = 0; i < 3; i++) boards.pairChanged('race', second);
    boards.playerChanged('race', 'bo');
    boards.playerGone('race', 'zoe');
    present.add('bo');
    await vi.advanceTimersByTimeAsync(250);
    const [{ board } = { board: null }] = sent;
    expect(board).toMatchObject({
      whole: false,
      players: [{ id: 'bo', present: true }],
      gone: ['zoe'],
      pairs: [{ match: second }],
    });
    expect(board && 'head' in board).toBe(false);
  });

  it('tell everything where everything has changed', async () => {
    boards.pairChanged('race', matches()[0] ?? '');
    boards.changed('race', { whole: true });
    await vi.advanceTimersByTimeAsync(250);
    expect(sent[0]?.board).toMatchObject({ whole: true, head: { phase: 'round' } });
    expect([sent[0]?.board.players.length, sent[0]?.board.pairs.length]).toEqual([4, 2]);
  });

  it('that could not be made are made whole the next time', async () => {
    trouble = new Error('nobody answers');
    boards.playerChanged('race', 'bo');
    await vi.advanceTimersByTimeAsync(200);
    expect([sent.length, failures]).toEqual([0, [trouble]]);
    trouble = null;
    await vi.advanceTimersByTimeAsync(250);
    expect(sent.map(({ board }) => board.whole)).toEqual([true]);
  });

  it('of several races do not wait for each other, and stop together', async () => {
    boards.changed('race', { head: true });
    boards.changed('another', { head: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(2);
    boards.changed('race', { head: true });
    boards.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(2);
  });
});
