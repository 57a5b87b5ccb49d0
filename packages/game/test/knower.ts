/**
 * A player who knows TCP, and nothing of the match but its own view: it runs a TCP of its own on what it
 * sees happen, and answers with what that sends.
 */
import {
  closedTcb,
  DEFAULT_OPTIONS,
  type Endpoint,
  type EndpointOptions,
  establishedTcb,
  freshIss,
  type Segment,
  type State,
  seq,
  step,
  type Tcb,
  type TcpEvent,
} from '@ackade/tcp';
import { type Move, type RowView, scenarioById, type View } from '../src/index.ts';

/** What is still to be sent in answer to a row, and the state that it led to. */
type Answer = { readonly out: Segment[]; readonly state: State };

/** Gives the right move for the oldest turn of each view that it is shown; views must come in order. */
export function knower(): (view: View) => Move {
  let tcb: Tcb | null = null;
  let read = 0;
  const answers = new Map<number, Answer>();

  return (view) => {
    let mine = tcb ?? startOf(view);
    for (; read < view.rows.length; read++) {
      const row = view.rows[read];
      // A crash at the very beginning is over before one sees anything.
      if (row?.kind === 'call' && row.call === 'CRASH' && mine.state !== 'CLOSED')
        mine = closedTcb(freshIss(mine), mine.options);
      if (row?.kind === 'segment' && row.from === view.you)
        [...answers.values()].find(({ out }) => out.length > 0)?.out.shift();
      const event = row && eventOf(row, view.you);
      if (!event) continue;
      const result = step(mine, event);
      mine = result.tcb;
      answers.set(read, { out: [...result.out], state: mine.state });
    }
    tcb = mine;
    const answer = answers.get(view.turns[0] ?? -1);
    if (!answer) throw new Error('nothing to answer');
    const [segment] = answer.out;
    if (!segment) return { kind: 'silent', state: answer.state };
    const { ctl, seq: from, ack, len, wnd } = segment;
    return { kind: 'send', ctl, seq: from, ack, len, wnd, state: answer.state };
  };
}

/** The TCB that a view shows before anything has happened; how its host is configured one knows. */
function startOf({ scenario, you, tcb }: View): Tcb {
  const { start, options } = scenarioById(scenario) ?? { start: 'closed' };
  const own: EndpointOptions = { ...DEFAULT_OPTIONS, ...options?.[you] };
  if (start === 'closed' || tcb.state === 'CLOSED') return closedTcb(tcb.iss, own);
  const opened = you === 'client' ? 'active' : 'passive';
  const open = establishedTcb(opened, tcb.iss + 1, tcb.rcvNxt ?? 0, own);
  const wnd = tcb.wnd ?? own.window;
  return { ...open, snd: { ...open.snd, wnd, maxWnd: wnd } };
}

/** What a row means to one's own TCP; null where it means nothing. */
function eventOf(row: RowView, you: Endpoint): TcpEvent | null {
  switch (row.kind) {
    case 'segment': {
      if (row.from === you) return null;
      const { ctl, seq: from, ack, wnd, len } = row.segment;
      return { segment: { ctl, seq: seq(from), ack: seq(ack), wnd, len, up: 0 } };
    }
    case 'timeout':
      return { timeout: row.timer };
    case 'call':
      if (row.call === 'OPEN') return { call: 'OPEN', mode: row.mode ?? 'active' };
      if (row.call === 'SEND') return { call: 'SEND', len: row.text.length };
      if (row.call === 'RECEIVE') return { call: 'RECEIVE', len: row.len };
      return row.call === 'CRASH' ? null : { call: row.call };
    default:
      return null;
  }
}
