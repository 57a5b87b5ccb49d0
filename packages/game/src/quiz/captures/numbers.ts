import {
  ACK,
  add,
  before,
  FIN,
  has,
  isPureAck,
  PSH,
  RST,
  type Segment,
  type SeqNum,
  SYN,
  segEnd,
  seq,
} from '@ackade/tcp';
import type { Belief } from '../belief.ts';
import { choicesOf, FEWEST_WRONG } from '../choices.ts';
import type { Ask } from '../kinds/kind.ts';
import { firstOf } from '../kinds/moments.ts';
import type { Choice, Draft, Lots, Said } from '../question.ts';
import type { Captured, Frame } from '../sources/captured.ts';
import { shuffled } from '../sources/lots.ts';
import { MOST_SHOWN, showing } from './excerpt.ts';

/** Which number stands in a frame: its ACK, or its SEQ. */
export const numberInFrame: Ask<Captured> = (captured, lots) =>
  firstOf([...captured.frames.keys()], (index) => numberOf(captured, index, lots), lots);

type Guess = readonly [number: number, belief: Belief];

function numberOf({ name, frames }: Captured, index: number, lots: Lots): Draft | null {
  const frame = frames[index];
  if (!frame || !has(frame.segment, ACK) || has(frame.segment, RST)) return null;
  const { from, number, segment } = frame;
  const own = frames.slice(0, index).filter((f) => f.from === from);
  const peers = frames.slice(0, index).filter((f) => f.from !== from);
  const asksAck = lots(2) === 0;
  const [said, guesses] = asksAck ? ackIn(segment, peers) : seqIn(segment, own);
  if (said === null) return null;
  const wrong = distinct(said, shuffled(guesses, lots)).map(
    ([n, misconception]): Choice => ({ said: choice(asksAck, n), misconception }),
  );
  const shown = frames.slice(Math.max(0, index - MOST_SHOWN), index);
  const source = shown.findLastIndex(
    (f) => (f.from === from) !== asksAck && segEnd(f.segment) === said,
  );
  if (wrong.length < FEWEST_WRONG || source < 0) return null;
  const { ctl, len } = segment;
  const code = asksAck ? 'capture-ack' : 'capture-seq';
  return {
    ...showing(shown),
    skill: 'numbers',
    variant: `capture/${name}/${number}/${asksAck ? 'ack' : 'seq'}`,
    prompt: {
      code,
      params: {
        at: from,
        frame: number,
        ctl: ctl & ~PSH,
        len,
        ...(asksAck ? { seq: segment.seq } : { ack: segment.ack }),
      },
    },
    explanation: [{ code, params: { frame: shown[source]?.number ?? 0, number: said } }],
    rule: asksAck ? '3.10.7.4-7' : '3.10.2',
    row: source,
    ...choicesOf(choice(asksAck, said), wrong, lots),
  };
}

const choice = (asksAck: boolean, n: number): Said => ({
  kind: 'numbers',
  seq: asksAck ? null : n,
  ack: asksAck ? n : null,
});

const distinct = (right: number, guesses: readonly Guess[]): Guess[] =>
  guesses.filter(([n], i) => n !== right && guesses.findIndex(([other]) => other === n) === i);
/** The number after the last that these have occupied without a gap; null where none has been seen. */
function reached(frames: readonly Frame[]): SeqNum | null {
  let next: SeqNum | null = null;
  for (const { segment } of frames) {
    if (next === null ? has(segment, SYN) : segment.seq === next) next = segEnd(segment);
    else if (next !== null && before(next, segEnd(segment)) && before(next, segment.seq))
      return next;
  }
  return next;
}

function ackIn(s: Segment, peers: readonly Frame[]): [SeqNum | null, Guess[]] {
  const right = reached(peers);
  const last = peers.findLast((f) => right === segEnd(f.segment) && !isPureAck(f.segment))?.segment;
  // What a capture does not show the end may have seen, and the other way round.
  if (right === null || right !== s.ack || !last) return [null, []];
  const short: Belief = has(last, FIN)
    ? 'ack-forgets-fin'
    : has(last, SYN)
      ? 'ack-forgets-syn'
      : 'ack-is-last-octet';
  return [
    right,
    [
      [add(right, -1), short],
      [add(right, 1), 'ack-adds-one-always'],
      [s.seq, 'one-numbering-for-both'],
      [seq(1), 'numbers-start-at-zero'],
    ],
  ];
}

function seqIn(s: Segment, own: readonly Frame[]): [SeqNum | null, Guess[]] {
  const right = reached(own);
  const last = own.at(-1)?.segment;
  if (right === null || right !== s.seq || !last || has(s, SYN)) return [null, []];
  const guesses: Guess[] = [
    [s.ack, 'one-numbering-for-both'],
    [seq(1), 'numbers-start-at-zero'],
    [add(right, 2 ** 31), 'sequence-space-is-31-bits'],
  ];
  if (isPureAck(last)) guesses.push([add(right, 1), 'pure-ack-uses-a-number']);
  if (has(last, SYN)) guesses.push([last.seq, 'isn-is-first-octet']);
  if (has(last, FIN)) guesses.push([add(right, -1), 'own-fin-uses-no-number']);
  if (last.len > 0) guesses.push([add(right, 1), 'push-occupies-a-number']);
  return [right, guesses];
}
