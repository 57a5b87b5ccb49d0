import { describe, expect, it } from 'vitest';
import { after, arrival, arrive, offered, withOptions } from '../test/arrival.ts';
import { TCB_IN } from '../test/tcb-in.ts';
import {
  ACK_DELAY,
  INITIAL_RTO,
  MAX_RTO,
  MSL,
  rto,
  step,
  type Tcb,
  type TcpEvent,
  USER_TIMEOUT,
} from './index.ts';

/** `retransmission 1000`: starts, ms; `retransmission off`: stops. */
const timers = (tcb: Tcb, event: TcpEvent): string[] =>
  step(tcb, event).timers.map(({ timer, after: ms }) => `${timer} ${ms ?? 'off'}`);
const SEND: TcpEvent = { call: 'SEND', len: 10 };
const CLOSE: TcpEvent = { call: 'CLOSE' };
const ack = (n: number, wnd = 65535): TcpEvent =>
  arrival(`<SEQ=301><ACK=${n}><CTL=ACK><WND=${wnd}>`);
const { ESTABLISHED } = TCB_IN;

const STARTED = ['retransmission 1000', 'user 300000'];
const STOPPED = ['retransmission off', 'user off'];

it('a retransmission timeout doubles from one second, up to a minute', () => {
  expect([0, 1, 2, 5, 6, 7, 2000].map(rto)).toEqual([1000, 2000, 4000, 32000, 60000, 60000, 60000]);
  expect([INITIAL_RTO, MAX_RTO]).toEqual([1000, 60000]);
});

it('the ACK waits less than half a second (MUST-40), the user longer than R2 (§3.8.3)', () => {
  expect(ACK_DELAY).toBeLessThan(500);
  expect(USER_TIMEOUT).toBeGreaterThanOrEqual(180_000);
});

describe('the retransmission timer (RFC 6298 §5) and the user’s', () => {
  const sent = after(ESTABLISHED, SEND);
  const expired = after(sent, { timeout: 'retransmission' });

  it('start with what is sent into silence', () => {
    expect(timers(TCB_IN.CLOSED, { call: 'OPEN', mode: 'active' })).toEqual(STARTED);
    expect(timers(TCB_IN.LISTEN, arrival('<SEQ=300><CTL=SYN>'))).toEqual(STARTED);
    expect(timers(ESTABLISHED, SEND)).toEqual(STARTED);
    expect(timers(ESTABLISHED, CLOSE)).toEqual(STARTED);
    expect(
      timers(after(TCB_IN['SYN-SENT'], SEND), arrival('<SEQ=300><ACK=101><CTL=SYN,ACK>')),
    ).toEqual(STARTED);
  });
  it('run on when more is sent', () => expect(timers(sent, SEND)).toEqual([]));
  it('start again when some is acknowledged, and stop when all is', () => {
    expect(timers(sent, ack(105))).toEqual(STARTED);
    expect(timers(expired, ack(105))).toEqual(STARTED);
    expect(timers(sent, ack(111))).toEqual(STOPPED);
  });
  it('run on when a late segment comes or a duplicate ACK', () => {
    expect(timers(sent, ack(101))).toEqual([]);
    expect(timers(sent, arrival('<SEQ=301><ACK=101><CTL=ACK><DATA=3>'))).toEqual([]);
    expect(timers(sent, arrival('<SEQ=300><ACK=101><CTL=ACK><DATA=1>'))).toEqual([]);
  });
  it('the one starts again with what is sent again, later each time; the other goes on', () => {
    expect(timers(sent, { timeout: 'retransmission' })).toEqual(['retransmission 2000']);
    expect(timers(expired, { timeout: 'retransmission' })).toEqual(['retransmission 4000']);
    expect(timers(TCB_IN['SYN-RECEIVED'], arrival('<SEQ=300><CTL=SYN>'))).toEqual([
      'retransmission 1000',
    ]);
  });
  it('do not run for a pure ACK', () => {
    expect(timers(ESTABLISHED, arrival('<SEQ=301><ACK=101><CTL=ACK><DATA=3>'))).toEqual([]);
    expect(timers(ESTABLISHED, ack(101))).toEqual([]);
  });
  it('stop with the connection', () => {
    expect(timers(sent, { call: 'ABORT' })).toEqual(STOPPED);
    expect(timers(sent, { timeout: 'user' })).toEqual(STOPPED);
    expect(timers(TCB_IN['SYN-SENT'], CLOSE)).toEqual(STOPPED);
    expect(timers(TCB_IN['SYN-RECEIVED'], arrival('<SEQ=301><CTL=RST>'))).toEqual(STOPPED);
  });
});

describe('3.8.6.1 the timer of a closed window', () => {
  const shut = offered(ESTABLISHED, 0);
  const waiting = after(shut, SEND);
  const probed = after(waiting, { timeout: 'zero-window-probe' });

  it('starts with what waits, first after an RTO', () => {
    expect(timers(shut, SEND)).toEqual(['zero-window-probe 1000', 'user 300000']);
    expect(timers(shut, CLOSE)).toEqual(['zero-window-probe 1000', 'user 300000']);
  });
  it('starts again with each probe, later each time (SHLD-30); the user’s goes on', () => {
    expect(timers(waiting, { timeout: 'zero-window-probe' })).toEqual(['zero-window-probe 2000']);
    expect(timers(probed, { timeout: 'zero-window-probe' })).toEqual(['zero-window-probe 4000']);
  });
  it('runs on when the peer answers, and then the user waits anew (MUST-37)', () => {
    expect(timers(probed, ack(101, 0))).toEqual(['user 300000']);
    expect(timers(waiting, ack(101, 0))).toEqual(['user 300000']);
  });
  it('runs on when we acknowledge something', () =>
    expect(timers(waiting, arrival('<SEQ=301><ACK=101><CTL=ACK><DATA=3><WND=0>'))).toEqual([
      'user 300000',
    ]));
  it('does not take for an answer what has no ACK, or an old one', () => {
    expect(timers(probed, arrival('<SEQ=301><CTL=none><DATA=1>'))).toEqual([]);
    expect(timers(probed, ack(100, 0))).toEqual([]);
    expect(timers(probed, SEND)).toEqual([]);
  });
  it('starts anew when the octet is taken', () =>
    expect(timers(probed, ack(102, 0))).toEqual(['zero-window-probe 1000', 'user 300000']));
  it('gives way to retransmission when the window opens', () => {
    expect(timers(probed, ack(101, 99))).toEqual(['zero-window-probe off', 'retransmission 1000']);
    expect(timers(waiting, ack(101, 99))).toEqual(['zero-window-probe off', 'retransmission 1000']);
    expect(timers(probed, ack(102, 99))).toEqual([
      'zero-window-probe off',
      'retransmission 1000',
      'user 300000',
    ]);
  });
  it('takes over from retransmission when the window closes', () => {
    const expired = after(ESTABLISHED, SEND, { timeout: 'retransmission' });
    expect(timers(expired, ack(101, 0))).toEqual([
      'retransmission off',
      'zero-window-probe 1000',
      'user 300000',
    ]);
  });
  it('runs for a window that is open by too little, and then once more at first speed', () => {
    const narrow = { ...ESTABLISHED, snd: { ...ESTABLISHED.snd, wnd: 3 } };
    expect(timers(narrow, SEND)).toEqual(['zero-window-probe 1000', 'user 300000']);
    expect(timers(after(narrow, SEND), { timeout: 'zero-window-probe' })).toEqual([
      'zero-window-probe off',
      'retransmission 1000',
    ]);
  });
  it('stops when all is taken, and with the connection', () => {
    const last = after(shut, { call: 'SEND', len: 1 }, { timeout: 'zero-window-probe' });
    expect(timers(last, ack(102, 0))).toEqual(['zero-window-probe off', 'user off']);
    expect(timers(probed, { call: 'ABORT' })).toEqual(['zero-window-probe off', 'user off']);
  });
  it('never runs for a SYN, whatever window that meets', () => {
    expect(timers(TCB_IN.LISTEN, arrival('<SEQ=300><CTL=SYN><WND=0>'))).toEqual(STARTED);
    const closed = after(arrive(TCB_IN.LISTEN, '<SEQ=300><CTL=SYN><WND=0>'), CLOSE);
    expect(timers(closed, { timeout: 'retransmission' })).toEqual(['retransmission 2000']);
  });
});

describe('3.8.6.3 the timer of the delayed ACK', () => {
  const slow = withOptions(ESTABLISHED, { delayedAck: true, mss: 10 });
  const octets = (from: number): TcpEvent => arrival(`<SEQ=${from}><ACK=101><CTL=ACK><DATA=9>`);
  const waiting = after(slow, octets(301));

  it('starts with the first octet that it is for', () => {
    expect(timers(slow, octets(301))).toEqual(['delayed-ack 200']);
    expect(timers(withOptions(waiting, { mss: 100 }), octets(310))).toEqual([]);
  });
  it('stops when the ACK goes, be it with something else', () => {
    expect(
      timers(
        after(withOptions(waiting, { mss: 10 })),
        arrival('<SEQ=310><ACK=101><CTL=ACK><DATA=99>'),
      ),
    ).toEqual(['delayed-ack off']);
    expect(timers(waiting, { timeout: 'delayed-ack' })).toEqual(['delayed-ack off']);
    expect(timers(waiting, SEND)).toEqual([...STARTED, 'delayed-ack off']);
  });
  it('stops with the connection', () =>
    expect(timers(waiting, { call: 'ABORT' })).toEqual(['delayed-ack off']));
});

describe('the TIME-WAIT timer (§3.6, MUST-13)', () => {
  const TIME_WAIT = TCB_IN['TIME-WAIT'];
  const started = `time-wait ${2 * MSL}`;

  it('starts on entry', () => {
    expect(timers(TCB_IN['FIN-WAIT-2'], arrival('<SEQ=301><ACK=102><CTL=FIN,ACK>'))).toEqual([
      started,
    ]);
    expect(timers(TCB_IN.CLOSING, arrival('<SEQ=302><ACK=102><CTL=ACK>'))).toEqual([
      ...STOPPED,
      started,
    ]);
  });
  it('starts again when the peer’s FIN comes again', () =>
    expect(timers(TIME_WAIT, arrival('<SEQ=301><ACK=102><CTL=FIN,ACK>'))).toEqual([started]));
  it('runs on at a pure ACK, at what is challenged and at a FIN that is not answered', () => {
    expect(timers(TIME_WAIT, arrival('<SEQ=302><ACK=102><CTL=ACK>'))).toEqual([]);
    expect(timers(TIME_WAIT, arrival('<SEQ=302><CTL=SYN>'))).toEqual([]);
    expect(timers(TIME_WAIT, arrival('<SEQ=302><CTL=FIN>'))).toEqual([]);
    expect(timers(TIME_WAIT, { call: 'STATUS' })).toEqual([]);
  });
  it('stops when the connection ends before', () =>
    expect(timers(TIME_WAIT, { call: 'ABORT' })).toEqual(['time-wait off']));
  it('makes way for a new connection with it, and starts anew if that was none (MAY-2)', () => {
    const listening = withOptions(TIME_WAIT, { listening: true });
    expect(timers(listening, arrival('<SEQ=303><CTL=SYN>'))).toEqual([...STARTED, 'time-wait off']);
    const reopened = arrive(listening, '<SEQ=303><CTL=SYN>');
    expect(timers(reopened, arrival('<SEQ=304><CTL=RST>'))).toEqual([...STOPPED, started]);
  });
});
