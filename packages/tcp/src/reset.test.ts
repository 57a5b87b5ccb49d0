import { describe, expect, it } from 'vitest';
import { ackOf, arrival, come, receiving, told } from '../test/arrival.ts';
import { TCB_IN } from '../test/tcb-in.ts';
import { ACK, type Signal, STATES, type State, step, synchronized } from './index.ts';

const OPEN_STATES = STATES.filter(synchronized);

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
  it.each(OPEN_STATES)('out of the window it is ignored in %s', (state) => {
    const tcb = receiving(TCB_IN[state], 9);
    for (const at of [tcb.rcv.nxt - 1, tcb.rcv.nxt + 9])
      expect(come(tcb, `<SEQ=${at}><CTL=RST>`)).toEqual([state]);
  });
  it('counts with octets in it too (SHLD-2), wherever those reach', () => {
    expect(come(TCB_IN.ESTABLISHED, '<SEQ=301><CTL=RST><DATA=9>')).toEqual(['CLOSED']);
    expect(come(TCB_IN.ESTABLISHED, '<SEQ=300><CTL=RST><DATA=9>')).toEqual(['ESTABLISHED']);
  });
  it('resets through a closed window (MUST-66), unless it is none that a peer sends', () => {
    const shut = receiving(TCB_IN.ESTABLISHED, 0);
    expect(come(shut, '<SEQ=301><CTL=RST><DATA=9>')).toEqual(['CLOSED']);
    expect(come(shut, '<SEQ=302><CTL=RST>')).toEqual(['ESTABLISHED']);
    for (const ctl of ['SYN,RST', 'FIN,RST'])
      expect(come(shut, `<SEQ=301><CTL=${ctl}>`)).toEqual(['ESTABLISHED']);
  });
  it.each(OPEN_STATES)('elsewhere in the window it is challenged in %s', (state) => {
    const tcb = TCB_IN[state];
    expect(come(tcb, `<SEQ=${tcb.rcv.nxt + 1}><CTL=RST>`)).toEqual([state, ackOf(tcb)]);
  });
});

describe('a reset is never answered (§3.5.2)', () => {
  it.each(STATES)('in %s', (state) => {
    for (const at of [0, 1, 2, 65536].map((n) => TCB_IN[state].rcv.nxt + n - 1))
      for (const s of [
        `<SEQ=${Math.max(0, at)}><CTL=RST>`,
        `<SEQ=${Math.max(0, at)}><ACK=9><CTL=RST,ACK>`,
      ]) {
        const out = step(TCB_IN[state], arrival(s)).out;
        // Save for the challenge of RFC 5961, which is an ACK and can start no war.
        expect(out.every((o) => o.ctl === ACK)).toBe(true);
      }
  });
});
