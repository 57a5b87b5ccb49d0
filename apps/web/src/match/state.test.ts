import type { Update } from '@ackade/contract';
import { describe, expect, it } from 'vitest';
import { advance, NO_STATE, type State, unsynced } from './state.ts';

const silence = { kind: 'silence', time: 0, at: 'client' } as const;
const update = (version: number, from: number, rows = 1): Update => ({
  version,
  from,
  rows: Array.from({ length: rows }, () => silence),
  view: { phase: 'playing' } as Update['view'],
});
const after = (...updates: readonly Update[]): State =>
  updates.reduce<State>((state, u) => {
    const next = advance(state, u);
    if (next === 'gap') throw new Error('gap');
    return next;
  }, NO_STATE);

describe('the state of a match', () => {
  it('begins with a snapshot; what comes before it is ignored', () => {
    expect(after(update(4, 2))).toBe(NO_STATE);
    expect(after(update(5, 0, 3))).toMatchObject({ version: 5, synced: true });
  });

  it('grows by rows', () => {
    const state = after(update(5, 0, 3), update(6, 3, 2), update(7, 5, 0));
    expect(state.version).toBe(7);
    expect(state.view?.rows).toHaveLength(5);
  });

  it('ignores what is no newer', () => {
    const state = after(update(5, 0, 3), update(6, 3, 1));
    expect(advance(state, update(6, 3, 1))).toBe(state);
    expect(advance(state, update(5, 0, 3))).toBe(state);
  });

  it('notices that an update was missed', () => {
    expect(advance(after(update(5, 0, 3)), update(9, 5, 1))).toBe('gap');
  });

  it('waits for a snapshot after every connect, and shows what it had', () => {
    const state = unsynced(after(update(5, 0, 3)));
    expect(advance(state, update(6, 3, 1))).toBe(state);
    expect(state.view?.rows).toHaveLength(3);
    const next = advance(state, update(8, 0, 6));
    expect(next !== 'gap' && next.view?.rows).toHaveLength(6);
  });
});
