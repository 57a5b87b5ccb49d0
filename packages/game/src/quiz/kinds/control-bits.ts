import { PSH, type Segment } from '@ackade/tcp';
import { choicesOf, FEWEST_WRONG, MOST_WRONG } from '../choices.ts';
import type { Said } from '../question.ts';
import { wrongBits } from '../wrong/segments.ts';
import type { Kind } from './kind.ts';
import { asked, ofMoments } from './moments.ts';

export const controlBits: Kind = {
  kind: 'control-bits',
  share: 9,
  sources: ofMoments((moment, lots) => {
    const { due, options } = moment;
    if (options.some(({ segment }) => !sameBits(segment, due))) return null;
    const wrong = wrongBits(moment, MOST_WRONG, lots);
    if (wrong.length < FEWEST_WRONG) return null;
    const choices = wrong.map(({ segment, misconception }) => ({
      said: bitsSaid(segment),
      misconception,
    }));
    return { ...asked('control-bits', moment), ...choicesOf(bitsSaid(due), choices, lots) };
  }),
};

const sameBits = (a: Segment, b: Segment | null): boolean =>
  b !== null && (a.ctl | PSH) === (b.ctl | PSH) && a.len > 0 === b.len > 0;

const bitsSaid = (segment: Segment | null): Said =>
  segment ? { kind: 'bits', ctl: segment.ctl & ~PSH, data: segment.len > 0 } : { kind: 'silence' };
