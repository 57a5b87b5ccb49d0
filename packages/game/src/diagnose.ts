/**
 * Why a wrong move is wrong: what its maker seems to believe. Detectors stand in one order, from when
 * to speak over which control bits to which numbers, and within each from the particular to the
 * general; all that fit are reported in it, so the first is the likeliest.
 */
import {
  ACK,
  add,
  distance,
  type Endpoint,
  FIN,
  isPureAck,
  PSH,
  RST,
  type Segment,
  SYN,
  segLen,
  seq,
  synchronized,
} from '@ackade/tcp';
import type { Misconception } from './misconception.ts';
import type { Move } from './move.ts';
import type { Option } from './owed.ts';
import type { Level } from './scenario.ts';
import type { Turn, World } from './world.ts';

export type Suspect = {
  readonly world: World;
  readonly level: Level;
  readonly at: Endpoint;
  readonly move: Move;
  readonly turn: Turn;
  readonly options: readonly Option[];
};

type Sent = Extract<Move, { kind: 'send' }>;

/** What every detector looks at. `right`: the option nearest to the move; `arrived`: what is being answered. */
type Facts = {
  readonly ctl: number;
  readonly move: Sent;
  readonly right: Segment | null;
  readonly again: boolean;
  readonly bitsRight: boolean;
  readonly arrived: Segment | null;
  readonly closeCalled: boolean;
  readonly suspect: Suspect;
};

type Detector = readonly [Misconception, (f: Facts) => boolean];

const is = (f: Facts, bits: number): boolean => f.ctl === bits;
/** These bits and nothing else. */
const says = (f: Facts, bits: number): boolean => is(f, bits) && f.move.len === 0;
const acks = (s: Segment | null): boolean => s !== null && (s.ctl & ACK) !== 0;
const owes = (f: Facts, bits: number): boolean =>
  f.right !== null && (f.right.ctl & ~PSH) === bits && f.right.len === 0;

const DETECTORS: readonly Detector[] = [
  [
    'ack-answers-ack',
    (f) => f.right === null && says(f, ACK) && f.arrived !== null && isPureAck(f.arrived),
  ],
  ['fin-before-close', (f) => (f.ctl & FIN) !== 0 && !f.closeCalled],

  ['reset-in-good-standing', (f) => (f.ctl & RST) !== 0 && !owes(f, RST) && !owes(f, RST | ACK)],
  ['lost-segment-not-repeated', (f) => f.again && !f.bitsRight],
  ['first-syn-has-ack', (f) => owes(f, SYN) && is(f, SYN | ACK)],
  ['syn-answered-by-ack', (f) => owes(f, SYN | ACK) && is(f, ACK)],
  ['syn-answered-by-syn', (f) => owes(f, SYN | ACK) && is(f, SYN)],
  ['syn-twice', (f) => owes(f, ACK) && (f.ctl & SYN) !== 0 && inHandshake(f)],
  [
    'syn-on-open-connection',
    (f) => (f.ctl & SYN) !== 0 && synchronized(f.suspect.world.ends[f.suspect.at].tcb.state),
  ],
  ['fin-skips-data', (f) => (f.ctl & FIN) !== 0 && f.move.len === 0 && owesData(f)],
  [
    'ack-left-off',
    (f) => !(f.ctl & (ACK | SYN | FIN | RST)) && f.suspect.options.some(withAckAdded(f)),
  ],
  ['fin-twice', (f) => (f.ctl & FIN) !== 0 && finSent(f) && !f.again],
  ['fin-without-ack', (f) => is(f, FIN) && f.closeCalled && !finSent(f)],
  ['ack-instead-of-fin', (f) => owes(f, FIN | ACK) && is(f, ACK)],
  ['push-without-data', (f) => (f.move.ctl & PSH) !== 0 && f.move.len === 0 && owesData(f)],
  ['data-missing', (f) => f.move.len === 0 && owesData(f) && wouldCarry(f)],
  [
    'data-not-asked-for',
    (f) => f.move.len > 0 && f.suspect.options.every((o) => o.segment.len === 0),
  ],

  ['new-number-when-repeated', (f) => f.again && seqOff(f) !== 0 && occupies(f.right)],
  ['ack-forgets-syn', (f) => ackOff(f) === -1 && arrivedWith(f, SYN)],
  ['ack-forgets-fin', (f) => ackOff(f) === -1 && arrivedWith(f, FIN)],
  ['ack-is-last-octet', (f) => ackOff(f) === -1 && (f.arrived?.len ?? 0) > 0],
  ['ack-adds-one-always', (f) => ackOff(f) === 1],
  [
    'one-numbering-for-both',
    (f) =>
      (seqOff(f) !== 0 && acks(f.right) && f.move.seq === f.right?.ack) ||
      (ackOff(f) !== 0 && f.move.ack === f.right?.seq),
  ],
  ['pure-ack-uses-a-number', (f) => seqOff(f) === 1 && lastWasPureAck(f)],
  // 1 is what a capture tool's relative view shows once the SYN has been counted.
  ['numbers-start-at-zero', (f) => seqOff(f) !== 0 && f.move.seq <= (f.ctl & SYN ? 0 : 1)],
];

/** What is plainly different, for moves that betray no particular belief. */
const DIFFERENCES: readonly Detector[] = [
  ['nothing-owed', (f) => f.right === null],
  ['wrong-bits', (f) => !f.bitsRight],
  ['wrong-ack', (f) => ackOff(f) !== 0],
  ['wrong-seq', (f) => seqOff(f) !== 0],
  ['wrong-length', () => true],
];

/** At least one code, the likeliest first. */
export function diagnose(suspect: Suspect): readonly [Misconception, ...Misconception[]] {
  const { move } = suspect;
  if (move.kind === 'silent') return ['silence-when-owed'];
  const facts = factsOf(suspect, move);
  const fitting = (detectors: readonly Detector[]): Misconception[] =>
    detectors.filter(([, detects]) => detects(facts)).map(([code]) => code);
  const [first, ...rest] = fitting(DETECTORS);
  return first ? [first, ...rest] : [fitting(DIFFERENCES)[0] ?? 'wrong-length'];
}

function factsOf(suspect: Suspect, move: Sent): Facts {
  const { world, at, turn, options } = suspect;
  const ctl = move.ctl & ~PSH;
  const sameBits = (o: Option): boolean =>
    (o.segment.ctl & ~PSH) === ctl && o.segment.len > 0 === move.len > 0;
  const near = options.find(sameBits);
  // Nothing is owed in answer to the oldest event: later ones do not excuse a segment out of turn.
  const right = near ?? (turn.due.length === 0 ? null : (options[0] ?? null));
  const row = world.rows[turn.row];
  return {
    ctl,
    move,
    right: right?.segment ?? null,
    again: turn.due[0]?.again ?? false,
    bitsRight: near !== undefined,
    arrived: row?.kind === 'segment' ? row.segment : null,
    closeCalled: world.rows.some(
      (r) => r.kind === 'call' && r.at === at && r.line.call === 'CLOSE',
    ),
    suspect,
  };
}

const owesData = (f: Facts): boolean =>
  f.suspect.options.some((o) => o.segment.len > 0) && !f.bitsRight;

const wouldCarry = (f: Facts): boolean =>
  f.suspect.options.some((o) => o.segment.len > 0 && (o.segment.ctl & ~PSH) === f.ctl);

const withAckAdded =
  (f: Facts) =>
  ({ segment }: Option): boolean =>
    (segment.ctl & ~PSH) === ACK && segment.len > 0 === f.move.len > 0;

const finSent = (f: Facts): boolean =>
  f.suspect.world.ends[f.suspect.at].sent.some((s) => (s.ctl & FIN) !== 0);

const occupies = (s: Segment | null): boolean => s !== null && segLen(s) > 0;

const inHandshake = (f: Facts): boolean => f.suspect.turn.before.state === 'SYN-SENT';

const counted = (f: Facts): f is Facts & { right: Segment } =>
  f.suspect.level === 'numbers' && f.bitsRight && f.right !== null;

/** How far the move's SEQ lies beyond the right one; 0 where numbers do not count. */
const seqOff = (f: Facts): number => (counted(f) ? distance(f.right.seq, seq(f.move.seq)) : 0);

const ackOff = (f: Facts): number =>
  counted(f) && f.right.ctl & ACK ? distance(f.right.ack, seq(f.move.ack)) : 0;

const arrivedWith = (f: Facts, bit: number): boolean =>
  f.arrived !== null && (f.arrived.ctl & bit) !== 0;

function lastWasPureAck(f: Facts): boolean {
  const last = f.suspect.world.ends[f.suspect.at].sent.at(-1);
  return last !== undefined && isPureAck(last) && add(last.seq, 1) === f.move.seq;
}
