import type { Control, RuleId } from '@ackade/tcp';
import type { Misconception } from './misconception.ts';

/** What was special about a right move, where there was a choice or something worth knowing. */
export const NOTES = [
  'fin-carries-ack',
  'ack-before-fin',
  'ack-and-fin-merged',
  'ack-on-data',
  'fin-on-data',
  'data-joined',
  'cumulative-ack',
  'sent-again',
  'bare-ack-for-repeated-syn',
  'reset-with-ack',
  'silence-is-right',
] as const;
export type Note = (typeof NOTES)[number];

/**
 * What the peer's TCP would have done with a wrong segment, found by running `step` on its TCB.
 * Only a RST shows numbers: they are the player's own sent back. Those of an ACK would tell the player
 * what the peer expects while the move is still to be made.
 */
export type Consequence =
  | { readonly kind: 'waits' }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'dies' }
  | {
      readonly kind: 'answers';
      readonly ctl: Control;
      readonly seq?: number;
      readonly ack?: number;
    };

export type RightVerdict = {
  readonly right: true;
  readonly rule: RuleId;
  readonly note: Note | null;
};

export type WrongVerdict = {
  readonly right: false;
  readonly rule: RuleId;
  /** At least one, likeliest first. */
  readonly misconceptions: readonly [Misconception, ...Misconception[]];
  readonly consequence: Consequence;
};

export type Verdict = RightVerdict | WrongVerdict;
