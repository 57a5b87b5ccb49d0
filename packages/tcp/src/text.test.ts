import { describe, expect, it } from 'vitest';
import {
  ackOf,
  after,
  arrival,
  arrive,
  come,
  receiving,
  ruleOf,
  told,
  withOptions,
} from '../test/arrival.ts';
import { text } from '../test/notation.ts';
import { TCB_IN } from '../test/tcb-in.ts';
import { step } from './index.ts';

const { ESTABLISHED } = TCB_IN;

describe('3.10.7.4-7 text', () => {
  it.each(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'] as const)('is taken in %s', (state) => {
    const { snd } = TCB_IN[state];
    const s = `<SEQ=301><ACK=${snd.una}><CTL=ACK><DATA=4>`;
    expect(come(TCB_IN[state], s)).toEqual([state, `<SEQ=${snd.nxt}><ACK=305><CTL=ACK>`]);
    expect(told(TCB_IN[state], s)).toEqual([{ signal: 'received', seq: 301, len: 4 }]);
  });
  it('ahead of a gap is held (SHLD-31); the ACK says where the gap is', () => {
    const s = '<SEQ=305><ACK=101><CTL=ACK><DATA=4>';
    expect(come(ESTABLISHED, s)).toEqual(['ESTABLISHED', '<SEQ=101><ACK=301><CTL=ACK>']);
    expect(told(ESTABLISHED, s)).toEqual([]);
    expect(ruleOf(ESTABLISHED, s)).toBe('3.10.7.4-7');
    expect(arrive(ESTABLISHED, s).rcv.held).toEqual([{ from: 305, end: 309 }]);
  });
  it('that fills the gap is given to the user with what was held, under one ACK', () => {
    const held = arrive(ESTABLISHED, '<SEQ=305><ACK=101><CTL=ACK><DATA=4>');
    const s = '<SEQ=301><ACK=101><CTL=ACK><DATA=4>';
    expect(come(held, s)).toEqual(['ESTABLISHED', '<SEQ=101><ACK=309><CTL=ACK>']);
    expect(told(held, s)).toEqual([{ signal: 'received', seq: 301, len: 8 }]);
    expect(arrive(held, s).rcv.held).toEqual([]);
  });
  it('that fills one gap of two leaves the other', () => {
    const held = arrive(
      ESTABLISHED,
      '<SEQ=309><ACK=101><CTL=ACK><DATA=4>',
      '<SEQ=303><ACK=101><CTL=ACK><DATA=2>',
    );
    const s = '<SEQ=301><ACK=101><CTL=ACK><DATA=3>';
    expect(come(held, s)).toEqual(['ESTABLISHED', '<SEQ=101><ACK=305><CTL=ACK>']);
    expect(arrive(held, s).rcv.held).toEqual([{ from: 309, end: 313 }]);
  });
  it('that has come already is answered and not given again', () => {
    const s = '<SEQ=301><ACK=101><CTL=ACK><DATA=4>';
    const more = '<SEQ=303><ACK=101><CTL=ACK><DATA=4>';
    expect(come(arrive(ESTABLISHED, s), s)).toEqual(['ESTABLISHED', '<SEQ=101><ACK=305><CTL=ACK>']);
    expect(told(arrive(ESTABLISHED, s), more)).toEqual([{ signal: 'received', seq: 305, len: 2 }]);
  });
  it('ahead of a gap with a bad ACK is not held', () => {
    expect(come(ESTABLISHED, '<SEQ=305><ACK=999><CTL=ACK>')).toEqual(['ESTABLISHED']);
    const s = '<SEQ=305><ACK=999><CTL=ACK><DATA=1>';
    expect(come(ESTABLISHED, s)).toEqual(['ESTABLISHED', ackOf(ESTABLISHED)]);
    expect(arrive(ESTABLISHED, s)).toBe(ESTABLISHED);
  });
  it.each(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'] as const)(
    'beyond the peer’s FIN is ignored in %s',
    (state) => {
      const { snd, rcv } = TCB_IN[state];
      expect(come(TCB_IN[state], `<SEQ=${rcv.nxt}><ACK=${snd.una}><CTL=ACK><DATA=4>`)).toEqual([
        state,
      ]);
    },
  );
});

describe('3.10.7.4-8 FIN', () => {
  it.each([
    ['ESTABLISHED', 'CLOSE-WAIT'],
    ['FIN-WAIT-1', 'CLOSING'],
    ['FIN-WAIT-2', 'TIME-WAIT'],
  ] as const)('leads from %s to %s, and the user is told', (from, to) => {
    const { snd } = TCB_IN[from];
    const s = `<SEQ=301><ACK=${snd.una}><CTL=FIN,ACK>`;
    expect(come(TCB_IN[from], s)).toEqual([to, `<SEQ=${snd.nxt}><ACK=302><CTL=ACK>`]);
    expect(told(TCB_IN[from], s)).toEqual([{ signal: 'peer-closed' }]);
  });
  it('comes after the octets of its segment', () => {
    const s = '<SEQ=301><ACK=101><CTL=FIN,ACK><DATA=4>';
    expect(come(ESTABLISHED, s)).toEqual(['CLOSE-WAIT', '<SEQ=101><ACK=306><CTL=ACK>']);
    expect(told(ESTABLISHED, s)).toEqual([
      { signal: 'received', seq: 301, len: 4 },
      { signal: 'peer-closed' },
    ]);
  });
  it('ahead of a gap waits for the octets before it', () => {
    const fin = '<SEQ=305><ACK=101><CTL=FIN,ACK>';
    expect(come(ESTABLISHED, fin)).toEqual(['ESTABLISHED', '<SEQ=101><ACK=301><CTL=ACK>']);
    expect(arrive(ESTABLISHED, fin).rcv).toMatchObject({ fin: 305, held: [] });
    const s = '<SEQ=301><ACK=101><CTL=ACK><DATA=4>';
    expect(come(arrive(ESTABLISHED, fin), s)).toEqual([
      'CLOSE-WAIT',
      '<SEQ=101><ACK=306><CTL=ACK>',
    ]);
    expect(told(arrive(ESTABLISHED, fin), s)).toEqual([
      { signal: 'received', seq: 301, len: 4 },
      { signal: 'peer-closed' },
    ]);
  });
  it('ahead of a gap ends the stream: octets beyond it are none', () => {
    const fin = arrive(ESTABLISHED, '<SEQ=303><ACK=101><CTL=FIN,ACK><DATA=2>');
    expect(told(fin, '<SEQ=301><ACK=101><CTL=ACK><DATA=9>')).toEqual([
      { signal: 'received', seq: 301, len: 4 },
      { signal: 'peer-closed' },
    ]);
    expect(arrive(fin, '<SEQ=306><ACK=101><CTL=ACK><DATA=9>').rcv).toBe(fin.rcv);
    expect(arrive(fin, '<SEQ=305><ACK=101><CTL=ACK><DATA=9>').rcv).toBe(fin.rcv);
    const second = arrive(fin, '<SEQ=309><ACK=101><CTL=FIN,ACK>');
    expect(second.rcv.fin).toBe(305);
  });
  it('that came alone does so too', () => {
    const fin = arrive(ESTABLISHED, '<SEQ=305><ACK=101><CTL=FIN,ACK>');
    expect(told(fin, '<SEQ=301><ACK=101><CTL=ACK><DATA=9>')).toEqual([
      { signal: 'received', seq: 301, len: 4 },
      { signal: 'peer-closed' },
    ]);
  });
  it('short of octets that are held ends the stream before them', () => {
    const held = arrive(
      ESTABLISHED,
      '<SEQ=303><ACK=101><CTL=ACK><DATA=9>',
      '<SEQ=320><ACK=101><CTL=ACK><DATA=1>',
    );
    const tcb = arrive(held, '<SEQ=305><ACK=101><CTL=FIN,ACK>');
    expect(told(tcb, '<SEQ=301><ACK=101><CTL=ACK><DATA=2>')).toEqual([
      { signal: 'received', seq: 301, len: 4 },
      { signal: 'peer-closed' },
    ]);
    expect(arrive(tcb, '<SEQ=301><ACK=101><CTL=ACK><DATA=2>').rcv.held).toEqual([]);
  });
  it.each(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'] as const)(
    'is acknowledged once more in %s, without counting it twice',
    (state) => {
      const tcb = TCB_IN[state];
      const s = `<SEQ=301><ACK=${tcb.snd.una}><CTL=FIN,ACK>`;
      expect(come(tcb, s)).toEqual([state, ackOf(tcb)]);
      expect(arrive(tcb, s)).toBe(tcb);
    },
  );
  it('is acknowledged in TIME-WAIT even where no correct peer sends one', () =>
    expect(come(TCB_IN['TIME-WAIT'], '<SEQ=302><ACK=102><CTL=FIN,ACK>')).toEqual([
      'TIME-WAIT',
      '<SEQ=102><ACK=302><CTL=ACK>',
    ]));
});

describe('3.10.7.4-6 URG', () => {
  const pointed = (end: number): unknown => ({ signal: 'urgent', end });

  it('tells the user where the urgent octets end: before the number that the pointer names (MUST-62)', () => {
    const s = '<SEQ=301><ACK=101><CTL=URG,ACK><DATA=4><UP=9>';
    expect(told(ESTABLISHED, s)).toEqual([pointed(310), { signal: 'received', seq: 301, len: 4 }]);
    expect(arrive(ESTABLISHED, s).rcv.up).toBe(310);
    expect(ruleOf(ESTABLISHED, s)).toBe('3.10.7.4-7');
  });
  it('needs no octets to do so', () => {
    const s = '<SEQ=301><ACK=101><CTL=URG,ACK><UP=9>';
    expect(told(ESTABLISHED, s)).toEqual([pointed(310)]);
    expect(come(ESTABLISHED, s)).toEqual(['ESTABLISHED']);
    expect(ruleOf(ESTABLISHED, s)).toBe('3.10.7.4-6');
  });
  it('tells again only of a pointer that has moved on (MUST-32)', () => {
    const once = arrive(ESTABLISHED, '<SEQ=301><ACK=101><CTL=URG,ACK><UP=9>');
    expect(told(once, '<SEQ=301><ACK=101><CTL=URG,ACK><UP=9>')).toEqual([]);
    expect(told(once, '<SEQ=301><ACK=101><CTL=URG,ACK><UP=8>')).toEqual([]);
    expect(told(once, '<SEQ=302><ACK=101><CTL=URG,ACK><UP=9>')).toEqual([pointed(311)]);
  });
  it('does not tell of octets that the user has', () => {
    const had = arrive(ESTABLISHED, '<SEQ=301><ACK=101><CTL=ACK><DATA=9>');
    expect(told(had, '<SEQ=310><ACK=101><CTL=URG,ACK><UP=0>')).toEqual([]);
    const buffered = arrive(
      withOptions(ESTABLISHED, { reads: 'on-call' }),
      '<SEQ=301><ACK=101><CTL=ACK><DATA=9>',
    );
    expect(told(buffered, '<SEQ=310><ACK=101><CTL=URG,ACK><UP=0>')).toEqual([pointed(310)]);
  });
  it('is over once the user has the urgent octets', () => {
    const once = arrive(ESTABLISHED, '<SEQ=301><ACK=101><CTL=URG,ACK><DATA=4><UP=9>');
    expect(arrive(once, '<SEQ=305><ACK=101><CTL=ACK><DATA=4>').rcv.up).toBe(310);
    expect(arrive(once, '<SEQ=305><ACK=101><CTL=ACK><DATA=5>').rcv.up).toBeNull();
  });
  it.each(['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'] as const)(
    'is ignored in %s',
    (state) => {
      const { snd, rcv } = TCB_IN[state];
      const s = `<SEQ=${rcv.nxt}><ACK=${snd.una}><CTL=URG,ACK><UP=9>`;
      expect(told(TCB_IN[state], s)).toEqual([]);
      expect(come(TCB_IN[state], s)).toEqual([state]);
    },
  );
});

describe('3.8.6.3 an ACK that may wait', () => {
  const slow = withOptions(ESTABLISHED, { delayedAck: true, mss: 10 });
  const octets = (from: number, len: number): string =>
    `<SEQ=${from}><ACK=101><CTL=ACK><DATA=${len}>`;

  it('does so for less than two full segments (SHLD-19)', () => {
    expect(come(slow, octets(301, 10))).toEqual(['ESTABLISHED']);
    const waiting = arrive(slow, octets(301, 10));
    expect(waiting.rcv).toMatchObject({ nxt: 311, unacked: 10 });
    expect(come(waiting, octets(311, 9))).toEqual(['ESTABLISHED']);
    expect(come(waiting, octets(311, 10))).toEqual(['ESTABLISHED', '<SEQ=101><ACK=321><CTL=ACK>']);
    expect(arrive(waiting, octets(311, 10)).rcv.unacked).toBe(0);
  });
  it('goes with whatever is sent meanwhile', () => {
    const waiting = arrive(slow, octets(301, 10));
    const { tcb, out } = step(waiting, { call: 'SEND', len: 1 });
    expect(out.map(text)).toEqual(['<SEQ=101><ACK=311><CTL=ACK><DATA=1>']);
    expect(tcb.rcv.unacked).toBe(0);
  });
  it('stays owed while nothing is sent', () =>
    expect(after(arrive(slow, octets(301, 10)), { call: 'STATUS' }).rcv.unacked).toBe(10));
  it('is sent at once for a FIN, ahead of a gap, behind one, and for what has come before', () => {
    expect(come(slow, '<SEQ=301><ACK=101><CTL=FIN,ACK><DATA=1>')).toHaveLength(2);
    expect(come(slow, octets(302, 1))).toHaveLength(2);
    const held = arrive(slow, octets(302, 1), octets(304, 1));
    expect(come(held, octets(301, 1))).toHaveLength(2);
    expect(come(arrive(held, octets(301, 1)), octets(303, 1))).toHaveLength(2);
    expect(come(arrive(slow, octets(301, 1)), octets(301, 1))).toHaveLength(2);
  });
  it('waits for no octets of a user who closes: those come with a FIN', () => {
    const waiting = arrive(slow, octets(301, 10));
    const { tcb, out } = step(waiting, { call: 'CLOSE' });
    expect(out.map(text)).toEqual(['<SEQ=101><ACK=311><CTL=FIN,ACK>']);
    expect(tcb.rcv.unacked).toBe(0);
  });
});

describe('octets for a user who reads on call', () => {
  const onCall = withOptions(ESTABLISHED, { reads: 'on-call', window: 100, mss: 40 });
  const reader = receiving(onCall, 100);
  const octets = (from: number, len: number): string =>
    `<SEQ=${from}><ACK=101><CTL=ACK><DATA=${len}>`;

  it('3.10.7.4-7 wait in the buffer and take from the window what they take of it', () => {
    const tcb = arrive(reader, octets(301, 30));
    expect(told(reader, octets(301, 30))).toEqual([]);
    expect(tcb.rcv).toMatchObject({ nxt: 331, wnd: 70, unread: 30 });
    expect(step(reader, arrival(octets(301, 30))).out).toMatchObject([{ ack: 331, wnd: 70 }]);
  });
  it('3.10.7.4-7 go to the user as far as those are already called for', () => {
    const asked = after(reader, { call: 'RECEIVE', len: 20 });
    expect(told(asked, octets(301, 30))).toEqual([{ signal: 'received', seq: 301, len: 20 }]);
    expect(arrive(asked, octets(301, 30)).rcv).toMatchObject({ unread: 10, wanted: 0, wnd: 70 });
    expect(told(asked, octets(301, 15))).toEqual([{ signal: 'received', seq: 301, len: 15 }]);
    expect(arrive(asked, octets(301, 15)).rcv).toMatchObject({ unread: 0, wanted: 5, wnd: 85 });
  });
  it('3.10.7.4-7 that go at once leave the window as it was when they are a full segment', () => {
    const asked = after(reader, { call: 'RECEIVE', len: 99 });
    expect(arrive(asked, octets(301, 39)).rcv.wnd).toBe(61);
    expect(arrive(asked, octets(301, 40)).rcv.wnd).toBe(100);
  });
  it('3.10.7.4-8 stay there after the FIN', () => {
    const s = '<SEQ=301><ACK=101><CTL=FIN,ACK><DATA=30>';
    expect(told(reader, s)).toEqual([{ signal: 'peer-closed' }]);
    const tcb = arrive(reader, s);
    expect(tcb).toMatchObject({ state: 'CLOSE-WAIT', rcv: { unread: 30, fin: 331, nxt: 332 } });
    expect(step(tcb, { call: 'RECEIVE', len: 99 }).signals).toEqual([
      { signal: 'received', seq: 301, len: 30 },
    ]);
  });
  it('3.10.7.4-8 are pushed by the FIN where the user has closed, for then none can be called for', () => {
    const closed = arrive(after(reader, { call: 'CLOSE' }), '<SEQ=301><ACK=102><CTL=ACK><DATA=30>');
    expect(closed.state).toBe('FIN-WAIT-2');
    expect(told(closed, '<SEQ=331><ACK=102><CTL=FIN,ACK><DATA=5>')).toEqual([
      { signal: 'received', seq: 301, len: 35 },
      { signal: 'peer-closed' },
    ]);
  });
  it('3.10.7.4-8 that never came are no longer called for', () => {
    const asked = after(reader, { call: 'RECEIVE', len: 20 });
    expect(arrive(asked, '<SEQ=301><ACK=101><CTL=FIN,ACK><DATA=5>').rcv.wanted).toBe(0);
  });
});
