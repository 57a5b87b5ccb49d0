import { arrives } from './arrives.ts';
import { call, type UserCall } from './calls.ts';
import type { RuleId } from './rule.ts';
import { FIN, has, type Segment } from './segment.ts';
import type { SeqNum } from './seq.ts';
import type { Tcb } from './tcb.ts';
import { expire, type Timeout, type TimerChange, timerChanges } from './timeouts.ts';

/** What can happen to an endpoint (RFC 9293 §3.10). */
export type TcpEvent = { readonly segment: Segment } | UserCall | { readonly timeout: Timeout };

/** Errors that a user call can meet, by the RFC's own wording (§3.10). */
export type CallError =
  | 'connection does not exist'
  | 'connection already exists'
  | 'connection closing';

/** What the endpoint tells its user. */
export type Signal =
  | { readonly signal: 'established' }
  /** `len` octets from `seq` on were delivered in order. */
  | { readonly signal: 'received'; readonly seq: SeqNum; readonly len: number }
  /** The peer's FIN was reached: no more will come ("connection closing"). */
  | { readonly signal: 'peer-closed' }
  | { readonly signal: 'reset' }
  | { readonly signal: 'refused' }
  | { readonly signal: 'closed' }
  | { readonly signal: 'error'; readonly error: CallError };

/** The result of one event before its timers are derived. */
export type Transition = {
  readonly tcb: Tcb;
  readonly out: readonly Segment[];
  readonly signals: readonly Signal[];
  /** The paragraph of the RFC that decided. */
  readonly rule: RuleId;
};

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
  const finArrived = 'segment' in event && has(event.segment, FIN);
  const timers = timerChanges(tcb, t, finArrived);
  return { tcb: t.tcb, out: t.out, signals: t.signals, rule: t.rule, timers };
}
