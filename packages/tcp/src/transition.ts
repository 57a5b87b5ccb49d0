import type { RuleId } from './rule.ts';
import type { Segment } from './segment.ts';
import type { SeqNum } from './seq.ts';
import type { State } from './state.ts';
import { forgotten, type Tcb } from './tcb.ts';

/** Errors that a user call can meet, by the RFC's own wording (§3.10). */
export type CallError =
  | 'connection does not exist'
  | 'connection already exists'
  | 'connection closing';

/** What the endpoint tells its user. */
export type Signal =
  | { readonly signal: 'established' }
  /** `len` octets from `seq` on were given to the user, in order. */
  | { readonly signal: 'received'; readonly seq: SeqNum; readonly len: number }
  /** The octets before `end` are urgent. Told once for each advance of the urgent pointer (MUST-32). */
  | { readonly signal: 'urgent'; readonly end: SeqNum }
  /** The peer's FIN was reached: no more will come ("connection closing"). */
  | { readonly signal: 'peer-closed' }
  | { readonly signal: 'reset' }
  | { readonly signal: 'refused' }
  /** "connection aborted due to user timeout" */
  | { readonly signal: 'timed-out' }
  | { readonly signal: 'closed' }
  /** The answer to STATUS. */
  | { readonly signal: 'status'; readonly state: State }
  | { readonly signal: 'error'; readonly error: CallError };

/** The result of one event before its timers are derived. */
export type Transition = {
  readonly tcb: Tcb;
  readonly out: readonly Segment[];
  readonly signals: readonly Signal[];
  /** The paragraph of the RFC that decided. */
  readonly rule: RuleId;
};

export const NO_SEGMENTS: readonly Segment[] = [];
export const NO_SIGNALS: readonly Signal[] = [];

/** `tcb`, with nothing sent and nobody told. */
export const quietly = (tcb: Tcb, rule: RuleId): Transition => ({
  tcb,
  out: NO_SEGMENTS,
  signals: NO_SIGNALS,
  rule,
});

/** `tcb`, which sends `segment`. */
export const answer = (tcb: Tcb, segment: Segment, rule: RuleId): Transition => ({
  tcb,
  out: [segment],
  signals: NO_SIGNALS,
  rule,
});

/** The end of the connection: everything queued is flushed, the user is told why. */
export const ended = (
  tcb: Tcb,
  signal: 'reset' | 'refused' | 'timed-out' | 'closed',
  rule: RuleId,
): Transition => ({ tcb: forgotten(tcb), out: NO_SEGMENTS, signals: [{ signal }], rule });
