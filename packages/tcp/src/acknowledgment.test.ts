import { describe, expect, it } from 'vitest';
import { ackOf, after, arrive, come, told, withOptions } from '../test/arrival.ts';
import { TCB_IN } from '../test/tcb-in.ts';
import { STATES, seq, step, synchronized, type Tcb } from './index.ts';

const { ESTABLISHED } = TCB_IN;
const OPEN_STATES = STATES.filter(synchronized);

describe('3.10.7.4-5 ACK', () => {
  const flying = step(ESTABLISHED, { call: 'SEND', len: 10 }).tcb;

  it.each(OPEN_STATES)('a segment without ACK is dropped in %s', (state) => {
    const tcb = TCB_IN[state];
    expect(come(tcb, `<SEQ=${tcb.rcv.nxt}><CTL=FIN><DATA=1>`)).toEqual([state]);
  });
  it('moves SND.UNA forward only', () => {
    expect(arrive(flying, '<SEQ=301><ACK=106><CTL=ACK>').snd.una).toBe(106);
    expect(
      arrive(flying, '<SEQ=301><ACK=106><CTL=ACK>', '<SEQ=301><ACK=103><CTL=ACK>').snd.una,
    ).toBe(106);
  });
  it.each(OPEN_STATES)('of something never sent is answered and dropped in %s', (state) => {
    const tcb = TCB_IN[state];
    const s = `<SEQ=${tcb.rcv.nxt}><ACK=${tcb.snd.nxt + 1}><CTL=ACK><DATA=5>`;
    expect(come(tcb, s)).toEqual([state, ackOf(tcb)]);
    expect(arrive(tcb, s)).toBe(tcb);
  });
  it('older than the largest window is answered and dropped (RFC 5961 §5)', () => {
    const narrow: Tcb = { ...ESTABLISHED, snd: { ...ESTABLISHED.snd, maxWnd: 10 } };
    expect(come(narrow, '<SEQ=301><ACK=90><CTL=ACK>')).toEqual(['ESTABLISHED', ackOf(narrow)]);
    expect(come(narrow, '<SEQ=301><ACK=91><CTL=ACK>')).toEqual(['ESTABLISHED']);
  });
  it('that is pure and in the window is never answered', () => {
    for (const state of OPEN_STATES) {
      const { snd, rcv } = TCB_IN[state];
      expect(come(TCB_IN[state], `<SEQ=${rcv.nxt}><ACK=${snd.una}><CTL=ACK>`)).toEqual([state]);
    }
  });
  it.each([
    ['FIN-WAIT-1', 'FIN-WAIT-2'],
    ['CLOSING', 'TIME-WAIT'],
    ['LAST-ACK', 'CLOSED'],
  ] as const)('of our FIN leads from %s to %s', (from, to) => {
    const { rcv } = TCB_IN[from];
    expect(come(TCB_IN[from], `<SEQ=${rcv.nxt}><ACK=102><CTL=ACK>`)).toEqual([to]);
    expect(come(TCB_IN[from], `<SEQ=${rcv.nxt}><ACK=101><CTL=ACK>`)).toEqual([from]);
  });
  it('of our FIN in LAST-ACK tells the user that all is over', () =>
    expect(told(TCB_IN['LAST-ACK'], '<SEQ=302><ACK=102><CTL=ACK>')).toEqual([
      { signal: 'closed' },
    ]));
  it('that says nothing new leaves all as it was', () => {
    for (const state of OPEN_STATES) {
      const { snd, rcv } = TCB_IN[state];
      const once = arrive(TCB_IN[state], `<SEQ=${rcv.nxt}><ACK=${snd.una}><CTL=ACK>`);
      expect(arrive(once, `<SEQ=${rcv.nxt}><ACK=${snd.una}><CTL=ACK>`)).toBe(once);
    }
  });
  it('of our FIN by the peer’s FIN leads from FIN-WAIT-1 to TIME-WAIT (Figure 5, note 2)', () =>
    expect(come(TCB_IN['FIN-WAIT-1'], '<SEQ=301><ACK=102><CTL=FIN,ACK>')).toEqual([
      'TIME-WAIT',
      '<SEQ=102><ACK=302><CTL=ACK>',
    ]));
});

describe('3.10.7.4-5 the send window', () => {
  const at = (seq: number, ack: number, wnd: number): string =>
    `<SEQ=${seq}><ACK=${ack}><CTL=ACK><WND=${wnd}>`;
  const base = arrive(step(ESTABLISHED, { call: 'SEND', len: 10 }).tcb, at(305, 105, 500));

  it('follows WL1 and WL2', () => expect(base.snd).toMatchObject({ wnd: 500, wl1: 305, wl2: 105 }));
  it.each([
    ['a later segment', at(306, 105, 9), 9],
    ['the same number and a later ACK', at(305, 106, 9), 9],
    ['the same number and the same ACK', at(305, 105, 9), 9],
    ['an earlier segment', at(304, 106, 9), 500],
    ['an older ACK', at(306, 104, 9), 500],
  ])('from %s: %s → %i', (_, s, wnd) => expect(arrive(base, s).snd.wnd).toBe(wnd));
  it('the same again moves WL1 and WL2 on', () => {
    expect(arrive(base, at(307, 105, 500)).snd).toMatchObject({ wl1: 307, wl2: 105 });
    const late = arrive(base, at(304, 106, 500));
    expect(late.snd).toMatchObject({ una: 106, wl1: 305, wl2: 105 });
    expect(arrive(late, at(305, 106, 500)).snd).toMatchObject({ wl1: 305, wl2: 106 });
  });
  it('the largest is remembered', () => {
    expect(arrive(base, at(306, 105, 9)).snd.maxWnd).toBe(65535);
    const narrow = arrive(TCB_IN['SYN-SENT'], '<SEQ=300><ACK=101><CTL=SYN,ACK><WND=10>');
    expect(arrive(narrow, at(301, 101, 99)).snd.maxWnd).toBe(99);
  });
});

describe('what an ACK lets go', () => {
  const shut = (tcb: Tcb): Tcb => ({ ...tcb, snd: { ...tcb.snd, wnd: 0 } });
  const waiting = step(shut(ESTABLISHED), { call: 'SEND', len: 5 }).tcb;

  it('3.10.7.4-5 is sent when the window opens', () =>
    expect(come(waiting, '<SEQ=301><ACK=101><CTL=ACK>')).toEqual([
      'ESTABLISHED',
      '<SEQ=101><ACK=301><CTL=ACK><DATA=5>',
    ]));
  it('3.10.7.4-7 follows the ACK of the text, and acknowledges it as well', () =>
    expect(come(waiting, '<SEQ=301><ACK=101><CTL=ACK><DATA=3>')).toEqual([
      'ESTABLISHED',
      '<SEQ=101><ACK=304><CTL=ACK>',
      '<SEQ=101><ACK=304><CTL=ACK><DATA=5>',
    ]));
  it.each(['FIN-WAIT-1', 'CLOSING', 'LAST-ACK'] as const)(
    '3.10.7.4-5 is sent in %s too, the FIN behind it',
    (state) => {
      const fin = '<SEQ=301><ACK=101><CTL=FIN,ACK><WND=0>';
      const close = (tcb: Tcb): Tcb => step(tcb, { call: 'CLOSE' }).tcb;
      const tcb =
        state === 'FIN-WAIT-1'
          ? close(waiting)
          : state === 'CLOSING'
            ? arrive(close(waiting), fin)
            : close(arrive(waiting, fin));
      const { nxt } = tcb.rcv;
      expect(tcb.state).toBe(state);
      expect(come(tcb, `<SEQ=${nxt}><ACK=101><CTL=ACK>`)).toEqual([
        state,
        `<SEQ=101><ACK=${nxt}><CTL=ACK><DATA=5>`,
        `<SEQ=106><ACK=${nxt}><CTL=FIN,ACK>`,
      ]);
    },
  );
});

describe('what a closed window may have swallowed', () => {
  const mss = 4;
  const flying = after(withOptions(ESTABLISHED, { mss }), { call: 'SEND', len: 10 });
  const at = (ack: number, wnd: number): string => `<SEQ=301><ACK=${ack}><CTL=ACK><WND=${wnd}>`;
  const shut = arrive(flying, at(101, 0));

  it('3.10.7.4-5 is sent again as soon as it opens (MUST-34)', () =>
    expect(come(shut, at(101, 99))).toEqual([
      'ESTABLISHED',
      '<SEQ=101><ACK=301><CTL=ACK><DATA=4>',
      '<SEQ=105><ACK=301><CTL=ACK><DATA=4>',
      '<SEQ=109><ACK=301><CTL=ACK><DATA=2>',
    ]));
  it('as far as it opens', () =>
    expect(come(shut, at(101, 6))).toEqual([
      'ESTABLISHED',
      '<SEQ=101><ACK=301><CTL=ACK><DATA=4>',
      '<SEQ=105><ACK=301><CTL=ACK><DATA=2>',
    ]));
  it('from what is acknowledged with that on', () =>
    expect(come(shut, at(107, 99))).toEqual([
      'ESTABLISHED',
      '<SEQ=107><ACK=301><CTL=ACK><DATA=4>',
    ]));
  it('the FIN among it, and before what has waited', () => {
    const closed = arrive(after(flying, { call: 'CLOSE' }), at(105, 0));
    expect(come(closed, at(105, 99))).toEqual([
      'FIN-WAIT-1',
      '<SEQ=105><ACK=301><CTL=ACK><DATA=4>',
      '<SEQ=109><ACK=301><CTL=ACK><DATA=2>',
      '<SEQ=111><ACK=301><CTL=FIN,ACK>',
    ]);
    const queued = after(shut, { call: 'SEND', len: 3 });
    expect(come(queued, at(109, 99))).toEqual([
      'ESTABLISHED',
      '<SEQ=109><ACK=301><CTL=ACK><DATA=2>',
      '<SEQ=111><ACK=301><CTL=ACK><DATA=3>',
    ]);
  });
  it('is left alone where the window was open all the time', () =>
    expect(come(arrive(flying, at(101, 5)), at(101, 99))).toEqual(['ESTABLISHED']));
  it('is not our SYN, which has its timer', () => {
    const syn = '<SEQ=300><CTL=SYN><WND=0>';
    const closed = after(arrive(TCB_IN.LISTEN, syn), { call: 'CLOSE' });
    expect(come(closed, '<SEQ=301><ACK=100><CTL=ACK>')).toEqual([
      'FIN-WAIT-1',
      '<SEQ=101><ACK=301><CTL=FIN,ACK>',
    ]);
  });
});

describe('the count of expiries in a row', () => {
  const at = (ack: number, wnd: number): string => `<SEQ=301><ACK=${ack}><CTL=ACK><WND=${wnd}>`;
  const expired = after(
    ESTABLISHED,
    { call: 'SEND', len: 10 },
    { timeout: 'retransmission' },
    { timeout: 'retransmission' },
  );

  it.each([
    ['begins anew with any progress', at(105, 65535), 0],
    ['with progress that an old segment tells of', '<SEQ=299><ACK=105><CTL=ACK><DATA=4>', 0],
    ['where the window closes', at(101, 0), 0],
    ['goes on without', at(101, 65535), 2],
    ['nor does it mind another window', at(101, 400), 2],
  ])('%s', (_, s, backoff) => {
    const later = { ...expired, snd: { ...expired.snd, wl1: seq(300) } };
    expect(arrive(later, s).snd.backoff).toBe(backoff);
  });
  it('begins anew where the window opens', () => {
    const probed = after(arrive(expired, at(101, 0)), { timeout: 'zero-window-probe' });
    expect(probed.snd.backoff).toBe(1);
    expect(arrive(probed, at(101, 0)).snd.backoff).toBe(1);
    expect(arrive(probed, at(101, 9)).snd.backoff).toBe(0);
  });
});
