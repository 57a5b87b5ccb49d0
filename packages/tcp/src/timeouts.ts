import type { RuleId } from './rule.ts';
import { headOf } from './send.ts';
import type { Transition } from './step.ts';
import { forgotten, type Tcb } from './tcb.ts';

/** The timers of an endpoint. The caller owns the clock; the core says when to start and stop them. */
export const TIMEOUTS = ['retransmission', 'time-wait'] as const;
export type Timeout = (typeof TIMEOUTS)[number];

export type TimerChange = { readonly timer: Timeout; readonly change: 'start' | 'stop' };

/** MSL, §3.4.2: two minutes, an engineering choice. In milliseconds. */
export const MSL = 120_000;
/** The first retransmission timeout, RFC 6298 §2: one second. In milliseconds; doubles at each expiry. */
export const INITIAL_RTO = 1000;

const RULE: RuleId = '3.10.8';

/** A timer fired (RFC 9293 §3.10.8). A timer that should not be running does nothing. */
export function expire(tcb: Tcb, timeout: Timeout): Transition {
  if (timeout === 'time-wait')
    return tcb.state === 'TIME-WAIT'
      ? {
          tcb: forgotten(tcb),
          out: [],
          signals: [{ signal: 'closed' }],
          rule: RULE,
        }
      : { tcb, out: [], signals: [], rule: RULE };
  const head = headOf(tcb);
  return { tcb, out: head ? [head] : [], signals: [], rule: RULE };
}

const START_RETRANSMISSION: TimerChange = { timer: 'retransmission', change: 'start' };
const STOP_RETRANSMISSION: TimerChange = { timer: 'retransmission', change: 'stop' };
const START_TIME_WAIT: TimerChange = { timer: 'time-wait', change: 'start' };
const STOP_TIME_WAIT: TimerChange = { timer: 'time-wait', change: 'stop' };
const NONE: readonly TimerChange[] = [];

/**
 * Which timers an event starts (or restarts) and stops: retransmission as RFC 6298 §5 says, runs
 * while anything is unacknowledged and starts afresh when something new is sent, sent again or
 * acknowledged; TIME-WAIT starts on entry and again when the peer's FIN comes again.
 */
export function timerChanges(
  before: Tcb,
  after: Transition,
  finArrived: boolean,
): readonly TimerChange[] {
  const { tcb, out } = after;
  if (tcb === before && out.length === 0) return NONE;
  const changes: TimerChange[] = [];
  const wasRunning = before.snd.una !== before.snd.nxt;
  if (tcb.snd.una !== tcb.snd.nxt) {
    const head = headOf(tcb);
    const moved = tcb.snd.una !== before.snd.una;
    const again = head !== null && out.some((s) => s.seq === head.seq && s.ctl === head.ctl);
    if (!wasRunning || moved || again) changes.push(START_RETRANSMISSION);
  } else if (wasRunning) changes.push(STOP_RETRANSMISSION);
  if (tcb.state === 'TIME-WAIT') {
    if (before.state !== 'TIME-WAIT' || (finArrived && out.length > 0))
      changes.push(START_TIME_WAIT);
  } else if (before.state === 'TIME-WAIT') changes.push(STOP_TIME_WAIT);
  return changes;
}
