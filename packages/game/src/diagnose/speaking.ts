import { ACK, distance, FIN, isPureAck, RST, receives, SYN, synchronized } from '@ackade/tcp';
import {
  broughtData,
  came,
  cameBareSyn,
  cargo,
  type Facts,
  type Group,
  has,
  is,
  misplaced,
  owes,
  silent,
} from './facts.ts';

/** When to speak at all, and whom to believe. */
export const SPEAKING: Group = {
  beliefs: [
    [
      'reset-answered',
      'A RST has arrived that asks for no answer, and a segment is sent.',
      (f) => f.move !== null && came(f, RST) && !f.due && !f.bitsRight,
    ],
    [
      'any-reset-kills',
      'A RST with another number than RCV.NXT has arrived, and the challenge ACK is kept back or the state given as CLOSED.',
      (f) =>
        came(f, RST) &&
        synchronized(f.before.state) &&
        f.now.state === f.before.state &&
        ((silent(f) && f.due) || (misplaced(f) && f.said === 'CLOSED')),
    ],
    [
      'syn-restarts-the-connection',
      'A bare SYN has arrived on a connection that stands, and it is met with SYN,ACK, RST or silence instead of an ACK, or with another state.',
      (f) =>
        cameBareSyn(f) &&
        synchronized(f.before.state) &&
        f.now.state === f.before.state &&
        owes(f, ACK) &&
        (silent(f) || is(f, SYN | ACK) || has(f, RST) || restarted(f)),
    ],
    [
      'time-wait-is-deaf',
      'A FIN has arrived once more in TIME-WAIT, and no ACK is sent.',
      (f) => f.before.state === 'TIME-WAIT' && came(f, FIN) && f.due && silent(f),
    ],
    [
      'time-wait-refuses-syn',
      'A SYN that TIME-WAIT can take has arrived, and it is met with RST, ACK or silence.',
      (f) =>
        f.before.state === 'TIME-WAIT' &&
        owes(f, SYN | ACK) &&
        (silent(f) || has(f, RST) || is(f, ACK)),
    ],
    [
      'crossing-syns-are-an-error',
      'A bare SYN has arrived in SYN-SENT, and it is met with RST or silence.',
      (f) => crossed(f) && (silent(f) || has(f, RST)),
    ],
    [
      'crossing-fins-need-a-tie-break',
      'In FIN-WAIT-1 a FIN has arrived that does not acknowledge ours, and it is met with silence or with another FIN.',
      (f) =>
        f.before.state === 'FIN-WAIT-1' &&
        f.now.state === 'CLOSING' &&
        f.due &&
        (silent(f) || has(f, FIN)),
    ],
    [
      'zero-window-means-broken',
      'A closed window is to be probed, or a probe to be answered, and silence, FIN or RST comes instead; or a RST answers the ACK that closes the window.',
      (f) =>
        !f.bitsRight &&
        ((probing(f) && (silent(f) || has(f, FIN | RST))) || (windowClosed(f) && has(f, RST))),
    ],
    [
      'data-into-closed-window',
      'More data is sent than the peer’s window takes, be it closed or not; the one octet of a probe that is due apart.',
      (f) =>
        synchronized(f.now.state) && cargo(f) > room(f) && f.options.every((s) => s.len < cargo(f)),
    ],
    [
      'fin-ends-both-ways',
      'Data that has arrived after our own FIN is met with silence or RST; or our own data, due after the peer’s FIN, is replaced by silence, FIN or RST.',
      (f) =>
        !f.bitsRight &&
        ((arrivedAfterOurFin(f) && (silent(f) || has(f, RST))) ||
          (f.call === 'SEND' &&
            f.now.state === 'CLOSE-WAIT' &&
            f.due &&
            (silent(f) || has(f, FIN | RST)))),
    ],
    [
      'refusal-is-silence',
      'A SYN has arrived where no connection is and nobody listens, and no RST is sent.',
      (f) => f.before.state === 'CLOSED' && came(f, SYN) && f.due && silent(f),
    ],
    [
      'listen-ignores-ack',
      'A segment with ACK has arrived in LISTEN, and no RST is sent.',
      (f) => f.before.state === 'LISTEN' && came(f, ACK) && f.due && silent(f),
    ],
    [
      'ack-answers-ack',
      'A pure ACK has arrived to which nothing is due, and a pure ACK is sent.',
      (f) =>
        f.right === null &&
        is(f, ACK) &&
        f.move?.len === 0 &&
        f.arrived !== null &&
        isPureAck(f.arrived),
    ],
    [
      'fin-before-close',
      'A FIN is sent though the application has not called CLOSE.',
      (f) => has(f, FIN) && !closes(f) && f.call !== 'ABORT',
    ],
    ['silence-when-owed', 'Something is due, and nothing is sent.', (f) => silent(f) && f.due],
  ],
  // What differs plainly is said with the bits: it is one choice to speak, and what.
  differences: [],
};

const restarted = (f: Facts): boolean =>
  misplaced(f) && f.said !== null && f.said !== 'TIME-WAIT' && !synchronized(f.said);

/** Both ends have called OPEN, and the SYNs have met. */
export const crossed = (f: Facts): boolean =>
  f.before.state === 'SYN-SENT' && f.now.state === 'SYN-RECEIVED' && came(f, SYN);

const probing = (f: Facts): boolean =>
  f.timer === 'zero-window-probe' ||
  (f.due && f.before.rcv.wnd === 0 && broughtData(f) && synchronized(f.before.state));

const windowClosed = (f: Facts): boolean =>
  f.arrived !== null &&
  isPureAck(f.arrived) &&
  synchronized(f.before.state) &&
  synchronized(f.now.state) &&
  f.now.snd.wnd === 0;

/** What the peer’s window takes from where the right segment begins, or the first that it has not acknowledged. */
const room = ({ now: { snd }, right }: Facts): number =>
  Math.max(0, snd.wnd - distance(snd.una, right?.seq ?? snd.una));

const arrivedAfterOurFin = (f: Facts): boolean =>
  f.before.snd.fin !== null && receives(f.before.state) && f.due && broughtData(f);

/** CLOSE has been called on this connection, be it gone, or only behind what is still to be answered. */
export const closes = (f: Facts): boolean =>
  [f.before, f.end.tcb].some(({ snd }) => snd.closing || snd.fin !== null) ||
  f.end.sent.some((s) => s.ctl & FIN);
