/** User calls (RFC 9293 §3.10.1–3.10.5). */
import type { RuleId } from './rule.ts';
import { abortOf, output, synOf } from './send.ts';
import { add } from './seq.ts';
import type { CallError, Transition } from './step.ts';
import { BLANK_SEND, forgotten, ISS_STEP, type Tcb } from './tcb.ts';

export type UserCall =
  | { readonly call: 'OPEN'; readonly mode: 'active' | 'passive' }
  /** `len`: octets handed over, at least 1. */
  | { readonly call: 'SEND'; readonly len: number }
  | { readonly call: 'CLOSE' }
  | { readonly call: 'ABORT' };

const RULES = {
  OPEN: '3.10.1',
  SEND: '3.10.2',
  CLOSE: '3.10.4',
  ABORT: '3.10.5',
} as const satisfies Record<UserCall['call'], RuleId>;

export function call(tcb: Tcb, c: UserCall): Transition {
  switch (c.call) {
    case 'OPEN':
      return c.mode === 'passive' ? passiveOpen(tcb) : activeOpen(tcb, RULES.OPEN, 0);
    case 'SEND':
      return send(tcb, c.len);
    case 'CLOSE':
      return close(tcb);
    case 'ABORT':
      return abort(tcb);
  }
}

const refuse = (tcb: Tcb, rule: RuleId, error: CallError): Transition => ({
  tcb,
  out: [],
  signals: [{ signal: 'error', error }],
  rule,
});

const quietly = (tcb: Tcb, rule: RuleId): Transition => ({ tcb, out: [], signals: [], rule });

function passiveOpen(tcb: Tcb): Transition {
  if (tcb.state !== 'CLOSED') return refuse(tcb, RULES.OPEN, 'connection already exists');
  return quietly({ ...tcb, state: 'LISTEN', opened: 'passive' }, RULES.OPEN);
}

/** From CLOSED, or from LISTEN where an active OPEN or a SEND turns a passive connection active. */
function activeOpen(tcb: Tcb, rule: RuleId, queued: number): Transition {
  if (tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN')
    return refuse(tcb, rule, 'connection already exists');
  const iss = tcb.nextIss;
  const opened: Tcb = {
    ...tcb,
    state: 'SYN-SENT',
    opened: 'active',
    nextIss: add(iss, ISS_STEP),
    snd: { ...BLANK_SEND, iss, una: iss, nxt: add(iss, 1), queued },
  };
  return { tcb: opened, out: [synOf(opened)], signals: [], rule };
}

function send(tcb: Tcb, len: number): Transition {
  const rule = RULES.SEND;
  const queue = (): Tcb => ({ ...tcb, snd: { ...tcb.snd, queued: tcb.snd.queued + len } });
  switch (tcb.state) {
    case 'CLOSED':
      return refuse(tcb, rule, 'connection does not exist');
    case 'LISTEN':
      return activeOpen(tcb, rule, len);
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
      return tcb.snd.closing ? refuse(tcb, rule, 'connection closing') : quietly(queue(), rule);
    case 'ESTABLISHED':
    case 'CLOSE-WAIT':
      return { ...output(queue()), signals: [], rule };
    default:
      return refuse(tcb, rule, 'connection closing');
  }
}

function close(tcb: Tcb): Transition {
  const rule = RULES.CLOSE;
  const closing = (state: Tcb['state']): Tcb => ({
    ...tcb,
    state,
    snd: { ...tcb.snd, closing: true },
  });
  switch (tcb.state) {
    case 'CLOSED':
      return refuse(tcb, rule, 'connection does not exist');
    case 'LISTEN':
    case 'SYN-SENT':
      return { tcb: forgotten(tcb), out: [], signals: [{ signal: 'closed' }], rule };
    case 'SYN-RECEIVED':
      if (tcb.snd.closing) return refuse(tcb, rule, 'connection closing');
      // With octets still queued the FIN must wait until ESTABLISHED.
      return tcb.snd.queued > 0
        ? quietly(closing('SYN-RECEIVED'), rule)
        : { ...output(closing('FIN-WAIT-1')), signals: [], rule };
    case 'ESTABLISHED':
      return { ...output(closing('FIN-WAIT-1')), signals: [], rule };
    case 'CLOSE-WAIT':
      return { ...output(closing('LAST-ACK')), signals: [], rule };
    default:
      return refuse(tcb, rule, 'connection closing');
  }
}

function abort(tcb: Tcb): Transition {
  const rule = RULES.ABORT;
  switch (tcb.state) {
    case 'CLOSED':
      return refuse(tcb, rule, 'connection does not exist');
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      return { tcb: forgotten(tcb), out: [abortOf(tcb)], signals: [{ signal: 'closed' }], rule };
    default:
      return { tcb: forgotten(tcb), out: [], signals: [{ signal: 'closed' }], rule };
  }
}
