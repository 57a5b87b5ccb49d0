import type { View } from '@ackade/game';
import { describe, expect, it } from 'vitest';
import { sourcesOf } from './sources.ts';

const arrival = {
  kind: 'segment',
  time: 0,
  arrives: 50,
  from: 'server',
  segment: { ctl: 16, seq: 300, ack: 101, wnd: 6, len: 0, text: '' },
  fate: 'delivered',
  again: false,
  copy: false,
  stray: false,
} as const;

const view = (tcb: Partial<View['tcb']>, rows: View['rows'] = []): View =>
  ({
    you: 'client',
    rows,
    tcb: {
      state: 'ESTABLISHED',
      iss: 100,
      una: 101,
      nxt: 107,
      wnd: 6,
      rcvNxt: 301,
      rcvWnd: 65535,
      ...tcb,
    },
  }) as View;

const named = (of: View, field: Parameters<typeof sourcesOf>[1]) =>
  Object.fromEntries(sourcesOf(of, field).map(({ name, value }) => [name, value]));

describe('what can be copied', () => {
  it('into SEQ and ACK are the numbers of the TCB and of the latest arrival', () => {
    const numbers = {
      'SND.UNA': 101,
      'SND.NXT': 107,
      'RCV.NXT': 301,
      'SEG.SEQ': 300,
      'SEG.ACK': 101,
    };
    expect(named(view({}, [arrival]), 'seq')).toEqual(numbers);
    expect(named(view({}, [arrival]), 'ack')).toEqual(numbers);
  });

  it('before a SYN was sent is the initial number', () => {
    const closed = view({ una: null, nxt: null, wnd: null, rcvNxt: null });
    expect(named(closed, 'seq')).toEqual({ ISS: 100 });
  });

  it('into WND are windows, and into the octets what the peer takes', () => {
    const all = view({}, [arrival]);
    expect(named(all, 'wnd')).toEqual({ 'RCV.WND': 65535, 'SND.WND': 6, 'SEG.WND': 6 });
    expect(named(all, 'len')).toEqual({ 'SND.WND': 6, 'SEG.WND': 6 });
  });
});
