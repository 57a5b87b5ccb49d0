/**
 * The coded reasons behind wrong moves, likeliest first where several fit one move. The sentences
 * that go with them are the client's, in its language.
 */
export const MISCONCEPTIONS = [
  // About when to speak
  'silence-when-owed',
  'ack-answers-ack',
  'fin-before-close',
  'nothing-owed',
  // About the control bits
  'reset-in-good-standing',
  'first-syn-has-ack',
  'syn-answered-by-ack',
  'syn-answered-by-syn',
  'syn-twice',
  'syn-on-open-connection',
  'ack-left-off',
  'fin-twice',
  'fin-without-ack',
  'ack-instead-of-fin',
  'fin-skips-data',
  'push-without-data',
  'data-missing',
  'data-not-asked-for',
  'lost-segment-not-repeated',
  'wrong-bits',
  // About the numbers
  'ack-forgets-syn',
  'ack-forgets-fin',
  'ack-is-last-octet',
  'ack-adds-one-always',
  'one-numbering-for-both',
  'pure-ack-uses-a-number',
  'numbers-start-at-zero',
  'new-number-when-repeated',
  'wrong-ack',
  'wrong-seq',
  'wrong-length',
] as const;
export type Misconception = (typeof MISCONCEPTIONS)[number];
