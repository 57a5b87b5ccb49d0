import type { Replay, RowView } from '@ackade/game';
import { describe, expect, it } from 'vitest';
import { momentIn, type Step, searchFor, shownAt, within, wrongMoves } from './film.ts';

const tcb = {
  state: 'CLOSED',
  iss: 1,
  una: null,
  nxt: null,
  wnd: null,
  rcvNxt: null,
  rcvWnd: 0,
} as const;
const step = (row: number, part: Step['part']): Step => ({
  row,
  part,
  time: 0,
  tcbs: { client: tcb, server: tcb },
});

describe('what is shown of a ladder', () => {
  // A call, a segment on its way while another row happens, and its arrival.
  const steps = [step(0, 'whole'), step(1, 'sent'), step(2, 'whole'), step(1, 'arrived')];
  const rowsAt = (at: number) => [0, 1, 2].map(shownAt(steps, at));

  it('grows step by step; a segment under way is half there', () => {
    expect(rowsAt(0)).toEqual(['whole', 'none', 'none']);
    expect(rowsAt(1)).toEqual(['whole', 'half', 'none']);
    expect(rowsAt(2)).toEqual(['whole', 'half', 'whole']);
    expect(rowsAt(3)).toEqual(['whole', 'whole', 'whole']);
  });

  it('has a segment that nobody sent only when it arrives', () => {
    const stray = [step(1, 'whole'), step(0, 'arrived')];
    expect(shownAt(stray, 0)(0)).toBe('none');
    expect(shownAt(stray, 1)(0)).toBe('whole');
  });
});

describe('the wrong moves', () => {
  it('are found at the steps at which they were made', () => {
    const silence: RowView = { kind: 'silence', time: 0, at: 'client' };
    const mistake: RowView = {
      kind: 'mistake',
      time: 0,
      at: 'server',
      move: { kind: 'silent', state: null },
      segment: null,
      rule: '3.10.1',
      misconceptions: ['silence-when-owed'],
      consequence: { kind: 'waits' },
      answering: 0,
    };
    const replay = {
      rows: [silence, mistake, mistake],
      steps: [step(0, 'whole'), step(2, 'whole'), step(1, 'whole')],
    } as unknown as Replay;
    expect(wrongMoves(replay).map((w) => [w.step, w.row.at])).toEqual([
      [1, 'server'],
      [2, 'server'],
    ]);
  });
});

describe('the moment in an address', () => {
  it.each([
    ['', 0],
    ['?step=1', 0],
    ['?step=12', 11],
    ['?step=20', 19],
    ['?step=21', 19],
    ['?step=0', 0],
    ['?step=-3', 0],
    ['?step=2.5', 0],
    ['?step=last', 0],
    ['?step=', 0],
  ])('%j is that of index %i among 20', (search, at) => {
    expect(momentIn(search, 20)).toBe(at);
  });

  it('is written as it is read; the first needs no word', () => {
    expect(searchFor(0)).toBe('');
    for (let at = 0; at < 20; at++) expect(momentIn(searchFor(at), 20)).toBe(at);
  });
});

describe('a step beyond either end', () => {
  it('is the one at that end', () => {
    expect([-1, 0, 4, 5].map((at) => within(at, 5))).toEqual([0, 0, 4, 4]);
  });
});
