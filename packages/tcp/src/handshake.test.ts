import { describe, expect, it } from 'vitest';
import { after, arrive, come, told, withOptions } from '../test/arrival.ts';
import { CROSSED, TCB_IN } from '../test/tcb-in.ts';
import { ACK, SYN, seq, step, URG } from './index.ts';

const { LISTEN } = TCB_IN;
const SYN_SENT = TCB_IN['SYN-SENT'];
const SYN_RECEIVED = TCB_IN['SYN-RECEIVED'];

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
  it.each([
    '<SEQ=300><CTL=SYN><DATA=8>',
    '<SEQ=300><CTL=SYN,FIN>',
    '<SEQ=300><CTL=SYN,FIN><DATA=8>',
  ])('3.10.7.2-3 acknowledges no more of %s than the SYN, and gives the user nothing yet', (s) => {
    expect(come(LISTEN, s)).toEqual(['SYN-RECEIVED', '<SEQ=100><ACK=301><CTL=SYN,ACK>']);
    expect(told(LISTEN, s)).toEqual([]);
  });
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
  it('3.10.7.3-4 takes with a SYN,ACK what stands behind it, and acknowledges all of it at once', () => {
    const s = '<SEQ=300><ACK=101><CTL=SYN,FIN,ACK><DATA=4>';
    expect(come(SYN_SENT, s)).toEqual(['CLOSE-WAIT', '<SEQ=101><ACK=306><CTL=ACK>']);
    expect(told(SYN_SENT, s)).toEqual([
      { signal: 'established' },
      { signal: 'received', seq: 301, len: 4 },
      { signal: 'peer-closed' },
    ]);
  });
  it('3.10.7.3-4 does not let the ACK of a SYN wait', () => {
    const slow = withOptions(SYN_SENT, { delayedAck: true });
    const s = '<SEQ=300><ACK=101><CTL=SYN,ACK><DATA=4>';
    expect(come(slow, s)).toEqual(['ESTABLISHED', '<SEQ=101><ACK=305><CTL=ACK>']);
    expect(arrive(slow, s).rcv.unacked).toBe(0);
  });
  it.each(['<SEQ=300><ACK=101><CTL=ACK>', '<SEQ=300><CTL=FIN>', '<SEQ=300><CTL=none><DATA=1>'])(
    '3.10.7.3-5 drops %s: no SYN, no connection',
    (s) => expect(come(SYN_SENT, s)).toEqual(['SYN-SENT']),
  );
});

describe('SYN-RECEIVED', () => {
  it('3.10.7.4-2 keeps asking for what the user wanted to RECEIVE when it returns to LISTEN', () => {
    const asking = after(withOptions(SYN_RECEIVED, { reads: 'on-call' }), {
      call: 'RECEIVE',
      len: 9,
    });
    expect(arrive(asking, '<SEQ=301><CTL=RST>').rcv.wanted).toBe(9);
    expect(arrive(asking, '<SEQ=301><CTL=RST>', '<SEQ=700><CTL=SYN>').rcv.wanted).toBe(9);
  });
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
  it('3.10.7.4-2 is passive still when it has returned to LISTEN', () =>
    expect(arrive(SYN_RECEIVED, '<SEQ=301><CTL=RST>').opened).toBe('passive'));
  it('3.10.7.4-1 opened by both, it owes the ACK of what comes with the SYN,ACK still where that may wait', () => {
    const slow = withOptions(CROSSED, { delayedAck: true });
    const s = '<SEQ=300><ACK=101><CTL=SYN,ACK><DATA=5>';
    expect(come(slow, s)).toEqual(['ESTABLISHED', '<SEQ=101><ACK=301><CTL=ACK>']);
    expect(arrive(slow, s).rcv.unacked).toBe(5);
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

describe('what comes on a SYN', () => {
  const full = '<SEQ=300><CTL=SYN,FIN><DATA=8>';
  const ack = '<SEQ=301><ACK=101><CTL=ACK>';
  const given = [
    { signal: 'established' },
    { signal: 'received', seq: 301, len: 8 },
    { signal: 'peer-closed' },
  ];

  it.each([
    ['LISTEN', LISTEN],
    ['SYN-SENT', SYN_SENT],
  ])('3.10.7.4-8 is given to the user when the connection that began in %s stands', (_, tcb) => {
    const received = arrive(tcb, full);
    expect(received.state).toBe('SYN-RECEIVED');
    expect(told(received, ack)).toEqual(given);
    expect(come(received, ack)).toEqual(['CLOSE-WAIT', '<SEQ=101><ACK=310><CTL=ACK>']);
  });
  it('3.10.7.4-7 is not waited for in vain: what the ACK brings follows it', () =>
    expect(
      told(arrive(LISTEN, '<SEQ=300><CTL=SYN><DATA=8>'), '<SEQ=309><ACK=101><CTL=ACK><DATA=2>'),
    ).toEqual([{ signal: 'established' }, { signal: 'received', seq: 301, len: 10 }]));
  it('is kept as far as the window reaches', () => {
    const narrow = withOptions(LISTEN, { window: 5 });
    expect(told(arrive(narrow, full), ack)).toEqual([
      { signal: 'established' },
      { signal: 'received', seq: 301, len: 5 },
    ]);
  });
  it('3.10.7.4-8 counts too where it is a FIN and no octets', () => {
    const received = arrive(LISTEN, '<SEQ=300><CTL=SYN,FIN>');
    expect(come(received, ack)).toEqual(['CLOSE-WAIT', '<SEQ=101><ACK=302><CTL=ACK>']);
  });
  it('is forgotten with a SYN that proves old', () => {
    const again = arrive(LISTEN, full, '<SEQ=301><CTL=RST>', '<SEQ=700><CTL=SYN>');
    expect(told(again, '<SEQ=701><ACK=201><CTL=ACK>')).toEqual([{ signal: 'established' }]);
  });
});

describe('TIME-WAIT with a passive OPEN behind it (MAY-2)', () => {
  const TIME_WAIT = withOptions(TCB_IN['TIME-WAIT'], { listening: true });
  const syn = '<SEQ=303><CTL=SYN><WND=900>';
  const reopened = arrive(TIME_WAIT, syn);

  it('3.10.7.4-4 makes way for a SYN beyond the numbers of the old connection', () => {
    expect(come(TIME_WAIT, syn)).toEqual(['SYN-RECEIVED', '<SEQ=200><ACK=304><CTL=SYN,ACK>']);
    expect(reopened).toMatchObject({ opened: 'passive', snd: { wnd: 900 } });
    expect(come(reopened, '<SEQ=304><ACK=201><CTL=ACK>')).toEqual(['ESTABLISHED']);
  });
  it('however far beyond its window', () =>
    expect(come(TIME_WAIT, '<SEQ=900302><CTL=SYN>')[0]).toBe('SYN-RECEIVED'));
  it.each([
    ['of a number that it has used', TIME_WAIT, '<SEQ=302><CTL=SYN>'],
    ['with an ACK', TIME_WAIT, '<SEQ=303><ACK=102><CTL=SYN,ACK>'],
    ['where nobody listens', TCB_IN['TIME-WAIT'], syn],
  ])('3.10.7.4-4 challenges a SYN %s', (_, tcb, s) =>
    expect(come(tcb, s)).toEqual(['TIME-WAIT', '<SEQ=102><ACK=302><CTL=ACK>']),
  );
  it('3.10.7.4-4 does so nowhere else', () => {
    const tcb = withOptions(TCB_IN['CLOSE-WAIT'], { listening: true });
    expect(come(tcb, '<SEQ=303><CTL=SYN>')).toEqual(['CLOSE-WAIT', '<SEQ=101><ACK=302><CTL=ACK>']);
  });
  it('3.10.7.4-2 ignores a RST beyond its window all the same', () =>
    expect(come(TIME_WAIT, '<SEQ=900302><CTL=SYN,RST>')).toEqual(['TIME-WAIT']));
  it('numbers the new connection beyond all that the old one has sent', () => {
    const far = { ...TIME_WAIT, snd: { ...TIME_WAIT.snd, una: seq(5000), nxt: seq(5000) } };
    expect(come(far, syn)).toEqual(['SYN-RECEIVED', '<SEQ=5100><ACK=304><CTL=SYN,ACK>']);
    expect(arrive(far, syn).nextIss).toBe(5200);
  });
  it('3.10.7.4-2 is back where it was when that SYN proves old', () => {
    expect(come(reopened, '<SEQ=304><CTL=RST>')).toEqual(['TIME-WAIT']);
    expect(told(reopened, '<SEQ=304><CTL=RST>')).toEqual([]);
    const { snd, rcv, displaced } = arrive(reopened, '<SEQ=304><CTL=RST>');
    expect({ snd, rcv, displaced }).toEqual({
      snd: TIME_WAIT.snd,
      rcv: TIME_WAIT.rcv,
      displaced: null,
    });
  });
  it('forgets the old connection once the new one stands', () =>
    expect(arrive(reopened, '<SEQ=304><ACK=201><CTL=ACK>').displaced).toBeNull());
  it('remembers it while the user sends', () =>
    expect(after(reopened, { call: 'SEND', len: 3 }).displaced).not.toBeNull());
});

it('3.10.7.3-4 counts the urgent pointer of a SYN,ACK from its SYN', () => {
  const segment = { ctl: SYN | ACK | URG, seq: seq(300), ack: seq(101), wnd: 1000, len: 4, up: 5 };
  expect(step(SYN_SENT, { segment }).signals).toContainEqual({ signal: 'urgent', end: 305 });
});
