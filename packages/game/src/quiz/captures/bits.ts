import {
  ACK,
  add,
  type Control,
  FIN,
  has,
  PSH,
  RST,
  type RuleId,
  type Segment,
  type SeqNum,
  SYN,
  segLen,
  within,
} from '@ackade/tcp';
import type { Skill } from '../../scenario.ts';
import type { Belief } from '../belief.ts';
import { choicesOf } from '../choices.ts';
import type { Ask } from '../kinds/kind.ts';
import { firstOf } from '../kinds/moments.ts';
import type { Choice, Draft, Lots, Remark, Said } from '../question.ts';
import type { Captured, Frame } from '../sources/captured.ts';
import { shuffled } from '../sources/lots.ts';
import { excerpt, showing } from './excerpt.ts';

/** Which control bits a frame has that is left out: the numbers of the others tell. */
export const bitsOfFrame: Ask<Captured> = (captured, lots) =>
  firstOf([...captured.frames.keys()], (index) => bitsOf(captured, index, lots), lots);

type Case = {
  readonly ctl: Control;
  readonly skill: Skill;
  readonly rule: RuleId;
  readonly remark: Remark;
  readonly wrong: readonly (readonly [Control, Belief])[];
  /** The frame without which it could have other bits; undefined where it could. */
  readonly proof: (frame: Frame, others: readonly Frame[], after: number) => Frame | undefined;
};

const CASES: readonly Case[] = [
  {
    ctl: SYN | ACK,
    skill: 'handshake',
    rule: '3.10.7.2-3',
    remark: 'capture-bits-syn',
    wrong: [
      [SYN, 'syn-answered-by-syn'],
      [ACK, 'syn-answered-by-ack'],
      [FIN | ACK, 'fin-before-close'],
    ],
    // The first that its end says; and the only one with that number, so nothing else can have occupied it.
    proof: (frame, others, after) =>
      isFirst(frame, others, after) && frame.segment.len === 0
        ? acknowledged(frame.from, frame.segment.seq, others, after)
        : undefined,
  },
  {
    ctl: FIN | ACK,
    skill: 'close',
    rule: '3.10.7.4-8',
    remark: 'capture-bits-fin',
    wrong: [
      [ACK, 'ack-instead-of-fin'],
      [FIN, 'fin-without-ack'],
      [RST | ACK, 'reset-looks-like-fin'],
      [SYN | ACK, 'syn-on-open-connection'],
    ],
    proof: (frame, others, after) =>
      isFirst(frame, others, after)
        ? undefined
        : acknowledged(frame.from, nextOf(frame), others, after),
  },
  {
    ctl: ACK,
    skill: 'data',
    rule: '3.10.7.4-7',
    remark: 'capture-bits-ack',
    wrong: [
      [FIN | ACK, 'own-fin-uses-no-number'],
      [SYN | ACK, 'syn-on-open-connection'],
      [RST | ACK, 'reset-in-good-standing'],
    ],
    // Its next number is one of data, so it has taken none for a bit; and it was no RST, for its end goes on.
    proof: (frame, others, after) => {
      const next = nextOf(frame);
      const own = (f: Frame): boolean => f.from === frame.from && !has(f.segment, RST | SYN);
      return !isFirst(frame, others, after) && others.slice(after).some(own)
        ? others.find((f) => own(f) && within(next, f.segment.seq, f.segment.len))
        : undefined;
    },
  },
];

const isFirst = ({ from }: Frame, others: readonly Frame[], after: number): boolean =>
  !others.slice(0, after).some((f) => f.from === from);

/** The number after its data. */
const nextOf = ({ segment }: Frame): SeqNum => add(segment.seq, segment.len);

/** Who acknowledges number `n` of `from` first, if no other frame has occupied it. */
function acknowledged(
  from: Frame['from'],
  n: SeqNum,
  others: readonly Frame[],
  after: number,
): Frame | undefined {
  const occupied = others.some(
    ({ from: of, segment }) => of === from && within(n, segment.seq, segLen(segment)),
  );
  if (occupied) return undefined;
  return others
    .slice(after)
    .find((f) => f.from !== from && has(f.segment, ACK) && f.segment.ack === add(n, 1));
}

function bitsOf({ name, frames }: Captured, index: number, lots: Lots): Draft | null {
  const frame = frames[index];
  const found = CASES.find(({ ctl }) => frame && ctl === (frame.segment.ctl & ~PSH));
  if (!frame || !found) return null;
  const { from, number, segment } = frame;
  const proof = found.proof(frame, frames.toSpliced(index, 1), index);
  const at = proof ? frames.indexOf(proof) : -1;
  const shown = excerpt(frames, Math.min(index, at), Math.max(index, at));
  if (!proof || !shown) return null;
  const figure = shown.filter((f) => f !== frame);
  return {
    ...showing(figure),
    skill: found.skill,
    variant: `capture/${name}/${number}/bits`,
    prompt: {
      code: 'capture-bits',
      params: {
        at: from,
        frame: number,
        octets: segment.len,
        number: segment.seq,
        ack: segment.ack,
      },
    },
    explanation: [
      {
        code: found.remark,
        params: { frame: proof.number, number: nextOf(frame) },
      },
    ],
    rule: found.rule,
    row: figure.indexOf(proof),
    ...choicesOf(
      bitsIn(found.ctl, segment),
      shuffled(found.wrong, lots).map(
        ([ctl, misconception]): Choice => ({ said: bitsIn(ctl, segment), misconception }),
      ),
      lots,
    ),
  };
}

const bitsIn = (ctl: Control, { len }: Segment): Said => ({ kind: 'bits', ctl, data: len > 0 });
