import {
  ACK,
  add,
  before,
  finAcked,
  has,
  PSH,
  RST,
  type Segment,
  type Step,
  type Tcb,
  type TcpEvent,
} from '../src/index.ts';

/** The rule that a step breaks which must hold of every one, whoever sent what; null if it keeps all. */
export function broken(tcb: Tcb, event: TcpEvent, result: Step): string | null {
  return (
    (connected(tcb) && connected(result.tcb) && sameConnection(tcb, result.tcb)
      ? brokenProgress(tcb, result.tcb)
      : null) ??
    brokenNumbers(result.tcb) ??
    brokenOutput(event, result)
  );
}

const connected = ({ state }: Tcb): boolean =>
  state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN-SENT';
const sameConnection = (a: Tcb, b: Tcb): boolean =>
  a.snd.iss === b.snd.iss && a.rcv.irs === b.rcv.irs;

function brokenProgress({ snd, rcv }: Tcb, { snd: snd2, rcv: rcv2 }: Tcb): string | null {
  if (before(snd2.una, snd.una)) return 'SND.UNA went back';
  if (before(snd2.nxt, snd.nxt)) return 'SND.NXT went back';
  if (before(rcv2.nxt, rcv.nxt)) return 'RCV.NXT went back';
  if (before(add(rcv2.nxt, rcv2.wnd), add(rcv.nxt, rcv.wnd))) return 'the right edge moved left';
  if (snd.fin !== null && snd2.fin !== snd.fin) return 'a second FIN has another number';
  if (snd2.maxWnd < snd.maxWnd) return 'MAX.SND.WND shrank';
  return null;
}

function brokenNumbers({ state, snd, rcv, options }: Tcb): string | null {
  if (before(snd.nxt, snd.una)) return 'SND.UNA > SND.NXT';
  if (snd.fin !== null && add(snd.fin, 1) !== snd.nxt) return 'something was sent behind the FIN';
  if (snd.fin !== null && (snd.queued > 0 || snd.closing)) return 'octets wait behind the FIN';
  if (finAcked(snd) && (state === 'FIN-WAIT-1' || state === 'CLOSING' || state === 'LAST-ACK'))
    return `the ACK of the FIN leads out of ${state}`;
  if (options.reads === 'on-call' && rcv.unread + rcv.wnd > options.window)
    return 'the window promises more than the buffer holds';
  if (rcv.unread > 0 && rcv.wanted > 0) return 'the user waits for what is there';
  if (rcv.unacked >= 2 * options.mss) return 'two full segments wait for their ACK';
  let end = state === 'SYN-RECEIVED' || state === 'FIN-WAIT-1' ? add(rcv.nxt, -1) : rcv.nxt;
  for (const span of rcv.held) {
    if (!before(end, span.from) || !before(span.from, span.end)) return 'spans out of order';
    end = span.end;
  }
  if (rcv.held.length > 64) return 'too many spans';
  if (before(add(rcv.nxt, rcv.wnd), end)) return 'octets held beyond the window';
  return null;
}

function brokenOutput(event: TcpEvent, { tcb, out }: Step): string | null {
  for (const s of out) {
    if (has(s, RST)) continue;
    const { snd } = tcb;
    if (s.ctl & ACK && before(tcb.rcv.nxt, s.ack)) return 'an ACK of what has not come';
    if (s.len === 0) continue;
    const end = add(s.seq, s.len);
    if (s.len > tcb.options.mss) return 'more than a full segment';
    if (snd.fin !== null && before(snd.fin, end)) return 'data behind the FIN';
    if (before(snd.nxt, end)) return 'data beyond SND.NXT';
    if (s.ctl & PSH && end !== snd.nxt && end !== snd.fin) return 'pushed in the middle';
    const probed = 'timeout' in event && event.timeout === 'zero-window-probe';
    if (!probed && before(add(snd.una, snd.wnd), end)) return 'data beyond the window';
  }
  return null;
}

/** A RST that an end sends by itself while it has a connection. */
export const resets = (out: readonly Segment[], { state }: Tcb): boolean =>
  state !== 'CLOSED' && out.some((s) => has(s, RST));
