import {
  ACK,
  add,
  atOrBefore,
  ENDPOINTS,
  type Endpoint,
  FIN,
  has,
  isPureAck,
  RST,
  type SeqNum,
  segEnd,
} from '@ackade/tcp';
import type { Belief } from '../belief.ts';
import { choicesOf } from '../choices.ts';
import type { Ask } from '../kinds/kind.ts';
import type { Choice, Explained, Said } from '../question.ts';
import type { Captured, Frame } from '../sources/captured.ts';
import { excerpt, showing } from './excerpt.ts';

/**
 * Who closed first. The order of the FINs in a capture does not tell: one may have been lost before it could be seen.
 * Where they cross, neither acknowledges the other; else the first is acknowledged by an end whose next number is not
 * past its own FIN. Of what shows neither nothing is asked.
 */
export const firstCloser: Ask<Captured> = ({ name, frames }, lots) => {
  if (frames.some((f) => has(f.segment, RST))) return null;
  const [earlier, later] = ENDPOINTS.flatMap(
    (at) => frames.find((f) => f.from === at && has(f.segment, FIN)) ?? [],
  ).toSorted((a, b) => a.number - b.number);
  if (!earlier || !later) return null;
  const crossed = !covers(later, earlier) && !covers(earlier, later);
  const proof = crossed ? later : proofThat(earlier, later, frames);
  const shown = proof && excerpt(frames, frames.indexOf(earlier), frames.indexOf(later));
  if (!proof || !shown) return null;
  const right = crossed ? 'both' : earlier.from;
  const wrong = [
    wrongly(later.from, 'ends-mixed-up'),
    crossed
      ? wrongly(earlier.from, 'crossing-fins-need-a-tie-break')
      : wrongly('both', 'fin-ends-both-ways'),
  ];
  return {
    ...showing(shown),
    skill: crossed ? 'crossing' : 'close',
    variant: `capture/${name}/closer`,
    prompt: { code: 'capture-closer', params: {} },
    explanation: [explained(crossed, earlier, later, proof)],
    rule: crossed ? '3.10.7.4-8' : '3.10.4',
    row: shown.indexOf(proof),
    ...choicesOf(closer(right), wrong, lots),
  };
};

const closer = (who: Endpoint | 'both'): Said => ({ kind: 'closer', who });

const covers = ({ segment }: Frame, fin: Frame): boolean =>
  has(segment, ACK) && atOrBefore(segEnd(fin.segment), segment.ack);

const finNumber = ({ segment }: Frame): SeqNum => add(segEnd(segment), -1);

/** The pure ACK of `first`, from an end that has not closed yet. */
function proofThat(first: Frame, second: Frame, frames: readonly Frame[]): Frame | null {
  const proof = frames.find((f) => f.from === second.from && covers(f, first));
  const closed = frames.find((f) => f.from === first.from && covers(f, second));
  if (!proof || !isPureAck(proof.segment)) return null;
  if (!atOrBefore(proof.segment.seq, finNumber(second))) return null;
  return !closed || frames.indexOf(proof) < frames.indexOf(closed) ? proof : null;
}

function explained(crossed: boolean, earlier: Frame, later: Frame, proof: Frame): Explained {
  const params = { fin: earlier.number, other: later.number };
  return crossed
    ? { code: 'capture-closed-both', params }
    : {
        code: 'capture-closed-first',
        params: { ...params, at: earlier.from, frame: proof.number, number: proof.segment.seq },
      };
}

const wrongly = (who: Endpoint | 'both', misconception: Belief): Choice => ({
  said: closer(who),
  misconception,
});
