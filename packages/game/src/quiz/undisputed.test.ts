import {
  ACK,
  type Control,
  FIN,
  RST,
  type Segment,
  type State,
  SYN,
  seq,
  type TcpEvent,
} from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { TCB_IN } from '../../../tcp/test/tcb-in.ts';
import { isUndisputed } from './undisputed.ts';

/** Our ISS is 100 and the peer's 300, as in `TCB_IN`; numbers count from RCV.NXT and SND.NXT. */
function arrival(state: State, ctl: Control, from = 0, acked = 0, len = 0): TcpEvent {
  const { snd, rcv } = TCB_IN[state];
  const segment: Segment = {
    ctl,
    seq: seq(rcv.nxt + from),
    ack: ctl & ACK ? seq(snd.nxt + acked) : seq(0),
    wnd: 65535,
    len,
    up: 0,
  };
  return { segment };
}

describe('asked about', () => {
  it.each<[what: string, state: State, event: TcpEvent]>([
    ['a SYN in LISTEN', 'LISTEN', arrival('LISTEN', SYN)],
    ['a SYN,ACK in SYN-SENT', 'SYN-SENT', arrival('SYN-SENT', SYN | ACK)],
    ['the third ACK', 'SYN-RECEIVED', arrival('SYN-RECEIVED', ACK)],
    ['data in order', 'ESTABLISHED', arrival('ESTABLISHED', ACK, 0, 0, 9)],
    ['data ahead of a gap', 'ESTABLISHED', arrival('ESTABLISHED', ACK, 5, 0, 9)],
    ['a forged RST', 'ESTABLISHED', arrival('ESTABLISHED', RST, 100)],
    ['a forged SYN', 'ESTABLISHED', arrival('ESTABLISHED', SYN, 100)],
    ['a FIN in FIN-WAIT-2', 'FIN-WAIT-2', arrival('FIN-WAIT-2', FIN | ACK)],
    ['a FIN that comes again', 'TIME-WAIT', arrival('TIME-WAIT', FIN | ACK, -1)],
    ['CLOSE', 'ESTABLISHED', { call: 'CLOSE' }],
    ['the end of TIME-WAIT', 'TIME-WAIT', { timeout: 'time-wait' }],
  ])('is %s', (_, state, event) => expect(isUndisputed(TCB_IN[state], event)).toBe(true));

  it.each<[what: string, state: State, event: TcpEvent]>([
    ['a SYN,ACK in LISTEN', 'LISTEN', arrival('LISTEN', SYN | ACK)],
    ['a FIN on a SYN', 'LISTEN', arrival('LISTEN', SYN | FIN)],
    ['a wrong ACK in SYN-SENT', 'SYN-SENT', arrival('SYN-SENT', SYN | ACK, 0, -5)],
    ['an ACK alone in SYN-SENT', 'SYN-SENT', arrival('SYN-SENT', ACK)],
    ['a SYN that comes again', 'SYN-RECEIVED', arrival('SYN-RECEIVED', SYN, -1)],
    ['a wrong ACK in SYN-RECEIVED', 'SYN-RECEIVED', arrival('SYN-RECEIVED', ACK, 0, 9)],
    ['a segment without ACK', 'ESTABLISHED', arrival('ESTABLISHED', FIN)],
    ['the right edge of the window', 'ESTABLISHED', arrival('ESTABLISHED', ACK, 65535)],
    ['an ACK of what was not sent', 'ESTABLISHED', arrival('ESTABLISHED', ACK, 0, 1)],
    ['an ACK ahead of a gap', 'FIN-WAIT-1', arrival('FIN-WAIT-1', ACK, 5, 0, 3)],
    ['data behind the FIN', 'CLOSE-WAIT', arrival('CLOSE-WAIT', ACK, 0, 0, 3)],
    ['a RST before the FIN', 'CLOSE-WAIT', arrival('CLOSE-WAIT', RST, -1)],
    ['a RST in TIME-WAIT', 'TIME-WAIT', arrival('TIME-WAIT', RST)],
    ['a SYN in TIME-WAIT', 'TIME-WAIT', arrival('TIME-WAIT', SYN, 9)],
    ['a challenge in FIN-WAIT-2', 'FIN-WAIT-2', arrival('FIN-WAIT-2', SYN)],
    ['CLOSE in SYN-RECEIVED', 'SYN-RECEIVED', { call: 'CLOSE' }],
    ['SEND with octets in flight', 'FIN-WAIT-1', { call: 'SEND', len: 3 }],
    ['RECEIVE', 'ESTABLISHED', { call: 'RECEIVE', len: 3 }],
    ['a probe', 'ESTABLISHED', { timeout: 'zero-window-probe' }],
  ])('is not %s', (_, state, event) => expect(isUndisputed(TCB_IN[state], event)).toBe(false));
});
