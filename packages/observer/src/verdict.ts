/** What an observer can say of a segment that it saw. */
export const VERDICTS = ['ok', 'retransmission', 'stacks-differ', 'unknown', 'violation'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why, by verdict. The words are the program's that shows them. */
export const REASONS = {
  ok: [
    'opens',
    'answers-syn',
    'crosses-syn',
    'completes-handshake',
    'carries-data',
    'acknowledges',
    'acknowledges-again',
    'closes',
    'aborts',
    'refuses',
    'denies',
    'reopens',
    'ahead-of-gap',
    'overtaken',
    'probes-window',
  ],
  retransmission: ['syn-again', 'syn-ack-again', 'data-again', 'fin-again'],
  'stacks-differ': [
    'keep-alive',
    'probe-without-data',
    'abort-with-ack',
    'reset-after-close',
    'syn-with-fin',
  ],
  unknown: ['began-late', 'capture-lacks-segments'],
  violation: [
    'second-iss',
    'wrong-ack-of-syn',
    'ack-of-unsent',
    'ack-of-half-a-segment',
    'ack-before-connection',
    'ack-bit-missing',
    'impossible-bits',
    'data-after-fin',
    'second-fin',
    'number-never-reached',
    'number-before-connection',
    'beyond-window',
    'forged-reset',
    'forged-syn',
    'old-duplicate-syn',
    'speaks-after-reset',
    'no-such-connection',
  ],
} as const satisfies Record<Verdict, readonly string[]>;
export type Reason = (typeof REASONS)[Verdict][number];
