import {
  ACK,
  FIN,
  has,
  RST,
  type Segment,
  SYN,
  synchronized,
  type Tcb,
  type TcpEvent,
} from '@ackade/tcp';
import type { Skill } from '../scenario.ts';

/** What a step exercises most of all. `due`: what is then to be sent. */
export function skillOf(before: Tcb, event: TcpEvent, due: Segment | null): Skill {
  if ('timeout' in event) return event.timeout === 'time-wait' ? 'time-wait' : 'loss';
  if ('call' in event) return ofCall(before, event.call);
  const { segment: s } = event;
  const { state, snd, rcv } = before;
  if (state === 'TIME-WAIT') return 'time-wait';
  if (!synchronized(state)) {
    if (state === 'SYN-SENT' && has(s, SYN) && !has(s, ACK)) return 'crossing';
    if (due && due.ctl & RST) return has(s, SYN) ? 'reset' : 'half-open';
    return has(s, RST) ? 'reset' : 'handshake';
  }
  if (has(s, RST)) return s.seq === rcv.nxt ? 'reset' : 'attack';
  if (has(s, SYN)) return 'attack';
  if (rcv.wnd === 0 || s.wnd === 0) return 'window';
  if (s.seq !== rcv.nxt) return 'loss';
  if (has(s, FIN)) return state === 'FIN-WAIT-1' && s.ack !== snd.nxt ? 'crossing' : 'close';
  return snd.fin === null && state !== 'CLOSE-WAIT' ? 'data' : 'close';
}

function ofCall({ state }: Tcb, call: string): Skill {
  if (call === 'ABORT') return 'reset';
  if (call === 'CLOSE') return 'close';
  return call === 'OPEN' ? 'handshake' : state === 'CLOSE-WAIT' ? 'close' : 'data';
}
