import { capture } from './capture.ts';
import { controlBits } from './control-bits.ts';
import type { Kind } from './kind.ts';
import { nextSegment } from './next-segment.ts';
import { numbers } from './numbers.ts';
import { order } from './order.ts';
import { peerAnswer } from './peer-answer.ts';
import { stateAfter } from './state-after.ts';
import { stateNow } from './state-now.ts';
import { statement } from './statement.ts';
import { timeWait } from './time-wait.ts';
import { wrongSegment } from './wrong-segment.ts';

/** Every kind of question. */
export const KINDS: readonly Kind[] = [
  nextSegment,
  controlBits,
  numbers,
  stateNow,
  stateAfter,
  peerAnswer,
  wrongSegment,
  order,
  timeWait,
  statement,
  capture,
];
