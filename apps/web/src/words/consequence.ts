import type { Consequence } from '@ackade/game';
import { m } from '../messages/words.ts';
import { type Endpoint, peerOf, roleWords } from './role.ts';
import { segmentWords } from './segment.ts';

const WORDS: Readonly<
  Record<Exclude<Consequence['kind'], 'answers'>, (inputs: { far: string }) => string>
> = {
  waits: m.consequence_waits,
  ignored: m.consequence_ignored,
  accepted: m.consequence_accepted,
  dies: m.consequence_dies,
};

/** What the other end would have made of a wrong move by `you`. */
export function consequenceWords(consequence: Consequence, you: Endpoint): string {
  const far = roleWords(peerOf(you));
  return consequence.kind === 'answers'
    ? m.consequence_answers({ far, segment: segmentWords(consequence, 'numbers') })
    : WORDS[consequence.kind]({ far });
}
