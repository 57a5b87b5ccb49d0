import { ACK, FIN, has, type Segment, segLen } from './segment.ts';
import { waiting } from './send.ts';
import { synInFlight, type Tcb } from './tcb.ts';

/** The timers of an endpoint. The caller owns the clock; the core says when to start and stop them. */
export const TIMEOUTS = [
  'retransmission',
  'zero-window-probe',
  'delayed-ack',
  'user',
  'time-wait',
] as const;
export type Timeout = (typeof TIMEOUTS)[number];

/** Starts `timer` anew, to expire `after` so many milliseconds; null stops it. */
export type TimerChange = { readonly timer: Timeout; readonly after: number | null };

/** MSL, §3.4.2: two minutes, an engineering choice. In milliseconds. */
export const MSL = 120_000;
/** The first retransmission timeout, RFC 6298 §2: one second. In milliseconds; doubles at each expiry. */
export const INITIAL_RTO = 1000;
/** The longest retransmission timeout (RFC 6298 §2.5), milliseconds. */
export const MAX_RTO = 60_000;
/** How long the user waits for progress (§3.9.1.1), milliseconds. Longer than both R2 of §3.8.3. */
export const USER_TIMEOUT = 300_000;
/** How long an ACK may wait, milliseconds; §3.8.6.3 allows less than 500. */
export const ACK_DELAY = 200;

/** The retransmission timeout after `backoff` expiries in a row, milliseconds. */
export const rto = (backoff: number): number => Math.min(INITIAL_RTO * 2 ** backoff, MAX_RTO);

/**
 * Which timer sees to it that what the user has given gets to the peer: retransmission while
 * something is in flight (RFC 6298 §5), or the probing of a window that lets nothing through (§3.8.6.1).
 */
export function sendTimer(tcb: Tcb): 'retransmission' | 'zero-window-probe' | null {
  const { snd } = tcb;
  if (snd.una === snd.nxt) return waiting(snd) ? 'zero-window-probe' : null;
  return snd.wnd > 0 || synInFlight(tcb) ? 'retransmission' : 'zero-window-probe';
}

const start = (timer: 'retransmission' | 'zero-window-probe', backoff: number): TimerChange => ({
  timer,
  after: rto(backoff),
});
const stop = (timer: Timeout): TimerChange => ({ timer, after: null });
const STOP = {
  retransmission: stop('retransmission'),
  'zero-window-probe': stop('zero-window-probe'),
  'delayed-ack': stop('delayed-ack'),
  user: stop('user'),
  'time-wait': stop('time-wait'),
} as const;
const START_DELAYED_ACK: TimerChange = { timer: 'delayed-ack', after: ACK_DELAY };
const START_USER: TimerChange = { timer: 'user', after: USER_TIMEOUT };
const START_TIME_WAIT: TimerChange = { timer: 'time-wait', after: 2 * MSL };

const NONE: readonly TimerChange[] = [];
const PROGRESS: readonly TimerChange[] = [start('retransmission', 0), START_USER];
const DONE = {
  retransmission: [STOP.retransmission, STOP.user],
  'zero-window-probe': [STOP['zero-window-probe'], STOP.user],
} as const;

/**
 * Which timers an event starts (or restarts) and stops. `arrived`: the segment that it brought; `out`: those
 * that it made us send.
 */
export function timerChanges(
  before: Tcb,
  after: Tcb,
  out: readonly Segment[],
  arrived: Segment | null,
): readonly TimerChange[] {
  const send = sendChanges(before, after, out, arrived);
  const ack = delayedAckChange(before, after);
  const wait = timeWaitChange(before, after, out, arrived);
  if (ack === null && wait === null) return send;
  return [...send, ...(ack ? [ack] : []), ...(wait ? [wait] : [])];
}

/**
 * The send timer starts with what it sees to, and afresh when some of that is acknowledged or sent again.
 * The user timer runs while it does. That starts afresh on progress and when the peer answers a probe of
 * its closed window: as long as it does so, the connection stays (MUST-37).
 */
function sendChanges(
  before: Tcb,
  after: Tcb,
  out: readonly Segment[],
  arrived: Segment | null,
): readonly TimerChange[] {
  const was = sendTimer(before);
  const is = sendTimer(after);
  const { una, backoff } = after.snd;
  if (is === null) return was === null ? NONE : DONE[was];
  if (was === null) return [start(is, backoff), START_USER];
  const moved = una !== before.snd.una;
  if (moved && was === is && is === 'retransmission') return PROGRESS;
  const changes: TimerChange[] = [];
  if (was !== is) changes.push(STOP[was]);
  if (was !== is || moved || out.some((s) => s.seq === una && segLen(s) > 0))
    changes.push(start(is, backoff));
  const answered =
    is === 'zero-window-probe' && arrived !== null && has(arrived, ACK) && arrived.ack === una;
  if (moved || answered) changes.push(START_USER);
  return changes;
}

/** An ACK that falls due later, or has gone. The first octet that it is for sets the time. */
function delayedAckChange(before: Tcb, after: Tcb): TimerChange | null {
  const was = before.rcv.unacked > 0;
  const is = after.rcv.unacked > 0;
  if (was === is) return null;
  return is ? START_DELAYED_ACK : STOP['delayed-ack'];
}

/**
 * TIME-WAIT lasts 2 MSL from its beginning, or from when the peer's FIN came last (MUST-13). That FIN is left of
 * the window, so step 1 of §3.10.7.4 disposes of it before steps 5 and 8, which would start the timer again.
 */
function timeWaitChange(
  before: Tcb,
  after: Tcb,
  out: readonly Segment[],
  arrived: Segment | null,
): TimerChange | null {
  const was = before.state === 'TIME-WAIT';
  if (after.state !== 'TIME-WAIT') return was ? STOP['time-wait'] : null;
  const finAnswered = arrived !== null && has(arrived, FIN) && out.length > 0;
  return was && !finAnswered ? null : START_TIME_WAIT;
}
