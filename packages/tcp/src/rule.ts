/**
 * The paragraphs of RFC 9293 that decide an event; the part after the dash is the numbered step, or
 * in §3.10.8 the timeout, within the section. Tests carry these ids in their titles.
 */
export const RULE_IDS = [
  '3.8.6.1',
  '3.8.6.3',
  '3.10.1',
  '3.10.2',
  '3.10.3',
  '3.10.4',
  '3.10.5',
  '3.10.6',
  '3.10.7.1',
  '3.10.7.2-1',
  '3.10.7.2-2',
  '3.10.7.2-3',
  '3.10.7.2-4',
  '3.10.7.3-1',
  '3.10.7.3-2',
  '3.10.7.3-4',
  '3.10.7.3-5',
  '3.10.7.4-1',
  '3.10.7.4-2',
  '3.10.7.4-4',
  '3.10.7.4-5',
  '3.10.7.4-6',
  '3.10.7.4-7',
  '3.10.7.4-8',
  '3.10.8-1',
  '3.10.8-2',
  '3.10.8-3',
] as const;
export type RuleId = (typeof RULE_IDS)[number];
