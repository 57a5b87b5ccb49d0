/** A timer fired (RFC 9293 §3.10.8, §3.8.6.1, §3.8.6.3). */
import type { RuleId } from './rule.ts';
import { ackOf, headOf, probe } from './send.ts';
import { type Tcb, withSend } from './tcb.ts';
import { sendTimer, type Timeout } from './timers.ts';
import { answer, ended, quietly, type Transition } from './transition.ts';

const RULES = {
  'zero-window-probe': '3.8.6.1',
  'delayed-ack': '3.8.6.3',
  user: '3.10.8-1',
  retransmission: '3.10.8-2',
  'time-wait': '3.10.8-3',
} as const satisfies Record<Timeout, RuleId>;

export function expire(tcb: Tcb, timeout: Timeout): Transition {
  const rule = RULES[timeout];
  // One that should not be running, as of a caller who has not stopped it in time, does nothing.
  if (!runs(tcb, timeout)) return quietly(tcb, rule);
  switch (timeout) {
    case 'retransmission':
      return answer(backedOff(tcb), headOf(tcb), rule);
    case 'zero-window-probe':
      return probe(quietly(tcb.snd.wnd === 0 ? backedOff(tcb) : tcb, rule));
    case 'delayed-ack':
      return answer(tcb, ackOf(tcb), rule);
    case 'user':
      return ended(tcb, 'timed-out', rule);
    case 'time-wait':
      return ended(tcb, 'closed', rule);
  }
}

function runs(tcb: Tcb, timeout: Timeout): boolean {
  switch (timeout) {
    case 'delayed-ack':
      return tcb.rcv.unacked > 0;
    case 'user':
      return sendTimer(tcb) !== null;
    case 'time-wait':
      return tcb.state === 'TIME-WAIT';
    default:
      return sendTimer(tcb) === timeout;
  }
}

const backedOff = (tcb: Tcb): Tcb => withSend(tcb, { ...tcb.snd, backoff: tcb.snd.backoff + 1 });
