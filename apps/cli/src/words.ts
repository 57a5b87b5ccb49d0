import type { Ending, Reason, Verdict } from '@ackade/observer';

/** Why a segment got its verdict, as a sentence. */
export const WHY: Readonly<Record<Reason, string>> = {
  opens: 'The client asks for a connection and names its initial sequence number.',
  'answers-syn': 'The SYN is acknowledged and answered with a SYN.',
  'crosses-syn': 'Both ends open at the same time, and their SYNs cross.',
  'completes-handshake': 'The SYN of the peer is acknowledged: the handshake is complete.',
  'carries-data': 'It carries the octets that are next in order.',
  acknowledges: 'It acknowledges what has arrived.',
  'acknowledges-fin': 'It acknowledges the FIN of the peer.',
  'acknowledges-again':
    'It repeats the last acknowledgment: what arrived was old, ahead of a gap, or to be challenged.',
  closes: 'The FIN says that no more data will come from this end.',
  aborts: 'The connection is aborted with a reset at the next sequence number.',
  refuses: 'Nobody listens at this port, so the SYN is answered with a reset.',
  denies: 'What this end received fits no connection that it has, so it answers with a reset.',
  reopens: 'This end has lost the connection and opens anew; its peer does not know that yet.',
  'ahead-of-gap': 'It is ahead of something that was lost or delayed.',
  'fills-gap':
    'It fills a gap: it was overtaken on the way, or lost before it could be seen and sent again.',
  overtaken: 'It was sent earlier and has been overtaken on the way.',
  'keeps-alive':
    'It repeats the number before the next one, to hear whether the peer is still there.',
  'probes-window': 'It probes a closed window.',
  'syn-again': 'The SYN was not answered in time and is sent again.',
  'syn-ack-again':
    'The SYN,ACK was not acknowledged in time, or the SYN came again; it is sent again.',
  'data-again': 'The octets were not acknowledged in time and are sent again.',
  'fin-again': 'The FIN was not acknowledged in time and is sent again.',
  'probe-without-data':
    'It probes a closed window with an old number and no octet, as Linux does; the RFC sends one octet.',
  'abort-with-ack': 'The connection is aborted with RST,ACK; the RFC sends a bare RST.',
  'reset-after-close':
    'Data came after this end had closed for good, and it answers with a reset, as the RFC allows.',
  'syn-with-fin': 'A FIN rides on the SYN: the RFC keeps it for later, most stacks drop it.',
  'began-late': 'The connection is older than the capture, so this cannot be checked.',
  'capture-lacks-segments': 'The capture lacks segments that this one depends on.',
  'second-iss': 'A second initial sequence number for a connection that is being opened already.',
  'wrong-ack-of-syn': 'It does not acknowledge the SYN that was sent.',
  'ack-of-unsent': 'It acknowledges what the peer has not sent.',
  'ack-of-half-a-segment':
    'It acknowledges a part of a segment; a segment arrives whole or not at all.',
  'ack-before-connection': 'It acknowledges a number from before the connection began.',
  'ack-taken-back': 'It acknowledges less than this end had acknowledged before.',
  'ack-bit-missing': 'Every segment of an open connection has ACK; this one has not.',
  'impossible-bits': 'No TCP sends these control bits together.',
  'data-after-fin': 'It carries data beyond the FIN, which promised that there would be none.',
  'second-fin': 'A second FIN with another number; the end of a stream does not move.',
  'fin-before-end-of-data': 'The FIN stands before data that this end has sent already.',
  'number-never-reached': 'This end never stood at this sequence number.',
  'number-before-connection': 'The sequence number is from before the connection began.',
  'beyond-window': 'It carries data beyond the window that the peer has offered.',
  'forged-reset':
    'A reset that this end cannot have sent: its number or what follows gives it away.',
  'forged-syn': 'A SYN that this end cannot have sent: it goes on with the connection that it has.',
  'old-duplicate-syn': 'A SYN from an earlier connection; the end that it names resets the answer.',
};

/** How a conversation ended, to be put behind its number. */
export const ENDED: Readonly<Record<Ending, string>> = {
  graceful: 'closed by both ends',
  reset: 'reset',
  open: 'still open where the capture ends',
  refused: 'refused',
  unanswered: 'never answered',
};

/** One sign for each verdict, so that colour is never alone. */
export const SIGN: Readonly<Record<Verdict, string>> = {
  ok: '✓',
  retransmission: '↻',
  'stacks-differ': '≈',
  unknown: '?',
  violation: '✗',
};

/** `1 segment`, `2 segments`. */
export const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
