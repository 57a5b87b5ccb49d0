import type { Words } from './words.ts';

export const STATEMENTS: Words['statements'] = {
  'ack-is-last-octet': {
    wrong: 'SEG.ACK is the number of the last octet that has arrived.',
    right: 'SEG.ACK is the number of the next octet that is expected.',
  },
  'ack-adds-one-always': {
    wrong: 'SEG.ACK is always one more than the end of the data that has arrived.',
    right: 'SEG.ACK counts the octets that have arrived, and one more only for a SYN or a FIN.',
  },
  'sequence-space-is-31-bits': {
    wrong: 'Sequence numbers end at 2^31 − 1; a connection that reaches it must be closed.',
    right: 'Sequence numbers run to 2^32 − 1 and go on at 0.',
  },
  'pure-ack-uses-a-number': {
    wrong: 'Every segment uses up a sequence number, an ACK without data too.',
    right: 'An ACK without data uses no sequence number: the data after it has the same SEG.SEQ.',
  },
  'push-occupies-a-number': {
    wrong: 'PSH occupies a sequence number, as SYN and FIN do.',
    right: 'Of the control bits only SYN and FIN occupy a sequence number.',
  },
  'ack-jumps-the-gap': {
    wrong: 'When octets 1–10 and 21–30 have arrived, SEG.ACK says that octet 31 is expected.',
    right: 'SEG.ACK stays before a gap, however much has arrived behind it.',
  },
  'numbers-start-at-zero': {
    wrong: 'Every connection begins with sequence number 0.',
    right:
      'Each end chooses an initial sequence number that is hard to guess; a 0 in a capture is only how it is shown.',
  },
  'one-numbering-for-both': {
    wrong: 'Both ends count in one common numbering.',
    right:
      'Each direction has a numbering of its own: SEG.SEQ belongs to one, SEG.ACK to the other.',
  },
  'isn-is-first-octet': {
    wrong: 'The first octet of data has the initial sequence number.',
    right: 'The SYN has the initial sequence number, and the first octet of data the one after it.',
  },
  'ack-forgets-syn': {
    wrong: 'A SYN with SEG.SEQ 100 is acknowledged by SEG.ACK 100.',
    right: 'A SYN with SEG.SEQ 100 is acknowledged by SEG.ACK 101, because it occupies a number.',
  },
  'ack-forgets-fin': {
    wrong: 'A FIN carries no data, so SEG.ACK does not count it.',
    right: 'A FIN occupies a number, so the SEG.ACK that acknowledges it is one higher.',
  },
  'own-fin-uses-no-number': {
    wrong: 'After its FIN an end goes on with the number that the FIN had.',
    right: 'What an end sends after its FIN has the number behind the FIN.',
  },
  'reset-for-lost-third-ack': {
    wrong: 'If the third segment of the handshake is lost, the data that follows it is reset.',
    right:
      'If the third segment of the handshake is lost, data that carries the same ACK completes it.',
  },
  'first-syn-has-ack': {
    wrong: 'The very first SYN of a connection carries ACK.',
    right: 'The very first SYN has no ACK: nothing has arrived that it could acknowledge.',
  },
  'only-servers-listen-only-clients-open': {
    wrong: 'TCP knows clients and servers: two ends that both OPEN actively cannot connect.',
    right: 'For TCP both ends are peers: even two active OPENs that cross make one connection.',
  },
  'established-too-late': {
    wrong:
      'Whoever opened actively is ESTABLISHED only when the peer has received the third segment.',
    right: 'Whoever opened actively is ESTABLISHED as soon as the SYN,ACK has arrived.',
  },
  'syn-cannot-carry-data': {
    wrong: 'A SYN must not carry data.',
    right: 'A SYN may carry data; it is delivered once the connection is ESTABLISHED.',
  },
  'syn-answered-by-ack': {
    wrong: 'In LISTEN a SYN is answered with an ACK; the own SYN follows later.',
    right:
      'In LISTEN a SYN is answered with SYN,ACK: one segment acknowledges and opens the other direction.',
  },
  'state-runs-ahead': {
    wrong: 'An end in LISTEN is ESTABLISHED as soon as a SYN has arrived.',
    right:
      'An end in LISTEN is in SYN-RECEIVED after a SYN, and ESTABLISHED when its own SYN is acknowledged.',
  },
  'fin-without-ack': {
    wrong: 'A FIN is sent without ACK, for it acknowledges nothing.',
    right: 'On an open connection every segment carries ACK, the FIN too.',
  },
  'close-takes-four-segments': {
    wrong: 'Closing a connection always takes four segments.',
    right:
      'Closing may take three segments, if the second end closes at once and sends FIN with its ACK.',
  },
  'ack-and-fin-stay-apart': {
    wrong: 'The ACK of a FIN and the own FIN must never be one segment.',
    right:
      'The ACK of a FIN and the own FIN may be one segment, if the application has closed by then.',
  },
  'fin-before-close': {
    wrong: 'When a FIN arrives, TCP answers with a FIN of its own at once.',
    right:
      'When a FIN arrives, TCP acknowledges it; its own FIN waits until the application closes.',
  },
  'close-always-sends-fin': {
    wrong: 'CLOSE always sends a FIN.',
    right: 'CLOSE in SYN-SENT sends nothing: there is no connection yet to be ended.',
  },
  'state-lags-behind': {
    wrong: 'After CLOSE an end stays ESTABLISHED until its FIN has been acknowledged.',
    right:
      'CLOSE takes an end from ESTABLISHED to FIN-WAIT-1; it does not wait for the ACK of the FIN.',
  },
  'fin-skips-data': {
    wrong: 'CLOSE throws away data that has not been sent yet.',
    right: 'CLOSE sends what is still waiting, and the FIN behind it.',
  },
  'fin-ends-both-ways': {
    wrong: 'A FIN ends the connection in both directions.',
    right: 'A FIN ends one direction: the other end may go on sending, and gets its ACKs.',
  },
  'ends-mixed-up': {
    wrong: 'An end that has received the first FIN is in FIN-WAIT-1.',
    right:
      'An end that has received the first FIN is in CLOSE-WAIT; FIN-WAIT-1 is where its sender is.',
  },
  'ack-answers-ack': {
    wrong: 'Every ACK that arrives is acknowledged in turn.',
    right:
      'An ACK that brings nothing new to be acknowledged is not answered; else it would never end.',
  },
  'each-segment-has-its-ack': {
    wrong: 'Every segment with data is acknowledged by a segment of its own.',
    right: 'SEG.ACK acknowledges everything before it, in however many segments that has come.',
  },
  'urgent-means-first': {
    wrong: 'URG makes a segment overtake the others.',
    right: 'URG marks a point in the stream; it changes nothing about order or numbers.',
  },
  'lost-ack-repeated': {
    wrong: 'TCP sends a pure ACK again when it has been lost.',
    right:
      'A pure ACK is never repeated by a timer: the peer sends again what was not acknowledged.',
  },
  'new-number-when-repeated': {
    wrong: 'A segment that is sent again gets a new sequence number.',
    right:
      'A segment that is sent again keeps its sequence number, or nobody could tell that it is the same.',
  },
  'fin-processed-early': {
    wrong: 'A FIN that arrives before the data in front of it takes effect at once.',
    right: 'A FIN takes effect only when all that stands before it has arrived.',
  },
  'time-wait-at-wrong-end': {
    wrong: 'It is the end that closes last which goes through TIME-WAIT.',
    right:
      'It is the end that closes first which goes through TIME-WAIT; if both FINs cross, both do.',
  },
  'no-time-wait': {
    wrong: 'When both FINs are acknowledged, both ends are CLOSED at once.',
    right:
      'The end that closed first stays in TIME-WAIT for 2 MSL, though both FINs are acknowledged.',
  },
  'time-wait-is-deaf': {
    wrong: 'In TIME-WAIT an end answers nothing any more.',
    right: 'In TIME-WAIT a FIN that comes again is acknowledged again.',
  },
  'closing-though-fin-is-acknowledged': {
    wrong: 'A FIN that arrives in FIN-WAIT-1 always leads to CLOSING.',
    right: 'A FIN in FIN-WAIT-1 leads to TIME-WAIT if it acknowledges our FIN, else to CLOSING.',
  },
  'time-wait-is-a-bug': {
    wrong: 'TIME-WAIT is a waste that a good implementation leaves out.',
    right:
      'TIME-WAIT is required of whoever closes first: it keeps old segments out of later connections.',
  },
  'time-wait-guards-only-the-ack': {
    wrong: 'TIME-WAIT exists only in case the last ACK is lost.',
    right:
      'TIME-WAIT is there for a lost last ACK and for old duplicates that might meet the next connection.',
  },
  'time-wait-refuses-syn': {
    wrong:
      'RFC 9293 forbids every new connection between two sockets of which one is in TIME-WAIT.',
    right:
      'RFC 9293 allows TIME-WAIT to take a new SYN whose number is beyond all that the old connection used.',
  },
  'crossing-syns-are-an-error': {
    wrong: 'Two SYNs that cross make two connections, or none.',
    right: 'Two SYNs that cross make one connection.',
  },
  'crossing-syn-answered-by-ack': {
    wrong: 'In SYN-SENT a SYN without ACK is answered with a plain ACK.',
    right: 'In SYN-SENT a SYN without ACK is answered with SYN,ACK.',
  },
  'crossing-fins-need-a-tie-break': {
    wrong: 'When FINs cross, one end has to take its FIN back.',
    right:
      'When FINs cross, both ends go through CLOSING, and nothing needs to be settled between them.',
  },
  'reset-answered': {
    wrong: 'A RST is acknowledged, as a FIN is.',
    right: 'A RST is never answered.',
  },
  'reset-without-ack': {
    wrong: 'A RST never carries ACK.',
    right:
      'A RST that answers a segment without ACK carries ACK, so that its receiver can tell what is meant.',
  },
  'reset-with-ack-not-needed': {
    wrong: 'A RST that answers a segment with ACK gets SEG.SEQ 0 and an ACK.',
    right:
      'A RST that answers a segment with ACK takes its SEG.SEQ from that ACK and carries none.',
  },
  'refusal-is-silence': {
    wrong: 'Where nobody listens, TCP leaves a SYN unanswered.',
    right: 'Where nobody listens, TCP answers a SYN with RST,ACK.',
  },
  'listen-ignores-ack': {
    wrong: 'In LISTEN an ACK that belongs to nothing is ignored.',
    right: 'In LISTEN an ACK that belongs to nothing is answered with RST.',
  },
  'bad-segment-answered-by-reset': {
    wrong: 'On an ESTABLISHED connection a segment outside the window is answered with RST.',
    right:
      'On an ESTABLISHED connection a segment outside the window is answered with an ACK, unless it is a RST.',
  },
  'reset-looks-like-fin': {
    wrong: 'The application cannot tell a RST from a FIN: both are the end of the data.',
    right:
      'A FIN tells the application that the peer has closed; a RST tells it that the connection was reset.',
  },
  'fin-instead-of-reset': {
    wrong: 'ABORT on an ESTABLISHED connection sends a FIN.',
    right: 'ABORT on an ESTABLISHED connection sends a RST and forgets what was waiting.',
  },
  'half-open-is-half-closed': {
    wrong: 'A half-open connection is one on which one end has sent its FIN.',
    right:
      'A connection is half-open when one end has lost or closed it without the other knowing.',
  },
  'stranger-is-welcome': {
    wrong: 'A host that has crashed answers data of the old connection with an ACK.',
    right:
      'A host that has crashed answers data of the old connection with RST: it knows no such connection.',
  },
  'any-reset-kills': {
    wrong: 'Any RST that falls into the window ends the connection.',
    right:
      'By RFC 9293 with RFC 5961 only a RST at exactly RCV.NXT resets; elsewhere in the window it is challenged.',
  },
  'syn-restarts-the-connection': {
    wrong: 'A SYN on an ESTABLISHED connection begins it anew.',
    right:
      'A SYN on an ESTABLISHED connection is answered with a challenge ACK, and nothing else changes.',
  },
  'zero-window-means-broken': {
    wrong: 'A window of 0 means that the connection is broken.',
    right: 'A window of 0 only says to wait; the sender probes it until it opens.',
  },
  'data-into-closed-window': {
    wrong: 'A sender may send a full segment into a window of 0.',
    right: 'Into a window of 0 a sender sends no more than a probe now and then.',
  },
};
