import { describe, expect, it } from 'vitest';
import { ackOf, arrive, come, offered, receiving, told } from '../test/arrival.ts';
import { TCB_IN } from '../test/tcb-in.ts';
import { STATES, step, synchronized, type Tcb } from './index.ts';

const { CLOSED, ESTABLISHED } = TCB_IN;
const OPEN_STATES = STATES.filter(synchronized);

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

describe('3.10.7.4-1 the sequence number', () => {
  const window = (wnd: number): Tcb => receiving(ESTABLISHED, wnd);
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

describe('3.10.7.4-4 SYN on an open connection', () => {
  it.each(OPEN_STATES)('is challenged in %s', (state) => {
    const tcb = TCB_IN[state];
    for (const at of [tcb.rcv.nxt, tcb.rcv.nxt + 7, tcb.rcv.irs])
      expect(come(tcb, `<SEQ=${at}><CTL=SYN>`)).toEqual([state, ackOf(tcb)]);
  });
});

describe('3.10.7.4-1 a closed window (MUST-66)', () => {
  const flying = receiving(step(ESTABLISHED, { call: 'SEND', len: 10 }).tcb, 0);
  const probe = '<SEQ=301><ACK=106><CTL=ACK><DATA=1><WND=700>';

  it('takes no octet of a probe, and answers it', () => {
    expect(come(flying, probe)).toEqual(['ESTABLISHED', '<SEQ=111><ACK=301><CTL=ACK>']);
    expect(told(flying, probe)).toEqual([]);
  });
  it('yet believes its ACK and its window', () =>
    expect(arrive(flying, probe).snd).toMatchObject({ una: 106, wnd: 700, wl1: 301, wl2: 106 }));
  it('and its urgent pointer', () =>
    expect(told(flying, '<SEQ=301><ACK=101><CTL=URG,ACK><DATA=1><UP=1>')).toEqual([
      { signal: 'urgent', end: 302 },
    ]));
  it('nothing of what stands elsewhere', () => {
    expect(arrive(flying, '<SEQ=302><ACK=106><CTL=ACK><DATA=1>').snd.una).toBe(101);
    expect(arrive(flying, '<SEQ=300><ACK=106><CTL=ACK><DATA=1>').snd.una).toBe(101);
  });
  it('answers a probe with what that lets go, which acknowledges as well', () => {
    const waiting = step(offered(receiving(ESTABLISHED, 0), 0), { call: 'SEND', len: 5 }).tcb;
    expect(come(waiting, probe.replace('106', '101'))).toEqual([
      'ESTABLISHED',
      '<SEQ=101><ACK=301><CTL=ACK><DATA=5>',
    ]);
  });
  it('answers a probe that acknowledges what was never sent, once', () =>
    expect(come(flying, '<SEQ=301><ACK=999><CTL=ACK><DATA=1>')).toEqual([
      'ESTABLISHED',
      '<SEQ=111><ACK=301><CTL=ACK>',
    ]));
  it('takes no FIN, yet the ACK with it ends LAST-ACK', () => {
    const fin = '<SEQ=301><ACK=101><CTL=FIN,ACK>';
    expect(come(receiving(ESTABLISHED, 0), fin)).toEqual(['ESTABLISHED', ackOf(ESTABLISHED)]);
    const last = receiving(TCB_IN['LAST-ACK'], 0);
    expect(come(last, '<SEQ=302><ACK=102><CTL=FIN,ACK>')).toEqual(['CLOSED']);
  });
  it.each(['<SEQ=301><CTL=SYN>', '<SEQ=301><ACK=106><CTL=SYN,ACK>', '<SEQ=301><CTL=none><DATA=1>'])(
    'believes nothing of %s',
    (s) => {
      expect(come(flying, s)).toEqual(['ESTABLISHED', '<SEQ=111><ACK=301><CTL=ACK>']);
      expect(arrive(flying, s)).toBe(flying);
    },
  );
});
