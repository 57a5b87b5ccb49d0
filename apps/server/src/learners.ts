import {
  decideLearner,
  evolveLearner,
  type Learner,
  type LearnerCommand,
  type LearnerEvent,
} from '@ackade/game';
import type { EventLog } from './event-log.ts';
import { openStreams, type Streams } from './streams.ts';

export type Learners = Streams<Learner, LearnerCommand, LearnerEvent>;

export const openLearners = (log: EventLog, now: () => number): Learners =>
  openStreams({ decide: decideLearner, evolve: evolveLearner }, log, now, () => {});
