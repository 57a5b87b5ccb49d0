import type { Segment } from '@ackade/tcp';
import { choicesOf, FEWEST_WRONG, MOST_WRONG } from '../choices.ts';
import type { Moment } from '../moment.ts';
import type { Draft, Lots, PromptCode, Said } from '../question.ts';
import { looksLike, wrongSegments } from '../wrong/segments.ts';
import type { Kind } from './kind.ts';
import { asked, ofMoments } from './moments.ts';

export const nextSegment: Kind = {
  kind: 'next-segment',
  share: 12,
  sources: ofMoments((moment, lots) => segmentQuestion('next-segment', moment, lots)),
};

/** Which segment comes of the moment; null where more than one would be right. */
export function segmentQuestion(code: PromptCode, moment: Moment, lots: Lots): Draft | null {
  const { options, due } = moment;
  if (options.some((o) => !looksLike(o.segment, due))) return null;
  const wrong = wrongSegments(moment, MOST_WRONG, lots);
  if (wrong.length < FEWEST_WRONG) return null;
  const choices = wrong.map(({ segment, misconception }) => ({
    said: segmentSaid(segment),
    misconception,
  }));
  return { ...asked(code, moment), ...choicesOf(segmentSaid(due), choices, lots) };
}

const segmentSaid = (segment: Segment | null): Said =>
  segment ? { kind: 'segment', segment } : { kind: 'silence' };
