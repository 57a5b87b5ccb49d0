import type { Progress } from '@ackade/game';
import { pointsOf } from './crowd.ts';

/** Grows with whatever right move a pair makes. */
export const wayOf = (pair: Progress): number => pair.rung + pointsOf(pair) + Number(pair.over);
