import type { RuleId } from '@ackade/tcp';
import type { Skill } from '../../scenario.ts';
import type { Belief } from '../belief.ts';

/** A sentence to be told true from false. Each has a wrong form and a right one in every language. */
export type Statement = {
  readonly misconception: Belief;
  readonly skill: Skill;
  /** Where the RFC decides, or the paragraph that comes nearest. */
  readonly rule: RuleId;
};

const about = (skill: Skill, rule: RuleId, ...codes: Belief[]): Statement[] =>
  codes.map((misconception) => ({ misconception, skill, rule }));

/** One for each misconception of which RFC 9293 speaks in general, not only in a situation to be shown. */
export const STATEMENTS: readonly Statement[] = [
  ...about(
    'numbers',
    '3.10.7.4-5',
    'ack-is-last-octet',
    'ack-adds-one-always',
    'sequence-space-is-31-bits',
  ),
  ...about(
    'numbers',
    '3.10.7.4-7',
    'pure-ack-uses-a-number',
    'push-occupies-a-number',
    'ack-jumps-the-gap',
  ),
  ...about(
    'numbers',
    '3.10.1',
    'numbers-start-at-zero',
    'one-numbering-for-both',
    'isn-is-first-octet',
  ),
  ...about('numbers', '3.10.7.2-3', 'ack-forgets-syn'),
  ...about('numbers', '3.10.7.4-8', 'ack-forgets-fin', 'own-fin-uses-no-number'),
  ...about('handshake', '3.10.7.4-5', 'reset-for-lost-third-ack'),
  ...about('handshake', '3.10.1', 'first-syn-has-ack', 'only-servers-listen-only-clients-open'),
  ...about('handshake', '3.10.7.3-4', 'established-too-late', 'syn-cannot-carry-data'),
  ...about('handshake', '3.10.7.2-3', 'syn-answered-by-ack', 'state-runs-ahead'),
  ...about(
    'close',
    '3.10.4',
    'fin-without-ack',
    'close-takes-four-segments',
    'ack-and-fin-stay-apart',
  ),
  ...about(
    'close',
    '3.10.4',
    'fin-before-close',
    'close-always-sends-fin',
    'state-lags-behind',
    'fin-skips-data',
  ),
  ...about('close', '3.10.7.4-8', 'fin-ends-both-ways', 'ends-mixed-up'),
  ...about('data', '3.10.7.4-7', 'ack-answers-ack', 'urgent-means-first'),
  ...about('loss', '3.10.8-2', 'lost-ack-repeated', 'new-number-when-repeated'),
  ...about('loss', '3.10.7.4-8', 'fin-processed-early'),
  ...about(
    'time-wait',
    '3.10.7.4-8',
    'time-wait-at-wrong-end',
    'no-time-wait',
    'time-wait-is-deaf',
    'closing-though-fin-is-acknowledged',
  ),
  ...about('time-wait', '3.10.8-3', 'time-wait-is-a-bug', 'time-wait-guards-only-the-ack'),
  ...about('time-wait', '3.10.7.4-4', 'time-wait-refuses-syn'),
  ...about('crossing', '3.10.7.3-4', 'crossing-syns-are-an-error', 'crossing-syn-answered-by-ack'),
  ...about('crossing', '3.10.7.4-8', 'crossing-fins-need-a-tie-break'),
  ...about(
    'reset',
    '3.10.7.1',
    'reset-answered',
    'reset-without-ack',
    'reset-with-ack-not-needed',
    'refusal-is-silence',
  ),
  ...about('reset', '3.10.7.2-2', 'listen-ignores-ack'),
  ...about('reset', '3.10.7.4-1', 'bad-segment-answered-by-reset'),
  ...about('reset', '3.10.7.4-2', 'reset-looks-like-fin'),
  ...about('reset', '3.10.5', 'fin-instead-of-reset'),
  ...about('half-open', '3.10.7.1', 'half-open-is-half-closed', 'stranger-is-welcome'),
  ...about('attack', '3.10.7.4-2', 'any-reset-kills'),
  ...about('attack', '3.10.7.4-4', 'syn-restarts-the-connection'),
  ...about('window', '3.8.6.1', 'zero-window-means-broken', 'data-into-closed-window'),
];
