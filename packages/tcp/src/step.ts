import { arrives } from './arrives.ts';
import { call, type UserCall } from './calls.ts';
import { ACK, type Segment } from './segment.ts';
import { type Tcb, withReceive } from './tcb.ts';
import { expire } from './timeouts.ts';
import { type Timeout, type TimerChange, timerChanges } from './timers.ts';
import type { Transition } from './transition.ts';

/** What can happen to an endpoint (RFC 9293 §3.10). */
export type TcpEvent = { readonly segment: Segment } | UserCall | { readonly timeout: Timeout };

export type Step = Transition & { readonly timers: readonly TimerChange[] };

/**
 * The connection machine of RFC 9293 §3.10: one event in; the next TCB, the segments owed in order,
 * what the user is told and which timers to start or stop, out. Pure and total.
 */
export function step(tcb: Tcb, event: TcpEvent): Step {
  const t =
    'segment' in event
      ? arrives(tcb, event.segment)
      : 'timeout' in event
        ? expire(tcb, event.timeout)
        : call(tcb, event);
  const next = acknowledging(t);
  const arrived = 'segment' in event ? event.segment : null;
  return {
    tcb: next,
    out: t.out,
    signals: t.signals,
    rule: t.rule,
    timers: timerChanges(tcb, next, t.out, arrived),
  };
}

/** An ACK that waits goes with whatever is sent first (§3.8.6.3). */
function acknowledging({ tcb, out }: Transition): Tcb {
  const { rcv } = tcb;
  if (rcv.unacked === 0) return tcb;
  const last = out.at(-1);
  return last && last.ctl & ACK && last.ack === rcv.nxt
    ? withReceive(tcb, { ...rcv, unacked: 0 })
    : tcb;
}
