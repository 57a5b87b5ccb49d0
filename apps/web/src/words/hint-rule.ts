import type { RuleId } from '@ackade/tcp';
import { m } from '../messages/hints.ts';

const WORDS: Readonly<Record<RuleId, () => string>> = {
  '3.8.6.1': m.hint_3_8_6_1,
  '3.8.6.3': m.hint_3_8_6_3,
  '3.10.1': m.hint_3_10_1,
  '3.10.2': m.hint_3_10_2,
  '3.10.3': m.hint_3_10_3,
  '3.10.4': m.hint_3_10_4,
  '3.10.5': m.hint_3_10_5,
  '3.10.6': m.hint_3_10_6,
  '3.10.7.1': m.hint_3_10_7_1,
  '3.10.7.2-1': m.hint_3_10_7_2_1,
  '3.10.7.2-2': m.hint_3_10_7_2_2,
  '3.10.7.2-3': m.hint_3_10_7_2_3,
  '3.10.7.2-4': m.hint_3_10_7_2_4,
  '3.10.7.3-1': m.hint_3_10_7_3_1,
  '3.10.7.3-2': m.hint_3_10_7_3_2,
  '3.10.7.3-4': m.hint_3_10_7_3_4,
  '3.10.7.3-5': m.hint_3_10_7_3_5,
  '3.10.7.4-1': m.hint_3_10_7_4_1,
  '3.10.7.4-2': m.hint_3_10_7_4_2,
  '3.10.7.4-4': m.hint_3_10_7_4_4,
  '3.10.7.4-5': m.hint_3_10_7_4_5,
  '3.10.7.4-6': m.hint_3_10_7_4_6,
  '3.10.7.4-7': m.hint_3_10_7_4_7,
  '3.10.7.4-8': m.hint_3_10_7_4_8,
  '3.10.8-1': m.hint_3_10_8_1,
  '3.10.8-2': m.hint_3_10_8_2,
  '3.10.8-3': m.hint_3_10_8_3,
};

/** What the paragraph makes a TCP do, in plain words. */
export const hintRuleWords = (rule: RuleId): string => WORDS[rule]();
