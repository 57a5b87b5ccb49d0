import { describe, expect, it } from 'vitest';
import { after, arrive, come, offered, receiving, told, withOptions } from '../test/arrival.ts';
import { segment, text } from '../test/notation.ts';
import { CROSSED, TCB_IN } from '../test/tcb-in.ts';
import { ACK, type CallError, STATES, type State, step, type Tcb, type UserCall } from './index.ts';

const NONE = 'connection does not exist';
const EXISTS = 'connection already exists';
const CLOSING = 'connection closing';

/** What a call brings about: the state after it and what is sent, or the error. */
type Outcome = readonly [State, ...string[]] | CallError;
type Table = Readonly<Record<State, Outcome>>;

const OPEN_ACTIVE: UserCall = { call: 'OPEN', mode: 'active' };
const OPEN_PASSIVE: UserCall = { call: 'OPEN', mode: 'passive' };
const SEND: UserCall = { call: 'SEND', len: 5 };
const RECEIVE: UserCall = { call: 'RECEIVE', len: 5 };
const CLOSE: UserCall = { call: 'CLOSE' };
const ABORT: UserCall = { call: 'ABORT' };
const STATUS: UserCall = { call: 'STATUS' };

const unchanged = Object.fromEntries(STATES.map((s) => [s, [s]])) as unknown as Table;
const exists = Object.fromEntries(STATES.map((s) => [s, EXISTS])) as Record<State, CallError>;
const SYN = '<SEQ=100><CTL=SYN>';

const TABLES: readonly (readonly [string, UserCall, Table])[] = [
  [
    '3.10.1 active OPEN',
    OPEN_ACTIVE,
    { ...exists, CLOSED: ['SYN-SENT', SYN], LISTEN: ['SYN-SENT', SYN] },
  ],
  ['3.10.1 passive OPEN', OPEN_PASSIVE, { ...exists, CLOSED: ['LISTEN'] }],
  [
    '3.10.2 SEND',
    SEND,
    {
      CLOSED: NONE,
      LISTEN: ['SYN-SENT', SYN],
      'SYN-SENT': ['SYN-SENT'],
      'SYN-RECEIVED': ['SYN-RECEIVED'],
      ESTABLISHED: ['ESTABLISHED', '<SEQ=101><ACK=301><CTL=ACK><DATA=5>'],
      'FIN-WAIT-1': CLOSING,
      'FIN-WAIT-2': CLOSING,
      'CLOSE-WAIT': ['CLOSE-WAIT', '<SEQ=101><ACK=302><CTL=ACK><DATA=5>'],
      CLOSING,
      'LAST-ACK': CLOSING,
      'TIME-WAIT': CLOSING,
    },
  ],
  [
    '3.10.3 RECEIVE',
    RECEIVE,
    {
      ...unchanged,
      CLOSED: NONE,
      'CLOSE-WAIT': CLOSING,
      CLOSING,
      'LAST-ACK': CLOSING,
      'TIME-WAIT': CLOSING,
    },
  ],
  ['3.10.6 STATUS', STATUS, { ...unchanged, CLOSED: NONE }],
  [
    '3.10.4 CLOSE',
    CLOSE,
    {
      CLOSED: NONE,
      LISTEN: ['CLOSED'],
      'SYN-SENT': ['CLOSED'],
      'SYN-RECEIVED': ['FIN-WAIT-1', '<SEQ=101><ACK=301><CTL=FIN,ACK>'],
      ESTABLISHED: ['FIN-WAIT-1', '<SEQ=101><ACK=301><CTL=FIN,ACK>'],
      'FIN-WAIT-1': CLOSING,
      'FIN-WAIT-2': CLOSING,
      'CLOSE-WAIT': ['LAST-ACK', '<SEQ=101><ACK=302><CTL=FIN,ACK>'],
      CLOSING,
      'LAST-ACK': CLOSING,
      'TIME-WAIT': CLOSING,
    },
  ],
  [
    '3.10.5 ABORT',
    ABORT,
    {
      CLOSED: NONE,
      LISTEN: ['CLOSED'],
      'SYN-SENT': ['CLOSED'],
      'SYN-RECEIVED': ['CLOSED', '<SEQ=101><CTL=RST>'],
      ESTABLISHED: ['CLOSED', '<SEQ=101><CTL=RST>'],
      'FIN-WAIT-1': ['CLOSED', '<SEQ=102><CTL=RST>'],
      'FIN-WAIT-2': ['CLOSED', '<SEQ=102><CTL=RST>'],
      'CLOSE-WAIT': ['CLOSED', '<SEQ=101><CTL=RST>'],
      CLOSING: ['CLOSED'],
      'LAST-ACK': ['CLOSED'],
      'TIME-WAIT': ['CLOSED'],
    },
  ],
];

const title = (outcome: Outcome): string =>
  typeof outcome === 'string' ? `error: ${outcome}` : outcome.join(' ');

for (const [name, call, table] of TABLES)
  describe(`${name} in every state`, () => {
    for (const state of STATES)
      it(`${state} → ${title(table[state])}`, () => {
        const before = TCB_IN[state];
        const { tcb, out, signals, rule } = step(before, call);
        const errors = signals.filter((s) => s.signal === 'error').map((s) => s.error);
        expect(rule).toBe(name.split(' ')[0]);
        const expected = table[state];
        if (typeof expected === 'string') {
          expect(errors).toEqual([expected]);
          expect(out).toEqual([]);
          expect(tcb).toBe(before);
        } else {
          expect(errors).toEqual([]);
          expect([tcb.state, ...out.map(text)]).toEqual(expected);
        }
      });
  });

describe('after a call', () => {
  it('3.10.1 an OPEN numbers its SYN with the ISS and expects its acknowledgement', () => {
    const { snd, opened } = step(TCB_IN.CLOSED, OPEN_ACTIVE).tcb;
    expect(snd).toMatchObject({ iss: 100, una: 100, nxt: 101 });
    expect(opened).toBe('active');
  });

  it('3.10.1 the next connection takes another ISS', () => {
    const first = step(TCB_IN.CLOSED, OPEN_ACTIVE).tcb;
    const again = step(step(first, CLOSE).tcb, OPEN_ACTIVE).tcb;
    expect(again.snd.iss).not.toBe(first.snd.iss);
  });

  it('3.10.2 what is sent before the connection stands follows the ACK of the SYN,ACK', () => {
    const waiting = step(step(TCB_IN.LISTEN, SEND).tcb, SEND).tcb;
    const { tcb, out } = step(waiting, { segment: segment('<SEQ=300><ACK=101><CTL=SYN,ACK>') });
    expect(out.map(text)).toEqual([
      '<SEQ=101><ACK=301><CTL=ACK>',
      '<SEQ=101><ACK=301><CTL=ACK><DATA=10>',
    ]);
    expect(tcb.snd).toMatchObject({ una: 101, nxt: 111, queued: 0 });
  });

  it('3.10.5 an ABORT forgets everything; the endpoint may open again', () => {
    const { tcb, signals } = step(TCB_IN.ESTABLISHED, ABORT);
    expect(signals).toEqual([{ signal: 'closed' }]);
    expect(tcb.snd).toMatchObject({ una: 0, nxt: 0, queued: 0 });
    expect(step(tcb, OPEN_ACTIVE).out.map(text)).toEqual(['<SEQ=200><CTL=SYN>']);
  });

  it.each(['LISTEN', 'SYN-SENT'] as const)('3.10.4 CLOSE in %s tells the user', (state) =>
    expect(step(TCB_IN[state], CLOSE).signals).toEqual([{ signal: 'closed' }]),
  );

  it.each(STATES)('3.10.4 a second CLOSE in %s never sends a second FIN', (state) => {
    const once = step(TCB_IN[state], CLOSE).tcb;
    const twice = step(once, CLOSE);
    expect(twice.out).toEqual([]);
    expect(twice.tcb).toBe(once);
  });
});

describe('3.10.4 CLOSE in SYN-RECEIVED with octets queued', () => {
  const queued = (tcb: Tcb): Tcb => step(step(tcb, SEND).tcb, CLOSE).tcb;
  const waiting = queued(TCB_IN['SYN-RECEIVED']);

  it('waits for the connection to stand', () => {
    expect(waiting.state).toBe('SYN-RECEIVED');
    expect(waiting.snd.closing).toBe(true);
  });

  it('takes nothing more, nor another CLOSE', () => {
    for (const call of [SEND, CLOSE])
      expect(step(waiting, call).signals).toEqual([{ signal: 'error', error: CLOSING }]);
  });

  it('then sends octets and FIN, and is in FIN-WAIT-1', () => {
    const { tcb, out } = step(waiting, { segment: segment('<SEQ=301><ACK=101><CTL=ACK>') });
    expect(out.map(text)).toEqual([
      '<SEQ=101><ACK=301><CTL=ACK><DATA=5>',
      '<SEQ=106><ACK=301><CTL=FIN,ACK>',
    ]);
    expect(tcb.state).toBe('FIN-WAIT-1');
    expect(tcb.snd).toMatchObject({ fin: 106, nxt: 107, closing: false });
  });

  it('does so too where both opened at once', () => {
    const arrival = { segment: segment('<SEQ=300><ACK=101><CTL=SYN,ACK>') };
    const { tcb, out } = step(queued(CROSSED), arrival);
    expect(out.map(text)).toEqual([
      '<SEQ=101><ACK=301><CTL=ACK>',
      '<SEQ=101><ACK=301><CTL=ACK><DATA=5>',
      '<SEQ=106><ACK=301><CTL=FIN,ACK>',
    ]);
    expect(tcb.state).toBe('FIN-WAIT-1');
  });
});

it('3.10.3 RECEIVE changes nothing where the user reads at once', () => {
  for (const state of STATES) expect(step(TCB_IN[state], RECEIVE).tcb).toBe(TCB_IN[state]);
});

it('3.10.1 what was opened passively is remembered (MUST-11)', () => {
  expect(step(TCB_IN.CLOSED, OPEN_PASSIVE).tcb.opened).toBe('passive');
  expect(step(TCB_IN.LISTEN, OPEN_ACTIVE).tcb.opened).toBe('active');
  expect(step(TCB_IN.LISTEN, SEND).tcb.opened).toBe('active');
});

describe('3.10.6 STATUS', () => {
  it.each(STATES.filter((s) => s !== 'CLOSED'))('tells that it is %s', (state) => {
    const { tcb, signals } = step(TCB_IN[state], STATUS);
    expect(signals).toEqual([{ signal: 'status', state }]);
    expect(tcb).toBe(TCB_IN[state]);
  });
});

describe('3.10.2 SEND of urgent octets', () => {
  const urgent: UserCall = { call: 'SEND', len: 5, urgent: true };

  it('points from each segment to the number that follows them (MUST-62)', () => {
    const mss = withOptions(TCB_IN.ESTABLISHED, { mss: 4 });
    expect(step(mss, urgent).out.map(text)).toEqual([
      '<SEQ=101><ACK=301><CTL=URG,ACK><DATA=4><UP=5>',
      '<SEQ=105><ACK=301><CTL=URG,ACK><DATA=1><UP=1>',
    ]);
  });
  it('does not call urgent what comes after them', () => {
    const sent = step(TCB_IN.ESTABLISHED, urgent).tcb;
    expect(step(sent, SEND).out.map(text)).toEqual(['<SEQ=106><ACK=301><CTL=ACK><DATA=5>']);
  });
  it('points beyond what is queued before them, and no more once they are acknowledged', () => {
    const full = after(offered(TCB_IN.ESTABLISHED, 5), SEND, SEND, urgent);
    expect(full.snd.up).toBe(116);
    const next = '<SEQ=301><ACK=106><CTL=ACK><WND=5>';
    expect(come(full, next)).toEqual([
      'ESTABLISHED',
      '<SEQ=106><ACK=301><CTL=URG,ACK><DATA=5><UP=10>',
    ]);
    const last = arrive(full, next, '<SEQ=301><ACK=111><CTL=ACK><WND=5>');
    expect(arrive(last, '<SEQ=301><ACK=115><CTL=ACK><WND=5>').snd.up).toBe(116);
    expect(arrive(last, '<SEQ=301><ACK=116><CTL=ACK><WND=5>').snd.up).toBeNull();
  });
  it('lets the peer know through a closed window', () => {
    const { tcb, out } = step(offered(TCB_IN.ESTABLISHED, 0), urgent);
    expect(out.map(text)).toEqual(['<SEQ=101><ACK=301><CTL=URG,ACK><UP=5>']);
    expect(tcb.snd).toMatchObject({ nxt: 101, queued: 5 });
  });
  it('points as far as 16 bits reach', () => {
    const all = after(offered(TCB_IN.ESTABLISHED, 1), { ...urgent, len: 65536 });
    expect(step(all, { timeout: 'retransmission' }).out).toMatchObject([{ len: 1, up: 65535 }]);
    expect(step(arrive(all, '<SEQ=301><ACK=102><CTL=ACK><WND=1>'), STATUS).tcb.snd.up).toBe(65637);
  });
  it('waits for the connection: a SYN points at nothing', () => {
    for (const state of ['LISTEN', 'SYN-SENT', 'SYN-RECEIVED'] as const) {
      const tcb = after(TCB_IN[state], urgent);
      expect(tcb.snd.up).toBe(106);
      expect(step(tcb, { timeout: 'retransmission' }).out).toMatchObject([{ up: 0 }]);
    }
  });
});

describe('3.10.3 RECEIVE by a user who reads on call', () => {
  const options = { reads: 'on-call', window: 100, mss: 40 } as const;
  const on = (state: State): Tcb => receiving(withOptions(TCB_IN[state], options), 100);
  const octets = (n: number): string => `<SEQ=301><ACK=101><CTL=ACK><DATA=${n}>`;
  const buffered = arrive(on('ESTABLISHED'), octets(60));
  const receive = (len: number): UserCall => ({ call: 'RECEIVE', len });

  it('gives what there is, in order', () => {
    const { tcb, signals } = step(buffered, receive(25));
    expect(signals).toEqual([{ signal: 'received', seq: 301, len: 25 }]);
    expect(step(tcb, receive(99)).signals).toEqual([{ signal: 'received', seq: 326, len: 35 }]);
  });
  it('opens the window by no less than a full segment, and says so', () => {
    const little = step(buffered, receive(39));
    expect(little.out).toEqual([]);
    expect(little.tcb.rcv).toMatchObject({ unread: 21, wnd: 40 });
    const enough = step(buffered, receive(40));
    expect(enough.out).toMatchObject([{ ctl: ACK, seq: 101, ack: 361, wnd: 80, len: 0 }]);
    expect(enough.tcb.rcv).toMatchObject({ unread: 20, wnd: 80 });
    expect(step(little.tcb, receive(1)).out).toMatchObject([{ wnd: 80 }]);
  });
  it('waits for what is not there yet', () => {
    const { tcb, signals } = step(buffered, receive(75));
    expect(signals).toEqual([{ signal: 'received', seq: 301, len: 60 }]);
    expect(tcb.rcv).toMatchObject({ unread: 0, wanted: 15 });
    expect(step(on('ESTABLISHED'), receive(5)).signals).toEqual([]);
    expect(after(on('ESTABLISHED'), receive(5), receive(6)).rcv.wanted).toBe(11);
  });
  it.each(['LISTEN', 'SYN-SENT', 'SYN-RECEIVED'] as const)(
    '%s: waits for the connection',
    (state) => {
      const asked = after(on(state), receive(7));
      expect(asked.rcv).toMatchObject({ wanted: 7, wnd: 100 });
      const syn = {
        LISTEN: ['<SEQ=300><CTL=SYN>'],
        'SYN-SENT': ['<SEQ=300><ACK=101><CTL=SYN,ACK>'],
      };
      const up = arrive(asked, ...(state === 'SYN-RECEIVED' ? [] : syn[state]));
      expect(told(up, octets(9))).toContainEqual({ signal: 'received', seq: 301, len: 7 });
    },
  );
  it.each(['FIN-WAIT-1', 'FIN-WAIT-2'] as const)('%s: goes on', (state) => {
    const { una } = on(state).snd;
    const tcb = arrive(on(state), `<SEQ=301><ACK=${una}><CTL=ACK><DATA=60>`);
    const { out, signals } = step(tcb, receive(60));
    expect(out).toMatchObject([{ ack: 361, wnd: 100 }]);
    expect(signals).toEqual([{ signal: 'received', seq: 301, len: 60 }]);
  });
  it('CLOSE-WAIT: gives what is left, without a word to the peer, then no more', () => {
    const tcb = arrive(buffered, '<SEQ=361><ACK=101><CTL=FIN,ACK>');
    const first = step(tcb, receive(50));
    expect(first.signals).toEqual([{ signal: 'received', seq: 301, len: 50 }]);
    expect(first.out).toEqual([]);
    const second = step(first.tcb, receive(50));
    expect(second.signals).toEqual([{ signal: 'received', seq: 351, len: 10 }]);
    expect(second.tcb.rcv).toMatchObject({ unread: 0, wanted: 0 });
    expect(step(second.tcb, receive(50)).signals).toEqual([{ signal: 'error', error: CLOSING }]);
  });
  it('LAST-ACK: what was not called for before CLOSE is lost (MAY-1 is not done)', () => {
    const tcb = after(arrive(buffered, '<SEQ=361><ACK=101><CTL=FIN,ACK>'), CLOSE);
    expect(tcb.state).toBe('LAST-ACK');
    expect(step(tcb, receive(50)).signals).toEqual([{ signal: 'error', error: CLOSING }]);
  });
  it('ends what is urgent once the user has it', () => {
    const tcb = arrive(on('ESTABLISHED'), '<SEQ=301><ACK=101><CTL=URG,ACK><DATA=9><UP=4>');
    expect(after(tcb, receive(3)).rcv.up).toBe(305);
    expect(after(tcb, receive(4)).rcv.up).toBeNull();
  });
  it('carries with the window the ACK that has waited', () => {
    const slow = arrive(withOptions(on('ESTABLISHED'), { delayedAck: true }), octets(60));
    expect(slow.rcv.unacked).toBe(60);
    expect(after(slow, receive(60)).rcv.unacked).toBe(0);
    expect(after(slow, receive(1)).rcv.unacked).toBe(60);
  });
});
