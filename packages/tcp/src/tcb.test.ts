import { describe, expect, it } from 'vitest';
import { after } from '../test/arrival.ts';
import { TCB_IN } from '../test/tcb-in.ts';
import {
  closedTcb,
  DEFAULT_OPTIONS,
  establishedTcb,
  STATES,
  synchronized,
  type Tcb,
} from './index.ts';

describe('a TCB', () => {
  it('in CLOSED offers its whole buffer and remembers no connection', () => {
    const { state, opened, snd, rcv } = closedTcb(5, { ...DEFAULT_OPTIONS, window: 700 });
    expect([state, opened]).toEqual(['CLOSED', 'active']);
    expect(snd).toMatchObject({ iss: 0, una: 0, nxt: 0, wnd: 0, queued: 0, fin: null });
    expect(rcv).toMatchObject({ irs: 0, nxt: 0, wnd: 700, unread: 0, held: [], fin: null });
    expect(closedTcb(2 ** 32 + 5).nextIss).toBe(5);
  });

  it('in ESTABLISHED stands just behind both SYNs', () => {
    const { state, opened, nextIss, snd, rcv } = establishedTcb('passive', 0, 300);
    expect(nextIss).toBe(100);
    expect([state, opened]).toEqual(['ESTABLISHED', 'passive']);
    expect(snd).toMatchObject({ iss: 0xffffffff, una: 0, nxt: 0, wl1: 300, wl2: 0 });
    expect(snd).toMatchObject({ wnd: 65535, maxWnd: 65535 });
    expect(rcv).toMatchObject({ irs: 299, nxt: 300, wnd: 65535 });
  });

  it('is plain data', () => {
    for (const state of STATES)
      expect(JSON.parse(JSON.stringify(TCB_IN[state]))).toEqual(TCB_IN[state]);
  });
});

it('the states beyond the exchange of SYNs are seven', () =>
  expect(STATES.filter(synchronized)).toEqual([
    'ESTABLISHED',
    'FIN-WAIT-1',
    'FIN-WAIT-2',
    'CLOSE-WAIT',
    'CLOSING',
    'LAST-ACK',
    'TIME-WAIT',
  ]));

describe('the next initial sequence number', () => {
  const next = (tcb: Tcb): number => after(tcb, { call: 'ABORT' }).nextIss;

  it('is a step further on than the last', () => expect(next(TCB_IN.ESTABLISHED)).toBe(200));
  it('lies beyond all that the connection has sent', () => {
    const sent = (len: number): Tcb => after(TCB_IN.ESTABLISHED, { call: 'SEND', len });
    expect(next(sent(99))).toBe(200);
    expect(next(sent(100))).toBe(301);
  });
  it('is the same still where a LISTEN has come to nothing', () => {
    for (const iss of [100, 0xffffffff])
      expect(next(after(closedTcb(iss), { call: 'OPEN', mode: 'passive' }))).toBe(iss);
  });
});
