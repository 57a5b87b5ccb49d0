import { describe, expect, it } from 'vitest';
import { segment, text } from '../test/notation.ts';
import { CROSSED, TCB_IN } from '../test/tcb-in.ts';
import { ACK, type Signal, STATES, type State, step, synchronized, type Tcb } from './index.ts';

/** The state after `s` has come, and what it makes the endpoint owe. */
const come = (tcb: Tcb, s: string): string[] => {
  const { tcb: after, out } = step(tcb, { segment: segment(s) });
  return [after.state, ...out.map(text)];
};
const arrive = (tcb: Tcb, ...all: string[]): Tcb =>
  all.reduce((t, s) => step(t, { segment: segment(s) }).tcb, tcb);
const told = (tcb: Tcb, s: string): readonly Signal[] => step(tcb, { segment: segment(s) }).signals;
const ruleOf = (tcb: Tcb, s: string): string => step(tcb, { segment: segment(s) }).rule;

/** A synchronized TCB as `TCB_IN` has it: next to send, next expected. */
const { CLOSED, LISTEN, ESTABLISHED } = TCB_IN;
const SYN_SENT = TCB_IN['SYN-SENT'];
const SYN_RECEIVED = TCB_IN['SYN-RECEIVED'];
const OPEN_STATES = STATES.filter(synchronized);
const ackOf = ({ snd, rcv }: Tcb): string => `<SEQ=${snd.nxt}><ACK=${rcv.nxt}><CTL=ACK>`;

describe('3.10.7.1 CLOSED', () => {
  it.each([
    ['<SEQ=5><CTL=SYN>', '<SEQ=0><ACK=6><CTL=RST,ACK>'],
    ['<SEQ=5><CTL=FIN><DATA=3>', '<SEQ=0><ACK=9><CTL=RST,ACK>'],
    ['<SEQ=5><ACK=77><CTL=ACK>', '<SEQ=77><CTL=RST>'],
    ['<SEQ=5><ACK=77><CTL=SYN,ACK>', '<SEQ=77><CTL=RST>'],
  ])('%s is reset by %s', (s, reset) => expect(come(CLOSED, s)).toEqual(['CLOSED', reset]));

  it.each(['<SEQ=5><CTL=RST>', '<SEQ=0><ACK=5><CTL=RST,ACK>'])('%s is never answered', (s) =>
    expect(come(CLOSED, s)).toEqual(['CLOSED']),
  );
});

describe('LISTEN', () => {
  it('3.10.7.2-1 ignores a RST', () =>
    expect(come(LISTEN, '<SEQ=5><ACK=7><CTL=RST,ACK>')).toEqual(['LISTEN']));
  it('3.10.7.2-2 resets any ACK, SYN or not', () => {
    expect(come(LISTEN, '<SEQ=5><ACK=77><CTL=ACK>')).toEqual(['LISTEN', '<SEQ=77><CTL=RST>']);
    expect(come(LISTEN, '<SEQ=5><ACK=77><CTL=SYN,ACK>')).toEqual(['LISTEN', '<SEQ=77><CTL=RST>']);
  });
  it('3.10.7.2-3 answers a SYN with SYN,ACK', () => {
    expect(come(LISTEN, '<SEQ=300><CTL=SYN><WND=500>')).toEqual([
      'SYN-RECEIVED',
      '<SEQ=100><ACK=301><CTL=SYN,ACK>',
    ]);
    const { opened, snd, rcv } = arrive(LISTEN, '<SEQ=300><CTL=SYN><WND=500>');
    expect(opened).toBe('passive');
    expect(snd).toMatchObject({ iss: 100, una: 100, nxt: 101, wnd: 500 });
    expect(rcv).toMatchObject({ irs: 300, nxt: 301 });
  });
  it.each(['<SEQ=300><CTL=SYN><DATA=8>', '<SEQ=300><CTL=SYN,FIN>'])(
    '3.10.7.2-3 acknowledges no more of %s than the SYN: the rest will come again',
    (s) => expect(come(LISTEN, s)).toEqual(['SYN-RECEIVED', '<SEQ=100><ACK=301><CTL=SYN,ACK>']),
  );
  it.each(['<SEQ=5><CTL=FIN>', '<SEQ=5><CTL=none><DATA=3>'])('3.10.7.2-4 drops %s', (s) =>
    expect(come(LISTEN, s)).toEqual(['LISTEN']),
  );
});

describe('SYN-SENT', () => {
  it.each([100, 102])('3.10.7.3-1 resets an ACK of %i, which is not of our SYN', (ack) => {
    for (const ctl of ['ACK', 'SYN,ACK', 'FIN,ACK'])
      expect(come(SYN_SENT, `<SEQ=300><ACK=${ack}><CTL=${ctl}>`)).toEqual([
        'SYN-SENT',
        `<SEQ=${ack}><CTL=RST>`,
      ]);
    expect(come(SYN_SENT, `<SEQ=300><ACK=${ack}><CTL=RST,ACK>`)).toEqual(['SYN-SENT']);
  });
  it('3.10.7.3-2 believes a RST that acknowledges our SYN', () => {
    expect(come(SYN_SENT, '<SEQ=0><ACK=101><CTL=RST,ACK>')).toEqual(['CLOSED']);
    expect(told(SYN_SENT, '<SEQ=0><ACK=101><CTL=RST,ACK>')).toEqual([{ signal: 'reset' }]);
  });
  it('3.10.7.3-2 drops a RST without ACK', () =>
    expect(come(SYN_SENT, '<SEQ=0><CTL=RST>')).toEqual(['SYN-SENT']));
  it('3.10.7.3-4 is ESTABLISHED by SYN,ACK', () => {
    const s = '<SEQ=300><ACK=101><CTL=SYN,ACK><WND=700>';
    expect(come(SYN_SENT, s)).toEqual(['ESTABLISHED', '<SEQ=101><ACK=301><CTL=ACK>']);
    expect(told(SYN_SENT, s)).toEqual([{ signal: 'established' }]);
    expect(arrive(SYN_SENT, s).snd).toMatchObject({ una: 101, wnd: 700, wl1: 300, wl2: 101 });
  });
  it('3.10.7.3-4 answers a crossing SYN with SYN,ACK, its own number again', () => {
    expect(come(SYN_SENT, '<SEQ=300><CTL=SYN>')).toEqual([
      'SYN-RECEIVED',
      '<SEQ=100><ACK=301><CTL=SYN,ACK>',
    ]);
    expect(CROSSED.opened).toBe('active');
  });
  it('3.10.7.3-4 acknowledges no more of a SYN,ACK with data than the SYN', () =>
    expect(come(SYN_SENT, '<SEQ=300><ACK=101><CTL=SYN,ACK><DATA=4>')).toEqual([
      'ESTABLISHED',
      '<SEQ=101><ACK=301><CTL=ACK>',
    ]));
  it.each(['<SEQ=300><ACK=101><CTL=ACK>', '<SEQ=300><CTL=FIN>', '<SEQ=300><CTL=none><DATA=1>'])(
    '3.10.7.3-5 drops %s: no SYN, no connection',
    (s) => expect(come(SYN_SENT, s)).toEqual(['SYN-SENT']),
  );
});

describe('SYN-RECEIVED', () => {
  it('3.10.7.4-1 sends SYN,ACK again for the SYN again', () =>
    expect(come(SYN_RECEIVED, '<SEQ=300><CTL=SYN>')).toEqual([
      'SYN-RECEIVED',
      '<SEQ=100><ACK=301><CTL=SYN,ACK>',
    ]));
  it('3.10.7.4-1 passively opened, it finds a SYN,ACK out of the window', () =>
    expect(come(SYN_RECEIVED, '<SEQ=300><ACK=101><CTL=SYN,ACK>')).toEqual([
      'SYN-RECEIVED',
      '<SEQ=101><ACK=301><CTL=ACK>',
    ]));
  it('3.10.7.4-1 opened by both, it takes no SYN,ACK of something else', () =>
    expect(come(CROSSED, '<SEQ=300><ACK=100><CTL=SYN,ACK>')).toEqual([
      'SYN-RECEIVED',
      '<SEQ=101><ACK=301><CTL=ACK>',
    ]));
  it('3.10.7.4-2 returns to LISTEN at a RST if opened passively, and tells nobody', () => {
    expect(come(SYN_RECEIVED, '<SEQ=301><CTL=RST>')).toEqual(['LISTEN']);
    expect(told(SYN_RECEIVED, '<SEQ=301><CTL=RST>')).toEqual([]);
    expect(arrive(SYN_RECEIVED, '<SEQ=301><CTL=RST>', '<SEQ=9><CTL=SYN>').snd.iss).toBe(200);
  });
  it('3.10.7.4-2 is refused by a RST if opened actively', () => {
    expect(come(CROSSED, '<SEQ=301><CTL=RST>')).toEqual(['CLOSED']);
    expect(told(CROSSED, '<SEQ=301><CTL=RST>')).toEqual([{ signal: 'refused' }]);
  });
  it('3.10.7.4-4 returns to LISTEN at a new SYN if opened passively, else challenges it', () => {
    expect(come(SYN_RECEIVED, '<SEQ=302><CTL=SYN>')).toEqual(['LISTEN']);
    expect(come(CROSSED, '<SEQ=302><CTL=SYN>')).toEqual([
      'SYN-RECEIVED',
      '<SEQ=101><ACK=301><CTL=ACK>',
    ]);
  });
  it.each([100, 102])('3.10.7.4-5 resets an ACK of %i and stays', (ack) =>
    expect(come(SYN_RECEIVED, `<SEQ=301><ACK=${ack}><CTL=ACK>`)).toEqual([
      'SYN-RECEIVED',
      `<SEQ=${ack}><CTL=RST>`,
    ]),
  );
  it('3.10.7.4-5 is ESTABLISHED by the ACK of its SYN, and takes window and text with it', () => {
    const s = '<SEQ=301><ACK=101><CTL=ACK><DATA=5><WND=900>';
    expect(come(SYN_RECEIVED, s)).toEqual(['ESTABLISHED', '<SEQ=101><ACK=306><CTL=ACK>']);
    expect(told(SYN_RECEIVED, s)).toEqual([
      { signal: 'established' },
      { signal: 'received', seq: 301, len: 5 },
    ]);
    expect(arrive(SYN_RECEIVED, s).snd).toMatchObject({ una: 101, wnd: 900, wl1: 301, wl2: 101 });
  });
  it('3.10.7.4-8 goes to CLOSE-WAIT where the same segment has the FIN', () =>
    expect(come(SYN_RECEIVED, '<SEQ=301><ACK=101><CTL=FIN,ACK>')).toEqual([
      'CLOSE-WAIT',
      '<SEQ=101><ACK=302><CTL=ACK>',
    ]));
});

describe('3.10.7.4-1 the sequence number', () => {
  const window = (wnd: number): Tcb => ({ ...ESTABLISHED, rcv: { ...ESTABLISHED.rcv, wnd } });
  const challenge = ['ESTABLISHED', '<SEQ=101><ACK=301><CTL=ACK>'];

  it.each([
    [10, '<SEQ=300><ACK=101><CTL=ACK>', false],
    [10, '<SEQ=301><ACK=101><CTL=ACK>', true],
    [10, '<SEQ=310><ACK=101><CTL=ACK>', true],
    [10, '<SEQ=311><ACK=101><CTL=ACK>', false],
    [0, '<SEQ=301><ACK=101><CTL=ACK>', true],
    [0, '<SEQ=302><ACK=101><CTL=ACK>', false],
    [0, '<SEQ=301><ACK=101><CTL=ACK><DATA=1>', false],
  ])('window %i, %s: acceptable %s', (wnd, s, fine) =>
    expect(come(window(wnd), s)).toEqual(fine ? ['ESTABLISHED'] : challenge),
  );

  it('a RST out of the window is dropped silently', () =>
    expect(come(ESTABLISHED, '<SEQ=300><CTL=RST>')).toEqual(['ESTABLISHED']));

  it.each([
    ['<SEQ=299><ACK=101><CTL=ACK><DATA=5>', 304, 3],
    ['<SEQ=301><ACK=101><CTL=ACK><DATA=5>', 306, 5],
    ['<SEQ=301><ACK=101><CTL=ACK><DATA=99>', 311, 10],
    ['<SEQ=299><ACK=101><CTL=FIN,ACK><DATA=5>', 305, 3],
  ])('%s is trimmed to the window of 10: RCV.NXT %i', (s, nxt, len) => {
    const tcb = arrive(window(10), s);
    expect(tcb.rcv.nxt).toBe(nxt);
    expect(told(window(10), s)).toContainEqual({ signal: 'received', seq: 301, len });
  });

  it('a FIN behind the window is trimmed off with the octets', () => {
    expect(come(window(10), '<SEQ=301><ACK=101><CTL=FIN,ACK><DATA=10>')).toEqual([
      'ESTABLISHED',
      '<SEQ=101><ACK=311><CTL=ACK>',
    ]);
    expect(come(window(11), '<SEQ=301><ACK=101><CTL=FIN,ACK><DATA=10>')).toEqual([
      'CLOSE-WAIT',
      '<SEQ=101><ACK=312><CTL=ACK>',
    ]);
  });
});

describe('3.10.7.4-2 RST', () => {
  const ENDS: readonly (readonly [State, Signal['signal']])[] = OPEN_STATES.map((state) => [
    state,
    ['CLOSING', 'LAST-ACK', 'TIME-WAIT'].includes(state) ? 'closed' : 'reset',
  ]);
  it.each(ENDS)('at RCV.NXT ends %s: %s', (state, signal) => {
    const tcb = TCB_IN[state];
    const s = `<SEQ=${tcb.rcv.nxt}><CTL=RST>`;
    expect(come(tcb, s)).toEqual(['CLOSED']);
    expect(told(tcb, s)).toEqual([{ signal }]);
  });
  it.each(OPEN_STATES)('elsewhere in the window it is challenged in %s', (state) => {
    const tcb = TCB_IN[state];
    expect(come(tcb, `<SEQ=${tcb.rcv.nxt + 1}><CTL=RST>`)).toEqual([state, ackOf(tcb)]);
  });
});

describe('3.10.7.4-4 SYN on an open connection', () => {
  it.each(OPEN_STATES)('is challenged in %s', (state) => {
    const tcb = TCB_IN[state];
    for (const at of [tcb.rcv.nxt, tcb.rcv.nxt + 7, tcb.rcv.irs])
      expect(come(tcb, `<SEQ=${at}><CTL=SYN>`)).toEqual([state, ackOf(tcb)]);
  });
});

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
  it('the largest is remembered', () => {
    expect(arrive(base, at(306, 105, 9)).snd.maxWnd).toBe(65535);
    const narrow = arrive(SYN_SENT, '<SEQ=300><ACK=101><CTL=SYN,ACK><WND=10>');
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

describe('3.10.7.4-7 text', () => {
  it.each(['ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2'] as const)('is taken in %s', (state) => {
    const { snd } = TCB_IN[state];
    const s = `<SEQ=301><ACK=${snd.una}><CTL=ACK><DATA=4>`;
    expect(come(TCB_IN[state], s)).toEqual([state, `<SEQ=${snd.nxt}><ACK=305><CTL=ACK>`]);
    expect(told(TCB_IN[state], s)).toEqual([{ signal: 'received', seq: 301, len: 4 }]);
  });
  it('ahead of a gap is not taken; the ACK says where the gap is', () => {
    const s = '<SEQ=305><ACK=101><CTL=ACK><DATA=4>';
    expect(come(ESTABLISHED, s)).toEqual(['ESTABLISHED', '<SEQ=101><ACK=301><CTL=ACK>']);
    expect(told(ESTABLISHED, s)).toEqual([]);
    expect(ruleOf(ESTABLISHED, s)).toBe('3.10.7.4-7');
  });
  it('ahead of a gap with a bad ACK waits as well', () => {
    expect(come(ESTABLISHED, '<SEQ=305><ACK=999><CTL=ACK>')).toEqual(['ESTABLISHED']);
    expect(come(ESTABLISHED, '<SEQ=305><ACK=999><CTL=ACK><DATA=1>')).toEqual([
      'ESTABLISHED',
      ackOf(ESTABLISHED),
    ]);
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
  it('ahead of a gap is not taken', () =>
    expect(come(ESTABLISHED, '<SEQ=305><ACK=101><CTL=FIN,ACK>')).toEqual([
      'ESTABLISHED',
      '<SEQ=101><ACK=301><CTL=ACK>',
    ]));
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

describe('a reset is never answered (§3.5.2)', () => {
  it.each(STATES)('in %s', (state) => {
    for (const at of [0, 1, 2, 65536].map((n) => TCB_IN[state].rcv.nxt + n - 1))
      for (const s of [
        `<SEQ=${Math.max(0, at)}><CTL=RST>`,
        `<SEQ=${Math.max(0, at)}><ACK=9><CTL=RST,ACK>`,
      ]) {
        const out = step(TCB_IN[state], { segment: segment(s) }).out;
        // Save for the challenge of RFC 5961, which is an ACK and can start no war.
        expect(out.every((o) => o.ctl === ACK)).toBe(true);
      }
  });
});
