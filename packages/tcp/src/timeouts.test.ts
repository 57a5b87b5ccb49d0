import { describe, expect, it } from 'vitest';
import { segment, text } from '../test/notation.ts';
import { CROSSED, TCB_IN } from '../test/tcb-in.ts';
import { DEFAULT_MSS, PSH, STATES, type State, step, type Tcb, type TcpEvent } from './index.ts';

const resent = (tcb: Tcb): string[] => step(tcb, { timeout: 'retransmission' }).out.map(text);
const timers = (tcb: Tcb, event: TcpEvent): string[] =>
  step(tcb, event).timers.map(({ timer, change }) => `${change} ${timer}`);
const arrival = (s: string): TcpEvent => ({ segment: segment(s) });
const { ESTABLISHED } = TCB_IN;

describe('3.10.8 the retransmission timeout sends the head of the queue again', () => {
  const HEADS: Readonly<Partial<Record<State, string>>> = {
    'SYN-SENT': '<SEQ=100><CTL=SYN>',
    'SYN-RECEIVED': '<SEQ=100><ACK=301><CTL=SYN,ACK>',
    'FIN-WAIT-1': '<SEQ=101><ACK=301><CTL=FIN,ACK>',
    CLOSING: '<SEQ=101><ACK=302><CTL=FIN,ACK>',
    'LAST-ACK': '<SEQ=101><ACK=302><CTL=FIN,ACK>',
  };
  it.each(STATES)('in %s', (state) => {
    const head = HEADS[state];
    expect(resent(TCB_IN[state])).toEqual(head ? [head] : []);
    expect(step(TCB_IN[state], { timeout: 'retransmission' }).tcb).toBe(TCB_IN[state]);
  });

  it('a SYN,ACK where both have opened', () =>
    expect(resent(CROSSED)).toEqual(['<SEQ=100><ACK=301><CTL=SYN,ACK>']));

  it('octets, at most MSS of them, with the ACK of now', () => {
    const sent = step(ESTABLISHED, { call: 'SEND', len: DEFAULT_MSS + 4 }).tcb;
    expect(resent(sent)).toEqual(['<SEQ=101><ACK=301><CTL=ACK><DATA=536>']);
    const heard = step(sent, arrival('<SEQ=301><ACK=637><CTL=ACK><DATA=2>')).tcb;
    expect(resent(heard)).toEqual(['<SEQ=637><ACK=303><CTL=ACK><DATA=4>']);
  });

  it('pushed where it is the last of what there is', () => {
    const pushed = (len: number): boolean => {
      const sent = step(ESTABLISHED, { call: 'SEND', len }).tcb;
      return step(sent, { timeout: 'retransmission' }).out.every((s) => (s.ctl & PSH) > 0);
    };
    expect([1, DEFAULT_MSS, DEFAULT_MSS + 1].map(pushed)).toEqual([true, true, false]);
  });

  it('octets before the FIN behind them, then the FIN', () => {
    const sent = step(step(ESTABLISHED, { call: 'SEND', len: 4 }).tcb, { call: 'CLOSE' }).tcb;
    expect(resent(sent)).toEqual(['<SEQ=101><ACK=301><CTL=ACK><DATA=4>']);
    const acked = step(sent, arrival('<SEQ=301><ACK=105><CTL=ACK>')).tcb;
    expect(resent(acked)).toEqual(['<SEQ=105><ACK=301><CTL=FIN,ACK>']);
  });

  it('the SYN,ACK first where the user closed before it was acknowledged', () =>
    expect(resent(step(TCB_IN['SYN-RECEIVED'], { call: 'CLOSE' }).tcb)).toEqual([
      '<SEQ=100><ACK=301><CTL=SYN,ACK>',
    ]));
});

describe('3.10.8 the TIME-WAIT timeout', () => {
  it('closes', () => {
    const { tcb, signals, out } = step(TCB_IN['TIME-WAIT'], { timeout: 'time-wait' });
    expect(tcb.state).toBe('CLOSED');
    expect(signals).toEqual([{ signal: 'closed' }]);
    expect(out).toEqual([]);
  });
  it.each(STATES.filter((s) => s !== 'TIME-WAIT'))('means nothing in %s', (state) =>
    expect(step(TCB_IN[state], { timeout: 'time-wait' }).tcb).toBe(TCB_IN[state]),
  );
});

describe('the retransmission timer (RFC 6298 §5)', () => {
  const sent = step(ESTABLISHED, { call: 'SEND', len: 10 }).tcb;

  it('starts with what is sent into silence', () => {
    expect(timers(TCB_IN.CLOSED, { call: 'OPEN', mode: 'active' })).toEqual([
      'start retransmission',
    ]);
    expect(timers(TCB_IN.LISTEN, arrival('<SEQ=300><CTL=SYN>'))).toEqual(['start retransmission']);
    expect(timers(ESTABLISHED, { call: 'SEND', len: 1 })).toEqual(['start retransmission']);
    expect(timers(ESTABLISHED, { call: 'CLOSE' })).toEqual(['start retransmission']);
  });
  it('runs on when more is sent', () => expect(timers(sent, { call: 'SEND', len: 1 })).toEqual([]));
  it('starts again with what is sent again', () => {
    expect(timers(sent, { timeout: 'retransmission' })).toEqual(['start retransmission']);
    expect(timers(TCB_IN['SYN-RECEIVED'], arrival('<SEQ=300><CTL=SYN>'))).toEqual([
      'start retransmission',
    ]);
  });
  it('starts again when some is acknowledged, and stops when all is', () => {
    expect(timers(sent, arrival('<SEQ=301><ACK=105><CTL=ACK>'))).toEqual(['start retransmission']);
    expect(timers(sent, arrival('<SEQ=301><ACK=111><CTL=ACK>'))).toEqual(['stop retransmission']);
  });
  it('does not run for a pure ACK', () => {
    expect(timers(ESTABLISHED, arrival('<SEQ=301><ACK=101><CTL=ACK><DATA=3>'))).toEqual([]);
    expect(timers(ESTABLISHED, arrival('<SEQ=301><ACK=101><CTL=ACK>'))).toEqual([]);
  });
  it('stops with the connection', () => {
    expect(timers(sent, { call: 'ABORT' })).toEqual(['stop retransmission']);
    expect(timers(TCB_IN['SYN-SENT'], { call: 'CLOSE' })).toEqual(['stop retransmission']);
    expect(timers(TCB_IN['SYN-RECEIVED'], arrival('<SEQ=301><CTL=RST>'))).toEqual([
      'stop retransmission',
    ]);
  });
});

describe('the TIME-WAIT timer (§3.6, MUST-13)', () => {
  const TIME_WAIT = TCB_IN['TIME-WAIT'];
  it('starts on entry', () => {
    expect(timers(TCB_IN['FIN-WAIT-2'], arrival('<SEQ=301><ACK=102><CTL=FIN,ACK>'))).toEqual([
      'start time-wait',
    ]);
    expect(timers(TCB_IN.CLOSING, arrival('<SEQ=302><ACK=102><CTL=ACK>'))).toEqual([
      'stop retransmission',
      'start time-wait',
    ]);
  });
  it('starts again when the peer’s FIN comes again', () =>
    expect(timers(TIME_WAIT, arrival('<SEQ=301><ACK=102><CTL=FIN,ACK>'))).toEqual([
      'start time-wait',
    ]));
  it('runs on at a pure ACK', () =>
    expect(timers(TIME_WAIT, arrival('<SEQ=302><ACK=102><CTL=ACK>'))).toEqual([]));
  it('stops when the connection ends before', () =>
    expect(timers(TIME_WAIT, { call: 'ABORT' })).toEqual(['stop time-wait']));
});
