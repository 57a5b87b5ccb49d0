/**
 * Which steps may be asked about: those whose outcome is the same by RFC 9293, on Linux and on FreeBSD. Where they
 * differ, or where the RFC contradicts itself, the judge of a match is lenient, and a question would be unfair.
 * Each reason names what differs.
 */
import {
  ACK,
  add,
  before as comesBefore,
  FIN,
  has,
  RST,
  type Segment,
  SYN,
  segEnd,
  segLen,
  synchronized,
  type Tcb,
  type TcpEvent,
  URG,
  within,
} from '@ackade/tcp';

export function isUndisputed(tcb: Tcb, event: TcpEvent): boolean {
  if ('segment' in event) return !ARRIVALS.some((differs) => differs(tcb, event.segment));
  if ('timeout' in event) return event.timeout !== 'zero-window-probe'; // Linux probes without an octet.
  return !differsInCall(tcb, event);
}

function differsInCall(
  { state, snd, rcv }: Tcb,
  event: Extract<TcpEvent, { call: string }>,
): boolean {
  switch (event.call) {
    case 'SEND':
      // Nagle's algorithm (§3.7.4) and the avoidance of silly windows (§3.8.6.2) may hold the octets back.
      return synchronized(state) && (snd.una !== snd.nxt || snd.wnd < event.len);
    case 'CLOSE':
      // In SYN-RECEIVED stacks wait or send; unread octets turn the FIN into a RST (SHLD-3).
      return state === 'SYN-RECEIVED' || rcv.unread > 0 || snd.queued > 0;
    case 'RECEIVE':
      // When a window that opens is told of is the receiver's affair (§3.8.6.2.2).
      return true;
    default:
      return false;
  }
}

/** Whether a segment that finds this TCB is dealt with differently. */
type Differs = (tcb: Tcb, s: Segment) => boolean;

const PEER_HAS_CLOSED: ReadonlySet<Tcb['state']> = new Set([
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
]);

const hasNumbers = ({ state }: Tcb): boolean =>
  state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN-SENT';

const ARRIVALS: readonly Differs[] = [
  // URG: Linux reads the pointer as that of the last urgent octet.
  (_, s) => has(s, URG),
  // A FIN on a SYN is kept, dropped or ignored.
  (_, s) => has(s, SYN) && has(s, FIN),
  // A SYN,ACK in LISTEN: RST, or on FreeBSD silence.
  ({ state }, s) => state === 'LISTEN' && has(s, SYN) && has(s, ACK),
  // A wrong ACK in SYN-SENT: the RST of the RFC, and on Linux at once another SYN. An ACK alone: silence, or a RST.
  ({ state, snd }, s) =>
    state === 'SYN-SENT' && has(s, ACK) && (s.ack !== snd.nxt || !has(s, SYN | RST)),
  // In SYN-RECEIVED stacks look at SEQ and ACK in another order, and answer a repeated SYN, the SYN,ACK of a
  // simultaneous open (§3.5, Figure 7) and a SYN in the window in ways of their own.
  ({ state, snd, rcv }, s) =>
    state === 'SYN-RECEIVED' &&
    (has(s, SYN) || s.seq !== rcv.nxt || (has(s, ACK) && s.ack !== snd.nxt)),
  // Segments without ACK: dropped by stacks even where the RFC answers them.
  (tcb, s) => hasNumbers(tcb) && !has(s, ACK | SYN | RST),
  // The right edge of the window belongs to it on Linux.
  (tcb, s) => hasNumbers(tcb) && tcb.rcv.wnd > 0 && s.seq === add(tcb.rcv.nxt, tcb.rcv.wnd),
  // A FIN or nothing at the edge of a closed window.
  (tcb, s) => hasNumbers(tcb) && tcb.rcv.wnd === 0 && has(s, FIN | RST),
  // An ACK of what was not sent, or of long ago, is answered or not; the data of such a segment is taken or not.
  ({ state, snd }, s) =>
    synchronized(state) &&
    has(s, ACK) &&
    !has(s, RST | SYN) &&
    (comesBefore(snd.nxt, s.ack) || comesBefore(s.ack, snd.una)),
  // The ACK of a segment ahead of a gap is read at once or with the segment.
  ({ state, snd, rcv }, s) =>
    synchronized(state) && s.seq !== rcv.nxt && has(s, ACK) && comesBefore(snd.una, s.ack),
  // After the peer's FIN: a RST at the number before, and whatever but that FIN itself occupies numbers.
  ({ state, rcv }, s) =>
    PEER_HAS_CLOSED.has(state) &&
    (has(s, RST) ? s.seq !== rcv.nxt : segLen(s) > 0 && !isThatFin(s, rcv.nxt)),
  // TIME-WAIT takes resets and new SYNs, or does not (RFC 1337, MAY-2).
  ({ state }, s) => state === 'TIME-WAIT' && has(s, RST | SYN),
  // A challenge ACK may be throttled (RFC 5961 §7), and FIN-WAIT-2 without a process sends none.
  ({ state, rcv }, s) =>
    state === 'FIN-WAIT-2' &&
    (has(s, SYN) || (has(s, RST) && s.seq !== rcv.nxt && within(s.seq, rcv.nxt, rcv.wnd))),
];

const isThatFin = (s: Segment, rcvNxt: Segment['seq']): boolean =>
  has(s, FIN) && !has(s, SYN) && s.len === 0 && segEnd(s) === rcvNxt;
