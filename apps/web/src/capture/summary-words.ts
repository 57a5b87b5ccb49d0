import { SKIPS, type Skipped } from '@ackade/tcp';
import { locale } from '../locale.ts';
import { m } from '../messages/judge.ts';
import type { Outline } from './judgement.ts';
import { endingWords, skipWords } from './verdict-words.ts';

const number = new Intl.NumberFormat(locale);

/** How many violations there are in all. */
export const violationsIn = (conversations: readonly Outline[]): number =>
  conversations.reduce((sum, { violations }) => sum + violations, 0);

export const violationWords = (violations: number): string =>
  violations > 0 ? m.judge_found({ count: number.format(violations) }) : m.judge_clean();

/** What was judged. */
export const totalWords = (conversations: readonly Outline[]): string =>
  m.judge_counts({
    segments: number.format(conversations.reduce((sum, { segments }) => sum + segments, 0)),
    conversations: number.format(conversations.length),
  });

/** How a conversation ended, of how many segments it is made, and where it was seen if that tells it apart. */
export function outlineWords({ segments, end, interface: name }: Outline): string {
  const outline = m.judge_outline({ segments: number.format(segments), end: endingWords(end) });
  return name === null ? outline : m.judge_seen_on({ name, outline });
}

/** What was passed over, and why; empty where nothing was. */
export function skippedWords(skipped: Skipped): string {
  const reasons = SKIPS.filter((skip) => skipped[skip] > 0);
  const list = reasons.map((skip) => `${skipWords(skip)} ${number.format(skipped[skip])}`);
  return list.length > 0 ? m.judge_skipped({ list: list.join(', ') }) : '';
}
