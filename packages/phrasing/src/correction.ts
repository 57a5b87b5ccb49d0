import { type Belief, isStatement } from '@ackade/game';
import type { Words } from './words.ts';

/** What holds instead of a belief, where RFC 9293 says so in general; null otherwise. */
export const correction = (belief: Belief, { statements }: Words): string | null =>
  isStatement(belief) ? statements[belief].right : null;
