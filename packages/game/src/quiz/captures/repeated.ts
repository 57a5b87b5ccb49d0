import { isPureAck, segLen, within } from '@ackade/tcp';
import type { Belief } from '../belief.ts';
import { choicesOf, FEWEST_WRONG } from '../choices.ts';
import type { Ask } from '../kinds/kind.ts';
import { firstOf } from '../kinds/moments.ts';
import type { Choice, Draft, Lots } from '../question.ts';
import type { Captured, Frame } from '../sources/captured.ts';
import { shuffled } from '../sources/lots.ts';
import { excerpt, showing } from './excerpt.ts';
import { type Repeats, repeatsIn } from './repeats.ts';

/**
 * Which frame brings nothing but what had been there before. Whether its sender or the network has repeated it,
 * a capture does not tell, and is not asked.
 */
export const repeatedFrame: Ask<Captured> = (captured, lots) => {
  const repeats = repeatsIn(captured.frames);
  return firstOf(
    [...captured.frames.keys()].filter((i) => repeats[i] === 'all'),
    (index) => repeatOf(captured, repeats, index, lots),
    lots,
  );
};

function repeatOf(
  { name, frames }: Captured,
  repeats: readonly Repeats[],
  index: number,
  lots: Lots,
): Draft | null {
  const frame = frames[index];
  if (!frame) return null;
  const { seq } = frame.segment;
  const original = frames.findIndex(
    ({ from, segment }) => from === frame.from && within(seq, segment.seq, segLen(segment)),
  );
  const before = frames[original];
  const shown = excerpt(frames, original, index);
  if (!before || !shown) return null;
  const fresh = shown.filter((f) => repeats[frames.indexOf(f)] === 'none');
  const wrong = shuffled(fresh, lots).flatMap((f): Choice[] => {
    const misconception = beliefIn(f);
    return misconception ? [{ said: { kind: 'row', row: shown.indexOf(f) }, misconception }] : [];
  });
  if (wrong.length < FEWEST_WRONG) return null;
  const row = shown.indexOf(frame);
  // What is shown must tell it by itself.
  if (repeatsIn(shown)[row] !== 'all') return null;
  return {
    ...showing(shown),
    skill: 'loss',
    variant: `capture/${name}/${frame.number}/repeated`,
    prompt: { code: 'capture-repeated', params: {} },
    explanation: [
      {
        code: 'capture-repeated',
        params: { frame: before.number, again: frame.number, number: seq },
      },
    ],
    rule: '3.10.8-2',
    row,
    ...choicesOf({ kind: 'row', row }, wrong, lots),
  };
}

/** What makes a frame that brings something new, or an ACK, look like a repetition. */
function beliefIn({ segment }: Frame): Belief | null {
  if (segLen(segment) > 0) return 'new-number-when-repeated';
  return isPureAck(segment) ? 'lost-ack-repeated' : null;
}
