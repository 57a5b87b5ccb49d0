import { closedTcb, type State, step, type Tcb, type TcpEvent } from '../src/index.ts';
import { segment } from './notation.ts';

const after = (tcb: Tcb, ...events: TcpEvent[]): Tcb =>
  events.reduce((t, event) => step(t, event).tcb, tcb);
const arrival = (text: string): TcpEvent => ({ segment: segment(text) });

const CLOSED = closedTcb(100);
const LISTEN = after(CLOSED, { call: 'OPEN', mode: 'passive' });
const SYN_SENT = after(CLOSED, { call: 'OPEN', mode: 'active' });
const ESTABLISHED = after(SYN_SENT, arrival('<SEQ=300><ACK=101><CTL=SYN,ACK>'));
const FIN_WAIT_1 = after(ESTABLISHED, { call: 'CLOSE' });
const FIN_WAIT_2 = after(FIN_WAIT_1, arrival('<SEQ=301><ACK=102><CTL=ACK>'));
const CLOSE_WAIT = after(ESTABLISHED, arrival('<SEQ=301><ACK=101><CTL=FIN,ACK>'));

/** Simultaneous open brings an active connection to SYN-RECEIVED. */
export const CROSSED: Tcb = after(SYN_SENT, arrival('<SEQ=300><CTL=SYN>'));

/**
 * A TCB in each state, brought there by events. Ours: ISS 100, the first octet 101, a FIN 101 where
 * one is sent. The peer's: ISS 300, the first octet 301, its FIN 301 where one has come.
 */
export const TCB_IN: Readonly<Record<State, Tcb>> = {
  CLOSED,
  LISTEN,
  'SYN-SENT': SYN_SENT,
  'SYN-RECEIVED': after(LISTEN, arrival('<SEQ=300><CTL=SYN>')),
  ESTABLISHED,
  'FIN-WAIT-1': FIN_WAIT_1,
  'FIN-WAIT-2': FIN_WAIT_2,
  'CLOSE-WAIT': CLOSE_WAIT,
  CLOSING: after(FIN_WAIT_1, arrival('<SEQ=301><ACK=101><CTL=FIN,ACK>')),
  'LAST-ACK': after(CLOSE_WAIT, { call: 'CLOSE' }),
  'TIME-WAIT': after(FIN_WAIT_2, arrival('<SEQ=301><ACK=102><CTL=FIN,ACK>')),
};
