import { ACK, FIN, isPureAck, PSH, RST, SYN, synchronized, URG } from '@ackade/tcp';
import {
  bitsOf,
  broughtData,
  cameBareSyn,
  cargo,
  type Facts,
  type Group,
  has,
  is,
  owes,
} from './facts.ts';
import { closes, crossed } from './speaking.ts';

/** What to say. */
export const BITS: Group = {
  beliefs: [
    ['urgent-means-first', 'URG is set, which no segment here has reason for.', (f) => has(f, URG)],
    [
      'reset-for-lost-third-ack',
      'Data has arrived in SYN-RECEIVED, acknowledging our SYN as the third segment would have, and a RST is sent.',
      (f) => f.before.state === 'SYN-RECEIVED' && broughtData(f) && resets(f),
    ],
    [
      'bad-segment-answered-by-reset',
      'A segment that is not acceptable has arrived on a connection that stands, and a RST is sent instead of an empty ACK.',
      (f) =>
        synchronized(f.before.state) &&
        UNACCEPTABLE.has(f.rule) &&
        owes(f, ACK) &&
        !cameBareSyn(f) &&
        resets(f),
    ],
    [
      'stranger-is-welcome',
      'What has arrived fits no connection here, so that a RST is due, and another segment is sent.',
      (f) =>
        f.arrived !== null &&
        f.move !== null &&
        (owes(f, RST) || owes(f, RST | ACK)) &&
        !has(f, RST),
    ],
    [
      'reset-without-ack',
      'What has arrived had no ACK number to take SEQ from, and the RST is sent without ACK.',
      (f) => owes(f, RST | ACK) && is(f, RST),
    ],
    [
      'reset-with-ack-not-needed',
      'What has arrived had an ACK number, which is the SEQ of the RST, and the RST is sent with ACK.',
      (f) => owes(f, RST) && is(f, RST | ACK),
    ],
    [
      'fin-instead-of-reset',
      'The application has called ABORT, and a FIN is sent.',
      (f) => f.call === 'ABORT' && has(f, FIN),
    ],
    ['reset-in-good-standing', 'A RST is sent where none is due.', (f) => resets(f)],
    [
      'first-syn-has-ack',
      'The SYN that opens the connection is sent with ACK.',
      (f) => owes(f, SYN) && is(f, SYN | ACK),
    ],
    [
      'crossing-syn-answered-by-ack',
      'A bare SYN has arrived in SYN-SENT, and it is answered by an ACK without SYN.',
      (f) => crossed(f) && is(f, ACK),
    ],
    [
      'syn-answered-by-ack',
      'A SYN,ACK is due, and an ACK is sent.',
      (f) => owes(f, SYN | ACK) && is(f, ACK),
    ],
    [
      'syn-answered-by-syn',
      'A SYN,ACK is due, and a SYN is sent.',
      (f) => owes(f, SYN | ACK) && is(f, SYN),
    ],
    [
      'syn-twice',
      'A SYN,ACK has arrived that needs no more than an ACK, and a SYN is sent once more.',
      (f) => f.before.state === 'SYN-SENT' && owes(f, ACK) && has(f, SYN),
    ],
    [
      'syn-on-open-connection',
      'A SYN is sent on a connection that stands.',
      (f) => synchronized(f.now.state) && has(f, SYN),
    ],
    [
      'fin-twice',
      'A FIN is sent though ours is out and not to be repeated now.',
      (f) => f.before.snd.fin !== null && has(f, FIN) && !f.options.some((s) => s.ctl & FIN),
    ],
    [
      'fin-without-ack',
      'After CLOSE, or for a FIN to be repeated, a FIN is sent without ACK.',
      (f) => is(f, FIN) && closes(f) && f.options.some((s) => s.ctl & FIN),
    ],
    [
      'lost-ack-repeated',
      'The retransmission timer has expired for a SYN, data or a FIN, and the pure ACK sent before is sent again.',
      (f) =>
        repeats(f) && is(f, ACK) && f.move?.len === 0 && f.end.sent.some((s) => isOldAck(f, s)),
    ],
    [
      'lost-segment-not-repeated',
      'The retransmission timer has expired, and something else is sent than the segment that was not acknowledged.',
      repeats,
    ],
    [
      'fin-skips-data',
      'After CLOSE a FIN is sent while data is still due before it.',
      (f) => has(f, FIN) && closes(f) && leavesOutData(f),
    ],
    [
      'ack-left-off',
      'Data or an acknowledgement is due, and it is sent without ACK.',
      (f) =>
        f.move !== null &&
        !has(f, ACK | SYN | FIN | RST) &&
        f.options.some((s) => bitsOf(s) === ACK && s.len > 0 === cargo(f) > 0),
    ],
    [
      'ack-instead-of-fin',
      'A FIN is due, and an ACK without it is sent.',
      (f) => owes(f, FIN | ACK) && is(f, ACK),
    ],
    [
      'push-without-data',
      'Data is due, and PSH is sent without it.',
      (f) => ((f.move?.ctl ?? 0) & PSH) !== 0 && leavesOutData(f),
    ],
    [
      'data-missing',
      'Data is due, and its control bits are sent without it.',
      (f) => leavesOutData(f) && f.options.some((s) => s.len > 0 && bitsOf(s) === f.ctl),
    ],
    [
      'data-not-asked-for',
      'Data is sent though none is due.',
      (f) => cargo(f) > 0 && f.options.every((s) => s.len === 0),
    ],
  ],
  differences: [
    [
      'nothing-owed',
      'A segment is sent where silence is right.',
      (f) => f.move !== null && f.right === null,
    ],
    ['wrong-bits', 'Other control bits are sent than those due.', (f) => !f.bitsRight],
  ],
};

/** §3.10.7.4: the sequence number, that of a RST, the ACK. */
const UNACCEPTABLE: ReadonlySet<Facts['rule']> = new Set([
  '3.10.7.4-1',
  '3.10.7.4-2',
  '3.10.7.4-5',
]);

const resets = (f: Facts): boolean => has(f, RST) && !owes(f, RST) && !owes(f, RST | ACK);

function repeats(f: Facts): boolean {
  return f.move !== null && f.timer === 'retransmission' && !f.bitsRight;
}

const isOldAck = ({ level, move }: Facts, s: Facts['options'][number]): boolean =>
  isPureAck(s) && (level === 'flags' || s.ack === move?.ack);

const leavesOutData = (f: Facts): boolean =>
  f.move?.len === 0 && !f.bitsRight && f.options.some((s) => s.len > 0);
