import type { Misconception } from '../misconception.ts';

/** Beliefs that no single move betrays, but an answer does. */
export const QUIZ_BELIEFS = [
  // About states
  'state-lags-behind',
  'state-runs-ahead',
  'ends-mixed-up',
  // Of statements only
  'syn-cannot-carry-data',
  'close-takes-four-segments',
  'ack-and-fin-stay-apart',
  'time-wait-is-a-bug',
  'time-wait-guards-only-the-ack',
  'half-open-is-half-closed',
  'close-always-sends-fin',
  'reset-looks-like-fin',
  'only-servers-listen-only-clients-open',
  'each-segment-has-its-ack',
] as const;

/** What somebody who chooses a wrong answer seems to believe. */
export type Belief = Misconception | (typeof QUIZ_BELIEFS)[number];
