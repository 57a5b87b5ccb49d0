import { describe, expect, it } from 'vitest';
import { after, arrive, offered, withOptions } from '../test/arrival.ts';
import { text } from '../test/notation.ts';
import { CROSSED, TCB_IN } from '../test/tcb-in.ts';
import {
  DEFAULT_OPTIONS,
  PSH,
  STATES,
  type State,
  type Step,
  step,
  type Tcb,
  TIMEOUTS,
} from './index.ts';

const { ESTABLISHED } = TCB_IN;
const { mss } = DEFAULT_OPTIONS;
const retransmit = (tcb: Tcb): Step => step(tcb, { timeout: 'retransmission' });
const probe = (tcb: Tcb): Step => step(tcb, { timeout: 'zero-window-probe' });
const sent = ({ out }: Step): string[] => out.map(text);
const send = (tcb: Tcb, len: number): Tcb => after(tcb, { call: 'SEND', len });
const close = (tcb: Tcb): Tcb => after(tcb, { call: 'CLOSE' });

describe('3.10.8-2 the retransmission timeout sends the head of the queue again', () => {
  const HEADS: Readonly<Partial<Record<State, string>>> = {
    'SYN-SENT': '<SEQ=100><CTL=SYN>',
    'SYN-RECEIVED': '<SEQ=100><ACK=301><CTL=SYN,ACK>',
    'FIN-WAIT-1': '<SEQ=101><ACK=301><CTL=FIN,ACK>',
    CLOSING: '<SEQ=101><ACK=302><CTL=FIN,ACK>',
    'LAST-ACK': '<SEQ=101><ACK=302><CTL=FIN,ACK>',
  };
  it.each(STATES)('in %s', (state) => {
    const head = HEADS[state];
    const { tcb } = retransmit(TCB_IN[state]);
    expect(sent(retransmit(TCB_IN[state]))).toEqual(head ? [head] : []);
    expect(tcb.state).toBe(state);
    expect(tcb.snd.backoff).toBe(head ? 1 : 0);
  });

  it('a SYN,ACK where both have opened', () =>
    expect(sent(retransmit(CROSSED))).toEqual(['<SEQ=100><ACK=301><CTL=SYN,ACK>']));

  it('octets, at most MSS of them, with the ACK of now', () => {
    const flying = send(ESTABLISHED, mss + 4);
    expect(sent(retransmit(flying))).toEqual(['<SEQ=101><ACK=301><CTL=ACK><DATA=536>']);
    const heard = arrive(flying, '<SEQ=301><ACK=637><CTL=ACK><DATA=2>');
    expect(sent(retransmit(heard))).toEqual(['<SEQ=637><ACK=303><CTL=ACK><DATA=4>']);
  });

  it('no more of them than a window takes that has shrunk (SHLD-16)', () => {
    const shrunk = arrive(send(ESTABLISHED, 10), '<SEQ=301><ACK=101><CTL=ACK><WND=3>');
    expect(sent(retransmit(shrunk))).toEqual(['<SEQ=101><ACK=301><CTL=ACK><DATA=3>']);
  });

  it('pushed where it is the last of what there is', () => {
    const pushed = (tcb: Tcb): boolean => retransmit(tcb).out.every((s) => (s.ctl & PSH) > 0);
    expect([1, mss, mss + 1].map((len) => pushed(send(ESTABLISHED, len)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(pushed(send(offered(ESTABLISHED, 4), 4))).toBe(true);
    expect(pushed(send(offered(ESTABLISHED, 4), 5))).toBe(false);
  });

  it('octets before the FIN behind them, then the FIN', () => {
    const flying = close(send(ESTABLISHED, 4));
    expect(sent(retransmit(flying))).toEqual(['<SEQ=101><ACK=301><CTL=ACK><DATA=4>']);
    const acked = arrive(flying, '<SEQ=301><ACK=105><CTL=ACK>');
    expect(sent(retransmit(acked))).toEqual(['<SEQ=105><ACK=301><CTL=FIN,ACK>']);
  });

  it('the SYN,ACK first where the user closed before it was acknowledged', () =>
    expect(sent(retransmit(close(TCB_IN['SYN-RECEIVED'])))).toEqual([
      '<SEQ=100><ACK=301><CTL=SYN,ACK>',
    ]));

  it('octets, though they bear the number of our SYN once 2^32 have gone', () => {
    const round = { ...ESTABLISHED, snd: { ...ESTABLISHED.snd, iss: ESTABLISHED.snd.una } };
    expect(sent(retransmit(send(round, 4)))).toEqual(['<SEQ=101><ACK=301><CTL=ACK><DATA=4>']);
  });

  it('counting each in a row', () =>
    expect(retransmit(retransmit(send(ESTABLISHED, 1)).tcb).tcb.snd.backoff).toBe(2));

  it('nothing while the window is closed: that is probed instead', () => {
    const shut = arrive(send(ESTABLISHED, 10), '<SEQ=301><ACK=101><CTL=ACK><WND=0>');
    expect(retransmit(shut)).toMatchObject({ tcb: shut, out: [], rule: '3.10.8-2' });
  });
});

describe('3.8.6.1 the timeout of a closed window probes it', () => {
  const shut = offered(ESTABLISHED, 0);

  it('with one octet of what waits (MUST-36)', () => {
    const { tcb, out, rule } = probe(send(shut, 5));
    expect(out.map(text)).toEqual(['<SEQ=101><ACK=301><CTL=ACK><DATA=1>']);
    expect(out.map((s) => s.ctl & PSH)).toEqual([0]);
    expect(tcb.snd).toMatchObject({ una: 101, nxt: 102, queued: 4, backoff: 1 });
    expect(rule).toBe('3.8.6.1');
  });
  it('pushed where there is no more', () =>
    expect(probe(send(shut, 1)).out.map((s) => s.ctl & PSH)).toEqual([PSH]));
  it('with the same octet as long as it is not taken', () => {
    const again = probe(probe(send(shut, 5)).tcb);
    expect(sent(again)).toEqual(['<SEQ=101><ACK=301><CTL=ACK><DATA=1>']);
    expect(again.tcb.snd).toMatchObject({ nxt: 102, queued: 4, backoff: 2 });
  });
  it('with the next once it is', () => {
    const taken = arrive(probe(send(shut, 5)).tcb, '<SEQ=301><ACK=102><CTL=ACK><WND=0>');
    expect(sent(probe(taken))).toEqual(['<SEQ=102><ACK=301><CTL=ACK><DATA=1>']);
    expect(taken.snd.backoff).toBe(0);
  });
  it('with one of the octets that the window shrank over (MUST-35)', () => {
    const shrunk = arrive(send(ESTABLISHED, 10), '<SEQ=301><ACK=104><CTL=ACK><WND=0>');
    expect(sent(probe(shrunk))).toEqual(['<SEQ=104><ACK=301><CTL=ACK><DATA=1>']);
  });
  it('with the FIN where that is all, once it is sent again and again', () => {
    const fin = '<SEQ=101><ACK=301><CTL=FIN,ACK>';
    const first = probe(close(shut));
    expect(sent(first)).toEqual([fin]);
    expect(first.tcb.snd).toMatchObject({ fin: 101, nxt: 102, closing: false });
    expect(sent(probe(first.tcb))).toEqual([fin]);
  });
  it('with the octets before the FIN first', () => {
    const first = probe(close(send(shut, 1)));
    expect(sent(first)).toEqual(['<SEQ=101><ACK=301><CTL=ACK><DATA=1>']);
    expect(first.tcb.snd).toMatchObject({ fin: null, closing: true });
  });
  it('with no more than a segment of a window that is open by too little', () => {
    const narrow = { ...ESTABLISHED, snd: { ...ESTABLISHED.snd, wnd: 30 } };
    const { out } = probe(send(withOptions(narrow, { mss: 40 }), 90));
    expect(out).toMatchObject([{ len: 30 }]);
  });
});

describe('3.8.6.3 the timeout of a delayed ACK', () => {
  it('sends it', () => {
    const waiting = arrive(
      withOptions(ESTABLISHED, { delayedAck: true }),
      '<SEQ=301><ACK=101><CTL=ACK><DATA=5>',
    );
    const { tcb, out } = step(waiting, { timeout: 'delayed-ack' });
    expect(out.map(text)).toEqual(['<SEQ=101><ACK=306><CTL=ACK>']);
    expect(tcb.rcv.unacked).toBe(0);
  });
});

describe('3.10.8-1 the user timeout', () => {
  const WAITING = ['SYN-SENT', 'SYN-RECEIVED', 'FIN-WAIT-1', 'CLOSING', 'LAST-ACK'] as const;
  const expire = (tcb: Tcb): Step => step(tcb, { timeout: 'user' });

  it.each(WAITING)('ends the connection in %s without a word to the peer', (state) => {
    const { tcb, out, signals } = expire(TCB_IN[state]);
    expect(tcb.state).toBe('CLOSED');
    expect(tcb.snd).toMatchObject({ una: 0, nxt: 0, queued: 0 });
    expect(out).toEqual([]);
    expect(signals).toEqual([{ signal: 'timed-out' }]);
  });
  it('does so wherever something waits to be sent', () => {
    const shut = offered(ESTABLISHED, 0);
    for (const tcb of [send(ESTABLISHED, 1), send(shut, 1), close(shut)])
      expect(expire(tcb).tcb.state).toBe('CLOSED');
  });
  it.each(STATES.filter((s) => !WAITING.some((w) => w === s)))('means nothing in %s', (state) =>
    expect(expire(TCB_IN[state]).tcb).toBe(TCB_IN[state]),
  );
});

describe('3.10.8-3 the TIME-WAIT timeout', () => {
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

it.each(TIMEOUTS)('%s means nothing where nothing waits for it', (timeout) => {
  const { tcb, out, signals, timers } = step(ESTABLISHED, { timeout });
  expect(tcb).toBe(ESTABLISHED);
  expect({ out, signals, timers }).toEqual({ out: [], signals: [], timers: [] });
});
