import { STATEMENTS } from './en-statements.ts';
import type { Words } from './words.ts';

export const WORDS: Words = {
  endpoints: { client: 'client', server: 'server' },
  known: {
    idle: 'The {at} is in {state}; its initial sequence number will be {iss}.',
    'syn-sent': 'The {at} is in {state}: SND.UNA {una}, SND.NXT {nxt}, RCV.WND {rcvWnd}.',
    open: 'The {at} is in {state}: SND.UNA {una}, SND.NXT {nxt}, RCV.NXT {rcvNxt}, RCV.WND {rcvWnd}.',
    'half-closed':
      'The {at} is in {state}: SND.UNA {una}, SND.NXT {nxt}, RCV.NXT {rcvNxt}, RCV.WND {rcvWnd}. It has closed for sending only and still reads.',
  },
  happened: {
    arrived: 'This segment arrives at the {at}: {segment}.',
    sent: 'The {from} sends {segment}.',
    calls: {
      OPEN: 'Its application calls OPEN, {mode}.',
      SEND: 'Its application calls SEND with {len} octets.',
      RECEIVE: 'Its application calls RECEIVE.',
      CLOSE: 'Its application calls CLOSE.',
      ABORT: 'Its application calls ABORT.',
      CRASH: 'The host crashes.',
    },
    timers: {
      retransmission: 'Its retransmission timer expires.',
      'zero-window-probe': 'Its timer for probing the closed window expires.',
      'delayed-ack': 'Its timer for the delayed ACK expires.',
      user: 'The user timeout expires.',
      'time-wait': 'Its TIME-WAIT timer expires.',
    },
  },
  start: {
    closed: 'At the beginning both ends were CLOSED.',
    established: 'At the beginning both ends were ESTABLISHED, with nothing in flight.',
  },
  prompts: {
    'next-segment': 'Which segment does the {at} send now?',
    'control-bits': 'Which control bits does the {at} send now?',
    numbers: 'The {at} now sends {bits}. With which numbers?',
    'state-now': 'Which state is the {at} in now?',
    'state-after': 'Which state is the {at} in after that?',
    'peer-answer': 'What does the {at} answer?',
    'wrong-segment': 'One of these segments no correct TCP would have sent. Which?',
    order: 'In which order were these segments sent?',
    'time-wait': 'Who goes through TIME-WAIT here, and why?',
    'capture-ack':
      'From a real capture: in frame {frame} the {at} sends {bits} with SEQ {seq}, after everything above that its peer sent has come to it. Which ACK number does it have?',
    'capture-seq':
      'From a real capture: in frame {frame} the {at} sends {bits} with ACK {ack}; nothing in it was sent before. Which SEQ does it have?',
    'capture-bits':
      'From a real capture without frame {frame}: in it the {at} sends SEQ {number}, ACK {ack} and {octets} octets of data. Which control bits must it have, PSH aside?',
    'capture-acknowledged':
      'From a real capture: frame {frame} of the {at} brings {octets} octets of data. Which frame is the first to acknowledge all of them?',
    'capture-repeated':
      'From a real capture: one of these frames occupies only sequence numbers that an earlier frame had occupied already. Which?',
    'capture-closer': 'From a real capture: which end closed first?',
    'capture-octets':
      'From a real capture: how many octets of data does the stream of the {at} hold, each counted once?',
  },
  silence: 'nothing: it stays silent',
  withData: '{bits} with data',
  octets: '{bits} with {len} octets of data',
  noBits: 'no control bits',
  row: 'line {row}: {segment}',
  frame: 'frame {frame}, {segment}',
  sentBy: '{from}: {segment}',
  truth: { right: 'true', wrong: 'false' },
  waiting: {
    client: 'the client',
    server: 'the server',
    both: 'both ends',
    neither: 'neither end',
  },
  closers: {
    client: 'the client',
    server: 'the server',
    both: 'both at the same time: their FINs crossed',
  },
  amount: '{octets} octets',
  waitingBecause: '{who}: {why}',
  because: {
    'closed-first': 'it closed first',
    'closed-last': 'it closed last',
    'fins-crossed': 'their FINs crossed',
    reset: 'the connection ended by a reset',
    'fins-acknowledged': 'both FINs are acknowledged',
    'each-sent-fin': 'each end has to wait after closing',
  },
  reasons: {
    'open-active': 'An active OPEN sends a SYN with the initial sequence number.',
    'open-passive': 'A passive OPEN sends nothing and waits in LISTEN.',
    send: 'SEND puts the octets on the wire from SND.NXT on, with the current ACK.',
    receive: 'RECEIVE only takes octets that are there.',
    close:
      'CLOSE sends a FIN behind everything that was sent; it carries ACK as every segment does.',
    'close-unanswered': 'CLOSE takes effect once what waits has been sent.',
    'close-unopened': 'CLOSE before the connection stands sends nothing: the TCB is deleted.',
    abort: 'ABORT resets the connection.',
    'abort-unopened': 'There is no connection that ABORT would have to reset.',
    'call-too-late': 'In this state the call is an error, and nothing is sent.',
    'send-again':
      'What occupies sequence space and was not acknowledged in time is sent again, with the same number.',
    probe: 'A closed window is probed.',
    'ack-no-longer-held': 'The ACK has waited long enough.',
    'given-up': 'The user timeout gives the connection up.',
    'time-wait-over': 'When 2 MSL have passed, TIME-WAIT ends.',
    'nobody-there': 'There is no connection here, so whatever is not a RST is answered with a RST.',
    'reset-to-nobody': 'A RST is never answered, least of all where there is no connection.',
    'listen-reset': 'In LISTEN a RST is ignored.',
    'listen-ack': 'In LISTEN nothing has been sent that could be acknowledged: RST.',
    'listen-syn': 'In LISTEN a SYN is answered with SYN,ACK.',
    'listen-other': 'In LISTEN anything but SYN, ACK and RST is dropped.',
    'syn-sent-bad-ack': 'In SYN-SENT an ACK of anything but our SYN is answered with RST.',
    'syn-sent-refused': 'The RST acknowledges our SYN: the connection is refused.',
    'syn-sent-reset-unproven':
      'A RST that does not acknowledge our SYN proves nothing and is dropped.',
    'syn-sent-answered':
      'The SYN,ACK acknowledges our SYN: the connection stands, and an ACK says so.',
    'syn-sent-crossing': 'The SYNs have crossed: ours goes out once more, with the ACK of theirs.',
    'syn-sent-other': 'In SYN-SENT what has neither SYN nor RST is dropped.',
    'outside-window':
      'The segment is not acceptable: it lies outside the window. It is dropped, and an ACK says what is expected.',
    'outside-window-reset': 'A RST outside the window is dropped in silence.',
    'fin-again': 'The FIN has come again, so its ACK must have been lost: it is sent again.',
    'reset-exact':
      'The RST stands exactly at RCV.NXT: the connection is reset, and nothing is answered.',
    'reset-exact-back-to-listen':
      'The RST stands exactly at RCV.NXT. SYN-RECEIVED came of a passive OPEN, so it goes back to LISTEN.',
    'reset-challenged':
      'The RST is in the window, but not at RCV.NXT: it may be forged, and is met with a challenge ACK.',
    'syn-challenged': 'A SYN on a connection that stands is met with a challenge ACK.',
    'syn-in-syn-received': 'A SYN in SYN-RECEIVED begins nothing new.',
    'ack-bit-off': 'A segment without ACK is dropped here.',
    'syn-received-bad-ack': 'The ACK does not acknowledge our SYN: RST, and the state stays.',
    'handshake-complete':
      'Our SYN is acknowledged: the handshake is complete, and a pure ACK is not answered.',
    'ack-of-unsent':
      'The ACK acknowledges what was never sent: it is answered with an ACK and dropped.',
    'own-fin-acknowledged': 'Our FIN is acknowledged; the peer’s is still to come.',
    'last-ack-acknowledged': 'Our FIN, the last one, is acknowledged: the connection is over.',
    'both-fins-acknowledged': 'After FINs that crossed, ours is now acknowledged as well.',
    'ack-only':
      'An ACK without data or FIN brings nothing to be acknowledged, so it is not answered.',
    'data-in-order': 'The octets are the next in order: they are taken and acknowledged.',
    'data-opens':
      'The segment acknowledges our SYN, which completes the handshake, and brings data.',
    'ahead-of-gap':
      'Something before it is missing: it is held, and the ACK repeats what is expected.',
    'fills-gap': 'The gap is filled: the ACK covers what was held behind it, too.',
    'ignored-after-fin': 'After its FIN the peer has nothing more to say.',
    'fin-in-order': 'The FIN is next in order: it is acknowledged, and the application is told.',
    'fin-crossing': 'The FIN comes before the ACK of ours: the FINs have crossed.',
    'fin-after-own':
      'Our FIN is acknowledged and the peer’s has come: it is acknowledged, and we wait 2 MSL.',
    'no-room': 'The window is closed: the octets are not taken, but an ACK answers.',
  },
  remarks: {
    sent: 'Sent is {segment}.',
    'state-stays': 'The state stays {state}.',
    'state-changes': '{from} becomes {to}.',
    'should-be': 'The {at} should have sent {segment}.',
    order: 'Each of them answers, or continues, the one before it.',
    'waiting-nobody': 'A reset ends a connection at once; nobody has to wait.',
    'waiting-one': 'The {at} closed first, so it has to wait 2 MSL: its last ACK may be lost.',
    'waiting-both': 'Both sent a FIN before that of the other came, so each is a first closer.',
    'capture-ack': 'Frame {frame} ends right before {number}, which is the next octet expected.',
    'capture-seq': 'The sender’s numbers had come to {number} with frame {frame}.',
    'capture-bits-syn':
      'Frame {frame} acknowledges one number more, though there were no octets: the first thing that an end says takes it for its SYN.',
    'capture-bits-fin':
      'Frame {frame} acknowledges number {number}, too, which is no octet of data and in no other frame: it is the FIN’s.',
    'capture-bits-ack':
      'Number {number}, the next one, is an octet of data in frame {frame}, so neither SYN nor FIN has taken it; and after a RST the end would not go on.',
    'capture-acknowledged':
      'The data of frame {frame} ends before {number}; frame {by} is the first with an ACK that is not less: {ack}.',
    'capture-repeated':
      'Number {number} had been occupied by frame {frame} already, and so had all others of frame {again}: what is repeated keeps its numbers.',
    'capture-closed-first':
      'Frame {frame} acknowledges the FIN of frame {fin} with SEQ {number}, which is not past the FIN of frame {other}: so the {at} had closed, and its peer not yet.',
    'capture-closed-both':
      'The FINs of the frames {fin} and {other} do not acknowledge each other: each end closed before it had the other’s.',
    'capture-octets':
      'The SYN of frame {frame} takes number {iss}, the FIN of frame {fin} number {end}; between them are {octets} octets.',
  },
  statements: STATEMENTS,
  between: ' ',
};
