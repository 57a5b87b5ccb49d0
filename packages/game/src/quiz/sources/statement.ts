import type { RuleId } from '@ackade/tcp';
import type { Skill } from '../../scenario.ts';
import type { Belief } from '../belief.ts';

type Place = readonly [skill: Skill, rule: RuleId];

/**
 * The misconceptions of which RFC 9293 speaks in general, not only in a situation to be shown: each has a wrong and a
 * right sentence in every language. The rule is where the RFC decides, or the paragraph that comes nearest.
 */
export const STATEMENTS = {
  'ack-is-last-octet': ['numbers', '3.10.7.4-5'],
  'ack-adds-one-always': ['numbers', '3.10.7.4-5'],
  'sequence-space-is-31-bits': ['numbers', '3.10.7.4-5'],
  'pure-ack-uses-a-number': ['numbers', '3.10.7.4-7'],
  'push-occupies-a-number': ['numbers', '3.10.7.4-7'],
  'ack-jumps-the-gap': ['numbers', '3.10.7.4-7'],
  'numbers-start-at-zero': ['numbers', '3.10.1'],
  'one-numbering-for-both': ['numbers', '3.10.1'],
  'isn-is-first-octet': ['numbers', '3.10.1'],
  'ack-forgets-syn': ['numbers', '3.10.7.2-3'],
  'ack-forgets-fin': ['numbers', '3.10.7.4-8'],
  'own-fin-uses-no-number': ['numbers', '3.10.7.4-8'],
  'reset-for-lost-third-ack': ['handshake', '3.10.7.4-5'],
  'first-syn-has-ack': ['handshake', '3.10.1'],
  'only-servers-listen-only-clients-open': ['handshake', '3.10.1'],
  'established-too-late': ['handshake', '3.10.7.3-4'],
  'syn-cannot-carry-data': ['handshake', '3.10.7.3-4'],
  'syn-answered-by-ack': ['handshake', '3.10.7.2-3'],
  'state-runs-ahead': ['handshake', '3.10.7.2-3'],
  'fin-without-ack': ['close', '3.10.4'],
  'close-takes-four-segments': ['close', '3.10.4'],
  'ack-and-fin-stay-apart': ['close', '3.10.4'],
  'fin-before-close': ['close', '3.10.4'],
  'close-always-sends-fin': ['close', '3.10.4'],
  'state-lags-behind': ['close', '3.10.4'],
  'fin-skips-data': ['close', '3.10.4'],
  'fin-ends-both-ways': ['close', '3.10.7.4-8'],
  'ends-mixed-up': ['close', '3.10.7.4-8'],
  'ack-answers-ack': ['data', '3.10.7.4-7'],
  'each-segment-has-its-ack': ['data', '3.10.7.4-5'],
  'urgent-means-first': ['data', '3.10.7.4-7'],
  'lost-ack-repeated': ['loss', '3.10.8-2'],
  'new-number-when-repeated': ['loss', '3.10.8-2'],
  'fin-processed-early': ['loss', '3.10.7.4-8'],
  'time-wait-at-wrong-end': ['time-wait', '3.10.7.4-8'],
  'no-time-wait': ['time-wait', '3.10.7.4-8'],
  'time-wait-is-deaf': ['time-wait', '3.10.7.4-8'],
  'closing-though-fin-is-acknowledged': ['time-wait', '3.10.7.4-8'],
  'time-wait-is-a-bug': ['time-wait', '3.10.8-3'],
  'time-wait-guards-only-the-ack': ['time-wait', '3.10.8-3'],
  'time-wait-refuses-syn': ['time-wait', '3.10.7.4-4'],
  'crossing-syns-are-an-error': ['crossing', '3.10.7.3-4'],
  'crossing-syn-answered-by-ack': ['crossing', '3.10.7.3-4'],
  'crossing-fins-need-a-tie-break': ['crossing', '3.10.7.4-8'],
  'reset-answered': ['reset', '3.10.7.1'],
  'reset-without-ack': ['reset', '3.10.7.1'],
  'reset-with-ack-not-needed': ['reset', '3.10.7.1'],
  'refusal-is-silence': ['reset', '3.10.7.1'],
  'listen-ignores-ack': ['reset', '3.10.7.2-2'],
  'bad-segment-answered-by-reset': ['reset', '3.10.7.4-1'],
  'reset-looks-like-fin': ['reset', '3.10.7.4-2'],
  'fin-instead-of-reset': ['reset', '3.10.5'],
  'half-open-is-half-closed': ['half-open', '3.10.7.1'],
  'stranger-is-welcome': ['half-open', '3.10.7.1'],
  'any-reset-kills': ['attack', '3.10.7.4-2'],
  'syn-restarts-the-connection': ['attack', '3.10.7.4-4'],
  'zero-window-means-broken': ['window', '3.8.6.1'],
  'data-into-closed-window': ['window', '3.8.6.1'],
} as const satisfies Partial<Record<Belief, Place>>;
export type StatementCode = keyof typeof STATEMENTS;

export const STATEMENT_CODES = Object.keys(STATEMENTS) as readonly StatementCode[];

export const isStatement = (code: string): code is StatementCode => Object.hasOwn(STATEMENTS, code);
