import type { RowView } from '@ackade/game';
import { describe, expect, test, vi } from 'vitest';

async function wordsIn(locale: 'en' | 'zh-CN') {
  vi.resetModules();
  vi.doMock('../locale.ts', () => ({ locale }));
  const { rowWords } = await import('./row.ts');
  return (row: RowView, you: 'client' | null = null): string =>
    rowWords(row, you, 'numbers', { client: 'Ana', server: 'Bo' });
}

const syn: Extract<RowView, { kind: 'segment' }> = {
  kind: 'segment',
  time: 0,
  arrives: 50,
  from: 'client',
  segment: { ctl: 2, seq: 100, ack: 0, wnd: 600, len: 0, text: '' },
  fate: 'delivered',
  again: false,
  copy: false,
  stray: false,
};
const closed = { ...syn.segment, ctl: 16, ack: 301, wnd: 0 };
const call: RowView = {
  kind: 'call',
  time: 0,
  at: 'server',
  call: 'RECEIVE',
  mode: null,
  text: '',
  len: 6,
};
const rang = { kind: 'timeout', time: 0, at: 'server' } as const;

describe('a row as a sentence', () => {
  test('says what became of a segment', async () => {
    const say = await wordsIn('en');
    expect(say(syn)).toBe('Ana to Bo: SYN seq 100.');
    expect(say({ ...syn, again: true, fate: 'lost', arrives: null })).toBe(
      'Ana to Bo: SYN seq 100. Sent again. Lost on the way.',
    );
    expect(say({ ...syn, copy: true, arrives: 90 })).toBe(
      'Ana to Bo: SYN seq 100. A copy, made by the network. It arrives late.',
    );
    expect(say({ ...syn, segment: closed })).toBe('Ana to Bo: ACK seq 100 ack 301 wnd 0.');
  });

  test('says that a segment is still under way where nothing is hidden, but not to its sender', async () => {
    const say = await wordsIn('en');
    const unknown: RowView = { ...syn, fate: 'unknown', arrives: null };
    expect(say(unknown)).toBe('Ana to Bo: SYN seq 100. Still under way.');
    expect(say(unknown, 'client')).toBe('You to Bo: SYN seq 100.');
  });

  test('does not name a sender of what nobody sent', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const text = (await wordsIn(locale))({ ...syn, stray: true });
      expect(text).toContain('SYN seq 100');
      expect(text).not.toContain('Ana');
    }
  });

  test('tells calls, a crash and every timer apart', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const say = await wordsIn(locale);
      const said = [
        say(call),
        say({ ...call, call: 'CRASH', len: 0 }),
        say({ ...call, call: 'ABORT', len: 0 }),
        ...(
          ['retransmission', 'zero-window-probe', 'delayed-ack', 'user', 'time-wait'] as const
        ).map((timer) => say({ ...rang, timer })),
      ];
      expect(new Set(said).size).toBe(said.length);
      expect(said[0]).toContain('6');
      for (const text of said) expect(text).toContain('Bo');
    }
  });

  test('names the state that a wrong move at full level named', async () => {
    const say = await wordsIn('en');
    const wrong: RowView = {
      kind: 'mistake',
      time: 0,
      at: 'server',
      move: { kind: 'silent', state: 'LISTEN' },
      segment: null,
      rule: '3.10.8-2',
      misconceptions: ['wrong-bits'],
      consequence: { kind: 'waits' },
      answering: 0,
    };
    expect(say(wrong)).toContain('silent → LISTEN');
  });
});
