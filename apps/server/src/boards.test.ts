import type { Board } from '@ackade/contract';
import { isRung, type Match, type Progress, progressOf, type RowView } from '@ackade/game';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idealMove, playOn } from '../../../packages/game/test/play.ts';
import { join, newRace, next, order, type RaceTable } from '../../../packages/game/test/race.ts';
import { seated, type Table } from '../../../packages/game/test/simulate.ts';
import { type Boards, openBoards } from './boards.ts';
import { systemClock } from './clock.ts';

describe('boards', () => {
  let table: RaceTable;
  let boards: Boards;
  let sent: { at: number; board: Board }[];
  let trouble: Error | null;
  let failures: unknown[];
  let shared: readonly Progress[][];
  let recalled: (matches: readonly string[]) => unknown;
  const present = new Set<string>();
  const played = new Map<string, Match>();

  beforeEach(() => {
    vi.useFakeTimers({ now: 10_000 });
    played.clear();
    shared = [];
    recalled = () => {};
    table = newRace();
    for (const name of ['Ada', 'Bo', 'Cleo', 'Dan']) join(table, name);
    next(table);
    sent = [];
    trouble = null;
    failures = [];
    present.clear();
    boards = openBoards(systemClock, {
      race: async () => table.race,
      match: (id) => played.get(id) ?? null,
      recall: async (matches) => recalled(matches),
      presentIn: async () => {
        if (trouble) throw trouble;
        return present;
      },
      failed: (error) => failures.push(error),
      emit: (_, board) => sent.push({ at: Date.now(), board }),
      share: (_, pairs) => {
        shared = [...shared, [...pairs]];
      },
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

  it('do not show a round again that was over before they went out', async () => {
    let answer = (): void => {};
    recalled = () =>
      new Promise<void>((resolve) => {
        answer = resolve;
      });
    boards.changed('race', { head: true });
    boards.pairChanged('race', matches()[0] ?? '');
    await vi.advanceTimersByTimeAsync(0);
    recalled = () => {};
    const { pairs = [] } = table.race.rounds[0] ?? {};
    order(table, { type: 'close-round', round: 0, pairs, results: [] });
    boards.changed('race', { whole: true });
    await vi.advanceTimersByTimeAsync(300);
    answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.map(({ board }) => board.head?.phase)).toEqual(['between', 'between']);
    const [first, second] = sent.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(250);
  });

  it('tell of a match as the log has it, in which others may have written since', async () => {
    const [first = ''] = matches();
    const behind = seated('handshake', 'flags');
    played.set(first, behind.match);
    const ahead = seated('handshake', 'flags');
    playOn(ahead, idealMove, ({ world }) => world.rows.some(({ kind }) => kind === 'sent'));
    // Everybody is known, so that nothing of the track is to be told: the other pair has not begun.
    for (const match of matches()) boards.pairChanged('race', match);
    await vi.advanceTimersByTimeAsync(0);
    recalled = (ids) => ids.includes(first) && played.set(first, ahead.match);
    boards.pairChanged('race', first);
    await vi.advanceTimersByTimeAsync(250);
    const [pair] = table.race.rounds[0]?.pairs ?? [];
    expect(pair && sent.at(-1)?.board.pairs).toEqual(pair && [progressOf(pair, ahead.match)]);
  });

  describe('of the track', () => {
    const tables = new Map<string, Table>();
    beforeEach(() => tables.clear());
    /** Lets pair `i` play ideally until so many segments have been sent, and notes it. */
    function play(i: number, segments: number, noted = true): void {
      const match = matches()[i] ?? '';
      const table = tables.get(match) ?? seated('handshake', 'flags');
      tables.set(match, table);
      playOn(table, idealMove, ({ world }) => sentIn(world.rows) >= segments);
      played.set(match, table.match);
      if (noted) boards.pairChanged('race', match);
    }
    const sentIn = (rows: readonly { kind: string }[]): number =>
      rows.filter(({ kind }) => kind === 'sent').length;
    /** What each board of the last while has told of the track, where it told any. */
    async function told(): Promise<number[]> {
      sent.length = 0;
      await vi.advanceTimersByTimeAsync(1000);
      return sent.flatMap(({ board: { head } }) =>
        head ? (head.track as RowView[]).filter(isRung).length : [],
      );
    }

    it('tell what every pair has passed, once, when the last one has', async () => {
      play(0, 3);
      play(1, 1);
      expect(await told()).toEqual([1]);
      play(0, 3);
      expect(await told()).toEqual([]);
      play(1, 2);
      expect(await told()).toEqual([2]);
    });

    it('never tell less again in a round', async () => {
      play(0, 2);
      play(1, 2);
      expect(await told()).toEqual([2]);
      played.set(matches()[1] ?? '', seated('handshake', 'flags').match);
      boards.pairChanged('race', matches()[1] ?? '');
      boards.changed('race', { head: true });
      expect(await told()).toEqual([2]);
      expect(boards.whole(table.race, present).head?.track).not.toEqual([]);
    });

    it.each([true, false])(
      'are remembered as long as somebody is in the race: %s',
      async (kept) => {
        play(0, 2);
        play(1, 2);
        expect(await told()).toEqual([2]);
        boards.forget((race) => kept && race === 'race');
        for (const match of matches()) played.set(match, seated('handshake', 'flags').match);
        const { track = [] } = boards.whole(table.race, present).head ?? {};
        expect((track as RowView[]).filter(isRung)).toHaveLength(kept ? 2 : 0);
      },
    );

    it('look at everybody anew only where more is to be told', async () => {
      let recalls = 0;
      recalled = (matches) => {
        if (matches.length > 1) recalls++;
      };
      play(0, 1);
      play(1, 1);
      await told();
      const before = recalls;
      for (let i = 0; i < 5; i++) {
        play(0, 2);
        await told();
      }
      expect(recalls).toBe(before);
    });

    it('are told to who opens a screen, and then to the others', async () => {
      play(0, 1, false);
      play(1, 1, false);
      expect(boards.whole(table.race, present).head?.track).not.toEqual([]);
      expect(await told()).toEqual([1]);
    });

    it('wait for what another node says, and believe the log more than it', async () => {
      play(0, 2);
      play(1, 1);
      expect(await told()).toEqual([1]);
      const [, pair] = table.race.rounds[0]?.pairs ?? [];
      if (!pair) throw new Error('no pair');
      const ahead = seated('handshake', 'flags');
      playOn(ahead, idealMove, ({ world }) => sentIn(world.rows) >= 2);
      const heard = [progressOf(pair, ahead.match)];
      // It says so, but the log does not know.
      boards.heard('race', heard);
      expect(await told()).toEqual([]);
      recalled = () => {
        played.set(pair.match, ahead.match);
      };
      boards.heard('race', heard);
      expect(await told()).toEqual([2]);
      expect(sent.every(({ board }) => board.pairs.length === 0)).toBe(true);
      expect(shared.flat().every(({ match }) => matches().includes(match))).toBe(true);
    });
  });
});
