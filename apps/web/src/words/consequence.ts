import type { Consequence } from '@ackade/game';
import { m } from '../messages/words.ts';
import type { MistakeRow } from './mistake.ts';
import { peerOf, roleWords } from './role.ts';
import { segmentWords } from './segment.ts';

const WORDS: Readonly<
  Record<Exclude<Consequence['kind'], 'answers'>, (inputs: { far: string }) => string>
> = {
  waits: m.consequence_waits,
  ignored: m.consequence_ignored,
  accepted: m.consequence_accepted,
  dies: m.consequence_dies,
};

/** What the other end would have made of a wrong move. */
export function consequenceWords({
  at,
  move,
  consequence,
}: Pick<MistakeRow, 'at' | 'move' | 'consequence'>): string {
  const far = roleWords(peerOf(at));
  if (consequence.kind === 'answers')
    return m.consequence_answers({ far, segment: segmentWords(consequence, 'numbers') });
  // There is nothing to ignore where nothing was sent.
  const unnoticed = consequence.kind === 'ignored' && move.kind === 'silent';
  return unnoticed ? m.consequence_unnoticed({ far }) : WORDS[consequence.kind]({ far });
}
