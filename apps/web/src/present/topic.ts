/** What the class may be asked to think about, while a round is played. */
import type { Misconception, RowView, Scenario } from '@ackade/game';
import { bitsOf } from '../words/bit.ts';
import { isRungRow } from './track.ts';

export type Topic =
  | 'answer'
  | 'bits'
  | 'numbers'
  | 'states'
  | 'opening'
  | 'closing'
  | 'reset'
  | 'loss'
  | 'data'
  | 'window'
  | 'arrived';

const TOPICS: Readonly<Record<Misconception, Topic>> = {
  'reset-answered': 'answer',
  'any-reset-kills': 'reset',
  'syn-restarts-the-connection': 'opening',
  'time-wait-is-deaf': 'answer',
  'time-wait-refuses-syn': 'opening',
  'crossing-syns-are-an-error': 'opening',
  'crossing-fins-need-a-tie-break': 'closing',
  'zero-window-means-broken': 'window',
  'data-into-closed-window': 'window',
  'fin-ends-both-ways': 'closing',
  'refusal-is-silence': 'answer',
  'listen-ignores-ack': 'answer',
  'ack-answers-ack': 'answer',
  'fin-before-close': 'closing',
  'silence-when-owed': 'answer',
  'urgent-means-first': 'bits',
  'reset-for-lost-third-ack': 'loss',
  'bad-segment-answered-by-reset': 'reset',
  'stranger-is-welcome': 'reset',
  'reset-without-ack': 'reset',
  'reset-with-ack-not-needed': 'reset',
  'fin-instead-of-reset': 'closing',
  'reset-in-good-standing': 'reset',
  'first-syn-has-ack': 'opening',
  'crossing-syn-answered-by-ack': 'opening',
  'syn-answered-by-ack': 'opening',
  'syn-answered-by-syn': 'opening',
  'syn-twice': 'opening',
  'syn-on-open-connection': 'opening',
  'fin-twice': 'closing',
  'fin-without-ack': 'closing',
  'lost-ack-repeated': 'loss',
  'lost-segment-not-repeated': 'loss',
  'fin-skips-data': 'closing',
  'ack-left-off': 'bits',
  'ack-instead-of-fin': 'closing',
  'push-without-data': 'bits',
  'data-missing': 'data',
  'data-not-asked-for': 'data',
  'nothing-owed': 'answer',
  'wrong-bits': 'bits',
  'fin-processed-early': 'closing',
  'ack-jumps-the-gap': 'numbers',
  'sequence-space-is-31-bits': 'numbers',
  'ack-forgets-syn': 'numbers',
  'ack-forgets-fin': 'numbers',
  'ack-is-last-octet': 'numbers',
  'isn-is-first-octet': 'numbers',
  'own-fin-uses-no-number': 'numbers',
  'pure-ack-uses-a-number': 'numbers',
  'push-occupies-a-number': 'numbers',
  'ack-adds-one-always': 'numbers',
  'one-numbering-for-both': 'numbers',
  'numbers-start-at-zero': 'numbers',
  'new-number-when-repeated': 'numbers',
  'wrong-ack': 'numbers',
  'wrong-seq': 'numbers',
  'wrong-length': 'data',
  'no-time-wait': 'states',
  'time-wait-at-wrong-end': 'states',
  'closing-though-fin-is-acknowledged': 'closing',
  'established-too-late': 'states',
  'wrong-window': 'window',
  'wrong-state': 'states',
};

/** What a misconception is about. */
export const topicOf = (code: Misconception): Topic => TOPICS[code];

type Stage = 'opening' | 'closing' | null;

/**
 * What the connection is about after `station` rungs, by those rungs alone; null where that cannot be said, be it that
 * they are not told yet.
 */
function stageAt(station: number, told: readonly RowView[], start: Scenario['start']): Stage {
  const rungs = told.filter(isRungRow).slice(0, station);
  if (rungs.length < station) return null;
  const said = rungs.map(({ segment }) => bitsOf(segment.ctl));
  if (said.length === 0) return start === 'closed' ? 'opening' : null;
  if (said.at(-1)?.includes('SYN')) return 'opening';
  return said.some((bits) => bits.includes('FIN')) ? 'closing' : null;
}

/**
 * What to ask those who have shown a misconception after `station` rungs. A wrong move may be about anything: where
 * that is not what the step or the scenario is about, they are asked about the step.
 */
export function topicAt(
  code: Misconception,
  station: number,
  told: readonly RowView[],
  { start, skills }: Pick<Scenario, 'start' | 'skills'>,
): Topic {
  const topic = topicOf(code);
  const stage = stageAt(station, told, start);
  const otherwise = stage ?? 'arrived';
  switch (topic) {
    case 'opening':
    case 'closing':
      return otherwise;
    case 'reset':
    case 'loss':
      return skills.includes(topic) ? topic : otherwise;
    case 'data':
    case 'window':
      return stage === null && skills.includes(topic) ? topic : otherwise;
    default:
      return topic;
  }
}
