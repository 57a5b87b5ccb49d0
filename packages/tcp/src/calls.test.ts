import { describe, expect, it } from 'vitest';
import { segment, text } from '../test/notation.ts';
import { CROSSED, TCB_IN } from '../test/tcb-in.ts';
import { type CallError, STATES, type State, step, type Tcb, type UserCall } from './index.ts';

const NONE = 'connection does not exist';
const EXISTS = 'connection already exists';
const CLOSING = 'connection closing';

/** What a call brings about: the state after it and what is sent, or the error. */
type Outcome = readonly [State, ...string[]] | CallError;
type Table = Readonly<Record<State, Outcome>>;

const OPEN_ACTIVE: UserCall = { call: 'OPEN', mode: 'active' };
const OPEN_PASSIVE: UserCall = { call: 'OPEN', mode: 'passive' };
const SEND: UserCall = { call: 'SEND', len: 5 };
const CLOSE: UserCall = { call: 'CLOSE' };
const ABORT: UserCall = { call: 'ABORT' };

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
