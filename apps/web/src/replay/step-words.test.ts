import type { RowView } from '@ackade/game';
import { expect, test, vi } from 'vitest';
import type { Step } from './film.ts';

vi.doMock('../locale.ts', () => ({ locale: 'en' }));
const { stateWords, stepWords } = await import('./step-words.ts');

const names = { client: 'Ada', server: 'Bo' };
const SYN: Extract<RowView, { kind: 'segment' }> = {
  kind: 'segment',
  time: 0,
  arrives: 50,
  from: 'client',
  segment: { ctl: 2, seq: 100, ack: 0, wnd: 100, len: 0, text: '' },
  fate: 'delivered',
  again: false,
  copy: false,
  stray: false,
};
const said = (row: RowView, part: Step['part']): string => stepWords(row, part, 'numbers', names);

test('a segment leaves in one step and arrives in another', () => {
  expect(said(SYN, 'sent')).toBe('Ada sends SYN seq 100 to Bo.');
  expect(said(SYN, 'arrived')).toBe('SYN seq 100 arrives at Bo.');
});

test('what is special about it is said when it shows', () => {
  expect(said({ ...SYN, again: true }, 'sent')).toContain('Sent again.');
  expect(said({ ...SYN, again: true }, 'arrived')).not.toContain('again');
  expect(said({ ...SYN, copy: true }, 'arrived')).toContain('A copy');
  expect(said({ ...SYN, stray: true }, 'arrived')).toContain('did not send it');
  expect(said({ ...SYN, fate: 'lost', arrives: null }, 'whole')).toContain('Lost on the way.');
});

test('a step names the states that it changed', () => {
  const tcb = { iss: 1, una: null, nxt: null, wnd: null, rcvNxt: null, rcvWnd: 0 } as const;
  const step = (client: 'CLOSED' | 'SYN-SENT'): Step => ({
    row: 0,
    part: 'whole',
    time: 0,
    tcbs: { client: { ...tcb, state: client }, server: { ...tcb, state: 'LISTEN' } },
  });
  expect(stateWords(step('CLOSED'), step('SYN-SENT'))).toEqual([
    'State of the client: CLOSED → SYN-SENT.',
  ]);
  expect(stateWords(step('CLOSED'), step('CLOSED'))).toEqual([]);
  expect(stateWords(undefined, step('CLOSED'))).toEqual([]);
});
