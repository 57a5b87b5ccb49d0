import type { StudyState } from '@ackade/contract';
import { describe, expect, it } from 'vitest';
import { bestsOf, nextAfter, standingOf, todayOf } from './bests.ts';

const best = (scenario: string, level: 'flags' | 'numbers', points: number, took: number) => ({
  scenario,
  level,
  points,
  took,
});
const known = (
  bests: StudyState['bests'],
  daily: readonly [scenario: string, done: boolean][] = [],
) => ({
  bests,
  daily: daily.map(([scenario, done]) => ({ scenario, level: 'flags' as const, done })),
});

describe('what a scenario has brought', () => {
  it('stands from the easiest level on', () => {
    const state = known([
      best('close', 'numbers', 1, 1),
      best('close', 'flags', 2, 2),
      best('abort', 'flags', 3, 3),
    ]);
    expect(bestsOf(state, 'close').map((b) => b.level)).toEqual(['flags', 'numbers']);
  });

  it('is told of the three of the day only', () => {
    const state = known(
      [],
      [
        ['close', true],
        ['abort', false],
      ],
    );
    expect(['close', 'abort', 'wrap'].map((id) => todayOf(state, id))).toEqual([
      'done',
      'open',
      null,
    ]);
  });
});

describe('a match that is over', () => {
  const played = { scenario: 'close', level: 'flags', points: 3000, took: 9000 } as const;

  it.each([
    ['is the best', 3000, 9000, true],
    ['is worth less than the best', 3400, 20_000, false],
    ['took longer than the best', 3000, 8000, false],
  ])('%s', (_, points, took, fresh) => {
    const standing = standingOf(known([best('close', 'flags', points, took)]), played);
    expect(standing?.fresh).toBe(fresh);
  });

  it.each([
    ['nothing is known', []],
    ['the best is of another level', [best('close', 'numbers', 9000, 1)]],
    ['the best is worth less', [best('close', 'flags', 2999, 1)]],
    ['the best took longer', [best('close', 'flags', 3000, 9001)]],
  ])('is not counted yet where %s', (_, bests) => {
    expect(standingOf(known(bests), played)).toBeNull();
  });
});

describe('what comes next', () => {
  const catalogue = ['handshake', 'close', 'abort', 'wrap'];

  it('is what is left of the day', () => {
    const state = known(
      [],
      [
        ['close', true],
        ['abort', false],
        ['wrap', false],
      ],
    );
    expect(nextAfter(state, 'abort', catalogue)?.scenario).toBe('wrap');
    expect(nextAfter(state, 'close', catalogue)).toMatchObject({
      scenario: 'abort',
      level: 'flags',
    });
  });

  it('is then the next that was never finished, from the beginning again after the last', () => {
    const state = known([best('abort', 'flags', 1, 1)], [['close', true]]);
    expect(nextAfter(state, 'close', catalogue)).toEqual({ scenario: 'wrap', level: null });
    expect(nextAfter(state, 'wrap', catalogue)).toEqual({ scenario: 'handshake', level: null });
  });

  it('is the next one where all are finished, and never the same', () => {
    const state = known(catalogue.map((id) => best(id, 'flags', 1, 1)));
    expect(nextAfter(state, 'wrap', catalogue)?.scenario).toBe('handshake');
    expect(nextAfter(state, 'wrap', ['wrap'])).toBeNull();
  });
});
