import { describe, expect, it } from 'vitest';
import { after, arrive, come, offered, withOptions } from '../test/arrival.ts';
import { segment, text } from '../test/notation.ts';
import { TCB_IN } from '../test/tcb-in.ts';
import { ACK, DEFAULT_OPTIONS, establishedTcb, PSH, type Step, step, type Tcb } from './index.ts';

const { ESTABLISHED } = TCB_IN;
const MSS = DEFAULT_OPTIONS.mss;
const sent = ({ out }: Step): string[] => out.map(text);
const send = (tcb: Tcb, len: number): Step => step(tcb, { call: 'SEND', len });
const ack = (tcb: Tcb, n: number, wnd = 65535): Step =>
  step(tcb, { segment: segment(`<SEQ=301><ACK=${n}><CTL=ACK><WND=${wnd}>`) });
const window = (wnd: number): Tcb => offered(ESTABLISHED, wnd);

describe('3.10.2 segments', () => {
  it('hold at most MSS octets; only the last is pushed', () => {
    const { out, tcb } = send(ESTABLISHED, 2 * MSS + 7);
    expect(out.map((s) => [s.seq, s.len, (s.ctl & PSH) > 0])).toEqual([
      [101, 536, false],
      [637, 536, false],
      [1173, 7, true],
    ]);
    expect(tcb.snd).toMatchObject({ nxt: 1180, queued: 0, una: 101 });
  });

  it('stop at the edge of the window, and go on when it moves', () => {
    const first = send(window(8), 20);
    expect(sent(first)).toEqual(['<SEQ=101><ACK=301><CTL=ACK><DATA=8>']);
    expect(first.tcb.snd).toMatchObject({ nxt: 109, queued: 12 });
    const second = ack(first.tcb, 105, 8);
    expect(sent(second)).toEqual(['<SEQ=109><ACK=301><CTL=ACK><DATA=4>']);
    expect(sent(ack(second.tcb, 113))).toEqual(['<SEQ=113><ACK=301><CTL=ACK><DATA=8>']);
  });

  it('do not go at all into a closed window, nor into one that has shrunk', () => {
    expect(sent(send(window(0), 5))).toEqual([]);
    const shrunk = ack(send(ESTABLISHED, 10).tcb, 101, 4).tcb;
    expect(sent(send(shrunk, 5))).toEqual([]);
  });

  it('carry the current ACK and our window', () =>
    expect(send(ESTABLISHED, 1).out).toMatchObject([{ ack: 301, wnd: 65535 }]));
});

describe('3.10.4 the FIN', () => {
  const closed = step(send(window(8), 20).tcb, { call: 'CLOSE' });

  it('waits behind what the window holds back, though the state changes at once', () => {
    expect(sent(closed)).toEqual([]);
    expect(closed.tcb.state).toBe('FIN-WAIT-1');
    expect(closed.tcb.snd.fin).toBeNull();
  });

  it('follows the last octet', () => {
    const { out, tcb } = ack(closed.tcb, 109);
    expect(out.map(text)).toEqual([
      '<SEQ=109><ACK=301><CTL=ACK><DATA=12>',
      '<SEQ=121><ACK=301><CTL=FIN,ACK>',
    ]);
    expect(tcb.snd).toMatchObject({ fin: 121, nxt: 122, closing: false });
  });

  it('is acknowledged by the number after it, not by those of the octets', () => {
    const { tcb } = ack(closed.tcb, 109);
    expect(ack(tcb, 121).tcb.state).toBe('FIN-WAIT-1');
    expect(ack(tcb, 122).tcb.state).toBe('FIN-WAIT-2');
  });
});

it('3.10.2 nothing is urgent that the user has not called so, wherever the numbering stands', () => {
  for (const nxt of [101, 0xffffff00]) {
    const { out } = step(establishedTcb('active', nxt, 300), { call: 'SEND', len: 5 });
    expect(out).toMatchObject([{ ctl: PSH | ACK, up: 0 }]);
  }
});

describe('3.10.4 the FIN takes room of the window', () => {
  it('and waits behind octets that wait for more of it', () => {
    const narrow = { ...ESTABLISHED, snd: { ...ESTABLISHED.snd, wnd: 3 } };
    const { tcb, out } = step(send(narrow, 9).tcb, { call: 'CLOSE' });
    expect(out).toEqual([]);
    expect(tcb.snd).toMatchObject({ fin: null, closing: true, queued: 9 });
  });
  it('and waits where there is none', () => {
    const sent = after(window(8), { call: 'SEND', len: 8 }, { call: 'CLOSE' });
    expect(sent.snd).toMatchObject({ fin: null, closing: true, nxt: 109 });
    expect(sent.state).toBe('FIN-WAIT-1');
    expect(come(sent, '<SEQ=301><ACK=102><CTL=ACK><WND=7>')).toEqual(['FIN-WAIT-1']);
    expect(come(sent, '<SEQ=301><ACK=102><CTL=ACK><WND=8>')).toEqual([
      'FIN-WAIT-1',
      '<SEQ=109><ACK=301><CTL=FIN,ACK>',
    ]);
  });
  it('and goes where one octet has', () =>
    expect(sent(step(window(1), { call: 'CLOSE' }))).toEqual(['<SEQ=101><ACK=301><CTL=FIN,ACK>']));
});

describe('3.10.2 the silly window syndrome is avoided (MUST-38)', () => {
  const mss = (wnd: number): Tcb => withOptions(window(wnd), { mss: 10 });
  /** 20 octets offered, so that half is 10; 15 of them in flight, more queued. */
  const busy = after(mss(20), { call: 'SEND', len: 15 }, { call: 'SEND', len: 30 });

  it('octets that fill neither a segment nor half the largest window wait for an ACK', () => {
    expect(busy.snd).toMatchObject({ nxt: 116, queued: 30 });
    expect(come(busy, '<SEQ=301><ACK=105><CTL=ACK><WND=20>')).toEqual(['ESTABLISHED']);
    expect(come(busy, '<SEQ=301><ACK=106><CTL=ACK><WND=20>')).toEqual([
      'ESTABLISHED',
      '<SEQ=116><ACK=301><CTL=ACK><DATA=10>',
    ]);
  });
  it('or for the timer, where nothing is in flight', () => {
    const waiting = arrive(busy, '<SEQ=301><ACK=116><CTL=ACK><WND=4>');
    expect(waiting.snd).toMatchObject({ una: 116, nxt: 116, queued: 30 });
    const { out, tcb } = step(waiting, { timeout: 'zero-window-probe' });
    expect(out.map(text)).toEqual(['<SEQ=116><ACK=301><CTL=ACK><DATA=4>']);
    expect(tcb.snd).toMatchObject({ nxt: 120, queued: 26, backoff: 0 });
  });
  it('half of the largest window goes, be it ever so small', () => {
    const small = after(mss(8), { call: 'SEND', len: 30 });
    expect(come(small, '<SEQ=301><ACK=109><CTL=ACK><WND=4>')).toEqual([
      'ESTABLISHED',
      '<SEQ=109><ACK=301><CTL=ACK><DATA=4>',
    ]);
    expect(come(small, '<SEQ=301><ACK=109><CTL=ACK><WND=3>')).toEqual(['ESTABLISHED']);
  });
  it('the last of what there is goes at once', () =>
    expect(sent(step(after(mss(20), { call: 'SEND', len: 15 }), { call: 'SEND', len: 3 }))).toEqual(
      ['<SEQ=116><ACK=301><CTL=ACK><DATA=3>'],
    ));
});
