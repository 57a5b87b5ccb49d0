import { describe, expect, it } from 'vitest';
import { segment, text } from '../test/notation.ts';
import { TCB_IN } from '../test/tcb-in.ts';
import { DEFAULT_MSS, PSH, type Step, step, type Tcb } from './index.ts';

const { ESTABLISHED } = TCB_IN;
const sent = ({ out }: Step): string[] => out.map(text);
const send = (tcb: Tcb, len: number): Step => step(tcb, { call: 'SEND', len });
const ack = (tcb: Tcb, n: number, wnd = 65535): Step =>
  step(tcb, { segment: segment(`<SEQ=301><ACK=${n}><CTL=ACK><WND=${wnd}>`) });
const window = (wnd: number): Tcb => ({ ...ESTABLISHED, snd: { ...ESTABLISHED.snd, wnd } });

describe('3.10.2 segments', () => {
  it('hold at most MSS octets; only the last is pushed', () => {
    const { out, tcb } = send(ESTABLISHED, 2 * DEFAULT_MSS + 7);
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
