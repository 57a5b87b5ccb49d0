/** User calls (RFC 9293 §3.10.1–3.10.6). Sockets and security are the caller's: the core sees one connection. */
import { unreadFrom, urgentStill, windowOf } from './buffer.ts';
import type { RuleId } from './rule.ts';
import { abortOf, ackOf, output, synOf } from './send.ts';
import { add } from './seq.ts';
import type { State } from './state.ts';
import {
  BLANK_SEND,
  changed,
  ISS_STEP,
  type Receive,
  receives,
  type Send,
  type Tcb,
  withReceive,
  withSend,
} from './tcb.ts';
import { answer, type CallError, ended, quietly, type Transition } from './transition.ts';

export type UserCall =
  | { readonly call: 'OPEN'; readonly mode: 'active' | 'passive' }
  /** `len`: octets handed over, at least 1; `urgent`: the peer's user is to be told to hurry to their end. */
  | { readonly call: 'SEND'; readonly len: number; readonly urgent?: boolean }
  /** `len`: octets asked for, at least 1. Without effect where the user reads at once. */
  | { readonly call: 'RECEIVE'; readonly len: number }
  | { readonly call: 'CLOSE' }
  | { readonly call: 'ABORT' }
  | { readonly call: 'STATUS' };

type Call<C extends UserCall['call']> = Extract<UserCall, { call: C }>;

const RULES = {
  OPEN: '3.10.1',
  SEND: '3.10.2',
  RECEIVE: '3.10.3',
  CLOSE: '3.10.4',
  ABORT: '3.10.5',
  STATUS: '3.10.6',
} as const satisfies Record<UserCall['call'], RuleId>;

export function call(tcb: Tcb, c: UserCall): Transition {
  const rule = RULES[c.call];
  if (tcb.state === 'CLOSED' && c.call !== 'OPEN')
    return refuse(tcb, rule, 'connection does not exist');
  switch (c.call) {
    case 'OPEN':
      return c.mode === 'passive' ? passiveOpen(tcb) : activeOpen(tcb);
    case 'SEND':
      return send(tcb, c);
    case 'RECEIVE':
      return receive(tcb, c);
    case 'CLOSE':
      return close(tcb);
    case 'ABORT':
      return abort(tcb);
    case 'STATUS':
      return { ...quietly(tcb, rule), signals: [{ signal: 'status', state: tcb.state }] };
  }
}

const refuse = (tcb: Tcb, rule: RuleId, error: CallError): Transition => ({
  ...quietly(tcb, rule),
  signals: [{ signal: 'error', error }],
});

function passiveOpen(tcb: Tcb): Transition {
  const rule = RULES.OPEN;
  if (tcb.state !== 'CLOSED') return refuse(tcb, rule, 'connection already exists');
  return quietly({ ...tcb, state: 'LISTEN', opened: 'passive' }, rule);
}

function activeOpen(tcb: Tcb): Transition {
  const rule = RULES.OPEN;
  if (tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN')
    return refuse(tcb, rule, 'connection already exists');
  const opened = synSent(tcb);
  return answer(opened, synOf(opened), rule);
}

/** From CLOSED, or from LISTEN, where an active OPEN or a SEND turns a passive connection active. */
function synSent(tcb: Tcb): Tcb {
  const iss = tcb.nextIss;
  const snd: Send = { ...BLANK_SEND, iss, una: iss, nxt: add(iss, 1) };
  return {
    ...changed(tcb, 'SYN-SENT', snd, tcb.rcv),
    opened: 'active',
    nextIss: add(iss, ISS_STEP),
  };
}

function send(tcb: Tcb, c: Call<'SEND'>): Transition {
  const rule = RULES.SEND;
  switch (tcb.state) {
    case 'LISTEN': {
      const opened = queued(synSent(tcb), c);
      return answer(opened, synOf(opened), rule);
    }
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
      return tcb.snd.closing
        ? refuse(tcb, rule, 'connection closing')
        : quietly(queued(tcb, c), rule);
    case 'ESTABLISHED':
    case 'CLOSE-WAIT': {
      const t = output(quietly(queued(tcb, c), rule));
      // Of urgent octets the peer hears at once, even through a closed window (§3.8.5).
      return c.urgent && t.out.length === 0 ? answer(t.tcb, ackOf(t.tcb), rule) : t;
    }
    default:
      return refuse(tcb, rule, 'connection closing');
  }
}

function queued(tcb: Tcb, { len, urgent = false }: Call<'SEND'>): Tcb {
  const { snd } = tcb;
  const all = snd.queued + len;
  return withSend(tcb, { ...snd, queued: all, up: urgent ? add(snd.nxt, all) : snd.up });
}

function receive(tcb: Tcb, c: Call<'RECEIVE'>): Transition {
  const rule = RULES.RECEIVE;
  switch (tcb.state) {
    case 'CLOSE-WAIT':
      return tcb.rcv.unread > 0 ? given(tcb, c.len) : refuse(tcb, rule, 'connection closing');
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return refuse(tcb, rule, 'connection closing');
    default:
      return tcb.options.reads === 'on-call' ? given(tcb, c.len) : quietly(tcb, rule);
  }
}

/** The user takes what is there of `len` octets, waits for the rest of them, and the window opens. */
function given(tcb: Tcb, len: number): Transition {
  const { rcv, options } = tcb;
  const from = unreadFrom(rcv);
  const now = Math.min(len, rcv.unread);
  const unread = rcv.unread - now;
  const wnd = windowOf(options, rcv.wnd, unread);
  const next: Receive = {
    ...rcv,
    wnd,
    up: urgentStill(rcv.up, add(from, now)),
    unread,
    wanted: tcb.state === 'CLOSE-WAIT' ? 0 : rcv.wanted + len - now,
  };
  const t = quietly(withReceive(tcb, next), RULES.RECEIVE);
  return {
    ...t,
    // A peer that sends no more need not hear of the room.
    out: wnd > rcv.wnd && receives(tcb.state) ? [ackOf(t.tcb)] : t.out,
    signals: now > 0 ? [{ signal: 'received', seq: from, len: now }] : t.signals,
  };
}

/**
 * CLOSE says that the user has no more to send, not that it wants no more. Closing both ways at once (MAY-1),
 * with a reset for octets that nobody will take, is not done: who closes goes on receiving, or calls ABORT.
 */
function close(tcb: Tcb): Transition {
  const rule = RULES.CLOSE;
  const closing = (state: State): Tcb =>
    changed(tcb, state, { ...tcb.snd, closing: true }, tcb.rcv);
  switch (tcb.state) {
    case 'LISTEN':
    case 'SYN-SENT':
      return ended(tcb, 'closed', rule);
    case 'SYN-RECEIVED':
      if (tcb.snd.closing) return refuse(tcb, rule, 'connection closing');
      // With octets still queued the FIN must wait until ESTABLISHED.
      return tcb.snd.queued > 0
        ? quietly(closing('SYN-RECEIVED'), rule)
        : output(quietly(closing('FIN-WAIT-1'), rule));
    case 'ESTABLISHED':
      return output(quietly(closing('FIN-WAIT-1'), rule));
    case 'CLOSE-WAIT':
      return output(quietly(closing('LAST-ACK'), rule));
    default:
      return refuse(tcb, rule, 'connection closing');
  }
}

/** What is on its way or has yet to be taken is lost. */
function abort(tcb: Tcb): Transition {
  const t = ended(tcb, 'closed', RULES.ABORT);
  switch (tcb.state) {
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      return { ...t, out: [abortOf(tcb)] };
    default:
      return t;
  }
}
