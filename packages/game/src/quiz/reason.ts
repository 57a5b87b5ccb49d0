/** Why a step comes out as it does: which of the cases of RFC 9293 §3.10 it is. */
import {
  ACK,
  atOrBefore,
  before as comesBefore,
  FIN,
  has,
  RST,
  type Segment,
  type Step,
  SYN,
  synchronized,
  type Tcb,
  type TcpEvent,
} from '@ackade/tcp';
import type { Explained } from './question.ts';

export const REASONS = [
  'open-active',
  'open-passive',
  'send',
  'receive',
  'close',
  'close-unanswered',
  'close-unopened',
  'abort',
  'abort-unopened',
  'call-too-late',
  'send-again',
  'probe',
  'ack-no-longer-held',
  'given-up',
  'time-wait-over',
  'nobody-there',
  'reset-to-nobody',
  'listen-reset',
  'listen-ack',
  'listen-syn',
  'listen-other',
  'syn-sent-bad-ack',
  'syn-sent-refused',
  'syn-sent-reset-unproven',
  'syn-sent-answered',
  'syn-sent-crossing',
  'syn-sent-other',
  'outside-window',
  'outside-window-reset',
  'fin-again',
  'reset-exact',
  'reset-exact-back-to-listen',
  'reset-challenged',
  'syn-challenged',
  'syn-in-syn-received',
  'ack-bit-off',
  'syn-received-bad-ack',
  'handshake-complete',
  'ack-of-unsent',
  'own-fin-acknowledged',
  'last-ack-acknowledged',
  'both-fins-acknowledged',
  'ack-only',
  'data-in-order',
  'data-opens',
  'ahead-of-gap',
  'fills-gap',
  'ignored-after-fin',
  'fin-in-order',
  'fin-crossing',
  'fin-after-own',
  'no-room',
] as const;
export type Reason = (typeof REASONS)[number];

/** The explanation of a step, sentence by sentence. */
export function explanationOf(tcb: Tcb, event: TcpEvent, step: Step): readonly Explained[] {
  const [sent] = step.out;
  const from = tcb.state;
  const to = step.tcb.state;
  return [
    { code: reasonOf(tcb, event, step), params: {} },
    ...(sent ? [numbersOf(sent)] : []),
    from === to
      ? { code: 'state-stays', params: { state: to } }
      : { code: 'state-changes', params: { from, to } },
  ];
}

const numbersOf = ({ ctl, seq, ack, len }: Segment): Explained => ({
  code: 'sent',
  params: { ctl, seq, len, ...(ctl & ACK ? { ack } : {}) },
});

function reasonOf(tcb: Tcb, event: TcpEvent, step: Step): Reason {
  if ('timeout' in event) return TIMEOUTS[event.timeout];
  if ('call' in event) return ofCall(tcb, event, step);
  const { segment: s } = event;
  switch (tcb.state) {
    case 'CLOSED':
      return has(s, RST) ? 'reset-to-nobody' : 'nobody-there';
    case 'LISTEN':
      return inListen(s);
    case 'SYN-SENT':
      return inSynSent(s, step);
    default:
      return inOthers(tcb, s, step);
  }
}

const TIMEOUTS = {
  retransmission: 'send-again',
  'zero-window-probe': 'probe',
  'delayed-ack': 'ack-no-longer-held',
  user: 'given-up',
  'time-wait': 'time-wait-over',
} as const satisfies Record<string, Reason>;

function ofCall(
  { state }: Tcb,
  event: Extract<TcpEvent, { call: string }>,
  { signals, out }: Step,
): Reason {
  if (signals.some((s) => s.signal === 'error')) return 'call-too-late';
  switch (event.call) {
    case 'OPEN':
      return event.mode === 'active' ? 'open-active' : 'open-passive';
    case 'SEND':
      return 'send';
    case 'CLOSE':
      if (state === 'LISTEN' || state === 'SYN-SENT') return 'close-unopened';
      return out.length > 0 ? 'close' : 'close-unanswered';
    case 'ABORT':
      return out.length > 0 ? 'abort' : 'abort-unopened';
    default:
      return 'receive';
  }
}

function inListen(s: Segment): Reason {
  if (has(s, RST)) return 'listen-reset';
  if (has(s, ACK)) return 'listen-ack';
  return has(s, SYN) ? 'listen-syn' : 'listen-other';
}

function inSynSent(s: Segment, { tcb, out }: Step): Reason {
  if (tcb.state === 'ESTABLISHED') return 'syn-sent-answered';
  if (tcb.state === 'SYN-RECEIVED') return 'syn-sent-crossing';
  if (tcb.state === 'CLOSED') return 'syn-sent-refused';
  if (out.some((o) => o.ctl & RST)) return 'syn-sent-bad-ack';
  return has(s, RST) ? 'syn-sent-reset-unproven' : 'syn-sent-other';
}

function inOthers(tcb: Tcb, s: Segment, step: Step): Reason {
  const from = tcb.state;
  const to = step.tcb.state;
  switch (step.rule) {
    case '3.10.7.4-1':
      if (has(s, RST)) return 'outside-window-reset';
      if (has(s, SYN) && from === 'SYN-RECEIVED') return 'syn-in-syn-received';
      if (tcb.rcv.wnd === 0 && atOrBefore(tcb.rcv.nxt, s.seq)) return 'no-room';
      return has(s, FIN) && tcb.rcv.fin !== null ? 'fin-again' : 'outside-window';
    case '3.10.7.4-2':
      if (from === to) return 'reset-challenged';
      return to === 'LISTEN' ? 'reset-exact-back-to-listen' : 'reset-exact';
    case '3.10.7.4-4':
      return from === 'SYN-RECEIVED' ? 'syn-in-syn-received' : 'syn-challenged';
    case '3.10.7.4-5':
      return ofAck(tcb, s, step);
    case '3.10.7.4-7':
      return ofText(tcb, s, step);
    default:
      return ofFin(to, s, step);
  }
}

function ofAck(tcb: Tcb, s: Segment, step: Step): Reason {
  const from = tcb.state;
  const to = step.tcb.state;
  if (!has(s, ACK)) return 'ack-bit-off';
  if (from === 'SYN-RECEIVED') {
    if (to === from) return 'syn-received-bad-ack';
    return s.len > 0 ? 'data-opens' : 'handshake-complete';
  }
  if (comesBefore(tcb.snd.nxt, s.ack)) return 'ack-of-unsent';
  if (from === 'LAST-ACK' && to === 'CLOSED') return 'last-ack-acknowledged';
  if (from === 'CLOSING' && to === 'TIME-WAIT') return 'both-fins-acknowledged';
  if (from === 'FIN-WAIT-1' && to === 'FIN-WAIT-2') return 'own-fin-acknowledged';
  if (s.len > 0) return ofText(tcb, s, step);
  return 'ack-only';
}

function ofText(tcb: Tcb, s: Segment, { tcb: after }: Step): Reason {
  if (tcb.state === 'SYN-RECEIVED') return 'data-opens';
  if (after.rcv.held.length > 0 && after.rcv.nxt === tcb.rcv.nxt) return 'ahead-of-gap';
  if (tcb.rcv.held.length > 0 && after.rcv.nxt !== tcb.rcv.nxt) return 'fills-gap';
  if (s.seq !== tcb.rcv.nxt && after.rcv.nxt === tcb.rcv.nxt) return 'ahead-of-gap';
  if (after.rcv.nxt !== tcb.rcv.nxt) return 'data-in-order';
  return synchronized(after.state) && tcb.rcv.fin !== null ? 'ignored-after-fin' : 'ack-only';
}

function ofFin(to: Tcb['state'], s: Segment, { tcb }: Step): Reason {
  if (tcb.rcv.fin !== null && comesBefore(tcb.rcv.nxt, tcb.rcv.fin)) return 'ahead-of-gap';
  if (!has(s, FIN)) return 'fills-gap';
  if (to === 'CLOSING') return 'fin-crossing';
  return to === 'TIME-WAIT' ? 'fin-after-own' : 'fin-in-order';
}
