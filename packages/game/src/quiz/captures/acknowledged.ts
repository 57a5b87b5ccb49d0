import { ACK, add, atOrBefore, has, RST, type SeqNum, SYN } from '@ackade/tcp';
import type { Belief } from '../belief.ts';
import { choicesOf, FEWEST_WRONG } from '../choices.ts';
import type { Ask } from '../kinds/kind.ts';
import { firstOf } from '../kinds/moments.ts';
import type { Choice, Draft, Lots } from '../question.ts';
import type { Captured, Frame } from '../sources/captured.ts';
import { shuffled } from '../sources/lots.ts';
import { excerpt, showing } from './excerpt.ts';
import { repeatsIn } from './repeats.ts';

/** Which frame is the first to acknowledge the data of another. */
export const acknowledgingFrame: Ask<Captured> = (captured, lots) => {
  const repeats = repeatsIn(captured.frames);
  return firstOf(
    captured.frames.filter(
      ({ segment: s }, i) => s.len > 0 && !has(s, SYN) && repeats[i] === 'none',
    ),
    (frame) => ackOf(captured, frame, lots),
    lots,
  );
};

function ackOf({ name, frames }: Captured, frame: Frame, lots: Lots): Draft | null {
  const { from, number, segment } = frame;
  const end = add(segment.seq, segment.len);
  const index = frames.indexOf(frame);
  const found = frames.findIndex((f) => f.from !== from && acknowledges(f, end));
  const first = frames[found];
  // A RST that carries an ACK has come for another reason.
  if (!first || found < index || has(first.segment, RST)) return null;
  const shown = excerpt(frames, index, found);
  if (!shown) return null;
  const row = shown.indexOf(first);
  const wrong = shuffled(shown, lots).flatMap((f): Choice[] => {
    const at = shown.indexOf(f);
    if (f === frame || at === row || !has(f.segment, ACK) || has(f.segment, RST)) return [];
    const misconception = beliefIn(f, from, end);
    return [{ said: { kind: 'row', row: at }, misconception }];
  });
  if (wrong.length < FEWEST_WRONG) return null;
  return {
    ...showing(shown),
    skill: 'data',
    variant: `capture/${name}/${number}/acknowledged`,
    prompt: {
      code: 'capture-acknowledged',
      params: { at: from, frame: number, octets: segment.len },
    },
    explanation: [
      {
        code: 'capture-acknowledged',
        params: { frame: number, by: first.number, number: end, ack: first.segment.ack },
      },
    ],
    rule: '3.10.7.4-5',
    row,
    ...choicesOf({ kind: 'row', row }, wrong, lots),
  };
}

const acknowledges = ({ segment }: Frame, end: SeqNum): boolean =>
  has(segment, ACK) && atOrBefore(end, segment.ack);

function beliefIn(f: Frame, sender: Frame['from'], end: SeqNum): Belief {
  if (f.from === sender) return 'ends-mixed-up';
  return acknowledges(f, end) ? 'each-segment-has-its-ack' : 'ack-is-last-octet';
}
