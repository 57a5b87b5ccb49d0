/** What an observer can say of a segment that it saw. */
export const VERDICTS = ['ok', 'retransmission', 'stacks-differ', 'unknown', 'violation'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Why, by verdict, each with the paragraph of RFC 9293 that decides. The words are the program's that
 * shows them.
 */
export const REASONS = {
  ok: {
    opens: '3.10.1',
    'answers-syn': '3.10.7.2-3',
    'crosses-syn': '3.5',
    'completes-handshake': '3.10.7.3-4',
    'carries-data': '3.10.2',
    acknowledges: '3.10.7.4-7',
    'acknowledges-fin': '3.10.7.4-8',
    'acknowledges-again': '3.10.7.4-1',
    closes: '3.10.4',
    aborts: '3.10.5',
    /** A port at which nobody listens. */
    refuses: '3.10.7.1',
    /** A RST from an endpoint that knows nothing of the connection to which it belongs. */
    denies: '3.5.2',
    /** A SYN from an endpoint that has lost its state; the other end is half-open. */
    reopens: '3.5.1',
    'ahead-of-gap': '3.4',
    /** Data that were missing: overtaken on the way, or lost before they could be seen and sent again. */
    'fills-gap': '3.4',
    /** Sent before something that was seen earlier. */
    overtaken: '3.4',
    'keeps-alive': '3.8.4',
    'probes-window': '3.8.6.1',
  },
  retransmission: {
    'syn-again': '3.10.8',
    'syn-ack-again': '3.10.8',
    'data-again': '3.10.8',
    'fin-again': '3.10.8',
  },
  'stacks-differ': {
    /** Linux probes a closed window with an old number and no octet. */
    'probe-without-data': '3.8.6.1',
    /** The RFC's ABORT sends a bare RST, stacks add an ACK. */
    'abort-with-ack': '3.10.5',
    /** Data came after CLOSE: a stack without a reader resets (half-duplex close, MAY-1). */
    'reset-after-close': '3.6.1',
    /** The RFC keeps the FIN for later, Linux drops the segment. */
    'syn-with-fin': '3.10.7.2-3',
  },
  unknown: {
    'began-late': '3.10',
    'capture-lacks-segments': '3.10',
  },
  violation: {
    'second-iss': '3.4.1',
    'wrong-ack-of-syn': '3.10.7.3-1',
    'ack-of-unsent': '3.10.7.4-5',
    'ack-of-half-a-segment': '3.10.7.4-7',
    'ack-before-connection': '3.10.7.4-5',
    'ack-taken-back': '3.4',
    'ack-bit-missing': '3.10.7.4-5',
    'impossible-bits': '3.1',
    'data-after-fin': '3.10.4',
    'second-fin': '3.10.4',
    'fin-before-end-of-data': '3.10.4',
    'number-never-reached': '3.4',
    'number-before-connection': '3.4',
    'beyond-window': '3.8.6',
    'forged-reset': '3.5.3',
    'forged-syn': '3.10.7.4-4',
    'old-duplicate-syn': '3.5',
  },
} as const satisfies Record<Verdict, Record<string, string>>;

export type Reason = { [V in Verdict]: keyof (typeof REASONS)[V] }[Verdict];

/** One line of `REASONS`. */
export type Finding = {
  readonly reason: Reason;
  readonly verdict: Verdict;
  readonly rule: string;
};

/** All reasons in one list; a finding's place in it is how the journal keeps it. */
export const FINDINGS: readonly Finding[] = VERDICTS.flatMap((verdict) =>
  Object.entries(REASONS[verdict]).map(([reason, rule]) => ({
    reason: reason as Reason,
    verdict,
    rule,
  })),
);
