import {
  ACK,
  add,
  atOrBefore,
  before,
  FIN,
  isPureAck,
  PSH,
  RST,
  type Segment,
  type Span,
  SYN,
  segEnd,
  segLen,
  seq,
} from '@ackade/tcp';
import {
  ackOff,
  type Counted,
  counted,
  type Facts,
  type Group,
  misplaced,
  seqOff,
} from './facts.ts';

/** Which octets are meant. */
export const NUMBERS: Group = {
  beliefs: [
    [
      'fin-processed-early',
      'A FIN has come ahead of a gap, and it is acknowledged, or CLOSE-WAIT given as the state.',
      (f) => {
        const { nxt, fin } = f.now.rcv;
        if (fin === null || before(fin, nxt)) return false;
        return (
          (ackOff(f) !== 0 && f.move?.ack === add(fin, 1)) ||
          (misplaced(f) && f.said === 'CLOSE-WAIT')
        );
      },
    ],
    [
      'ack-jumps-the-gap',
      'ACK counts octets that have come ahead of a gap.',
      (f) => counted(f) && ackOff(f) > 0 && f.now.rcv.held.some((span) => jumpsInto(span, f)),
    ],
    [
      'sequence-space-is-31-bits',
      'SEQ or ACK is off by exactly 2^31.',
      (f) => seqOff(f) === HALF || ackOff(f) === HALF,
    ],
    [
      'ack-forgets-syn',
      'ACK is the number of the peer’s SYN instead of the one after it.',
      (f) => ackOff(f) === -1 && f.arrivals.some((s) => s.ctl & SYN && s.seq === f.move?.ack),
    ],
    [
      'ack-forgets-fin',
      'ACK is the number of the peer’s FIN instead of the one after it.',
      (f) => ackOff(f) === -1 && f.arrivals.some((s) => s.ctl & FIN && lastOf(s) === f.move?.ack),
    ],
    [
      'ack-is-last-octet',
      'ACK is the number of the last octet that has arrived instead of the next.',
      (f) => ackOff(f) === -1 && f.arrivals.some((s) => s.len > 0 && lastOf(s) === f.move?.ack),
    ],
    [
      'isn-is-first-octet',
      'SEQ is the number of our own SYN where it should be the one after it.',
      (f) => seqOff(f) === -1 && f.end.sent.some((s) => s.ctl & SYN && s.seq === f.move?.seq),
    ],
    [
      'own-fin-uses-no-number',
      'SEQ is the number of our own FIN where it should be the one after it.',
      (f) => seqOff(f) === -1 && f.end.sent.some((s) => s.ctl & FIN && lastOf(s) === f.move?.seq),
    ],
    [
      'pure-ack-uses-a-number',
      'SEQ is one too high, and the last segment that we sent was a pure ACK.',
      (f) => seqOff(f) === 1 && followsPureAck(f),
    ],
    [
      'push-occupies-a-number',
      'SEQ is one too high, and the last octets that we sent went with PSH.',
      (f) => seqOff(f) === 1 && followsPush(f),
    ],
    ['ack-adds-one-always', 'ACK is one too high.', (f) => ackOff(f) === 1],
    [
      'one-numbering-for-both',
      'SEQ is what ACK should be, or ACK what SEQ should be.',
      (f) => {
        const { move, right } = f;
        // That of a RST which answers a stranger belongs to no numbering.
        if (!move || !right || (right.ctl & (ACK | RST)) !== ACK) return false;
        return (
          (seqOff(f) !== 0 && move.seq === right.ack) || (ackOff(f) !== 0 && move.ack === right.seq)
        );
      },
    ],
    [
      'numbers-start-at-zero',
      'SEQ or ACK is 0 or 1, as in the relative view of a capture, and the right number is far from it.',
      (f) => {
        if (!counted(f)) return false;
        const { move } = f;
        // The relative view shows 1 once the SYN has been counted.
        const relative = move.seq <= (f.ctl & SYN ? 0 : 1);
        return (
          (relative && Math.abs(seqOff(f)) > NEAR) || (move.ack <= 1 && Math.abs(ackOff(f)) > NEAR)
        );
      },
    ],
    [
      'new-number-when-repeated',
      'What is to be sent again is sent with another SEQ.',
      (f) => f.again && seqOff(f) !== 0 && f.right !== null && segLen(f.right) > 0,
    ],
  ],
  differences: [
    ['wrong-ack', 'ACK is another number than the right one.', (f) => ackOff(f) !== 0],
    ['wrong-seq', 'SEQ is another number than the right one.', (f) => seqOff(f) !== 0],
    [
      'wrong-length',
      'More or fewer octets are sent than are due.',
      (f) => counted(f) && f.move.len !== f.right.len,
    ],
  ],
};

const HALF = -(2 ** 31);
/** Numbers this close to 0 may be meant as they stand. */
const NEAR = 64;

/** The last number that `s` occupies. */
const lastOf = (s: Segment): Segment['seq'] => add(segEnd(s), -1);

/** The right ACK stands before a gap, and that of the move among the octets behind it. */
const jumpsInto = ({ from, end }: Span, { move, right }: Counted): boolean =>
  before(right.ack, from) && before(from, seq(move.ack)) && atOrBefore(seq(move.ack), end);

function followsPureAck(f: Facts): boolean {
  const last = f.end.sent.at(-1);
  return last !== undefined && isPureAck(last) && f.move?.seq === add(last.seq, 1);
}

function followsPush(f: Facts): boolean {
  const last = f.end.sent.findLast((s) => segLen(s) > 0 && !(s.ctl & RST));
  if (!last || last.len === 0 || !(last.ctl & PSH)) return false;
  return f.move?.seq === add(segEnd(last), 1);
}
