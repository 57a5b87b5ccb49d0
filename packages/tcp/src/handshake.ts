/** How a connection comes to stand: LISTEN, SYN-SENT, and the SYNs that SYN-RECEIVED and TIME-WAIT meet. */
import { acknowledged, acksNew } from './acknowledgment.ts';
import { holding } from './held.ts';
import { ACK, has, RST, type Segment, SYN } from './segment.ts';
import { ackOf, output, resetOf, synOf } from './send.ts';
import { add, before, type SeqNum } from './seq.ts';
import {
  BLANK_SEND,
  changed,
  freshIss,
  ISS_STEP,
  type Receive,
  type Send,
  synchronizedTo,
  type Tcb,
} from './tcb.ts';
import { text } from './text.ts';
import { answer, ended, quietly, type Transition } from './transition.ts';

/** §3.10.7.2 */
export function arrivesListen(tcb: Tcb, s: Segment): Transition {
  if (has(s, RST)) return quietly(tcb, '3.10.7.2-1');
  if (has(s, ACK)) return answer(tcb, resetOf(s), '3.10.7.2-2');
  if (!has(s, SYN)) return quietly(tcb, '3.10.7.2-4');
  const received = synReceived(tcb, s, tcb.nextIss);
  return answer(received, synOf(received), '3.10.7.2-3');
}

function synReceived(tcb: Tcb, s: Segment, iss: SeqNum): Tcb {
  const snd: Send = {
    ...BLANK_SEND,
    iss,
    una: iss,
    nxt: add(iss, 1),
    wnd: s.wnd,
    maxWnd: s.wnd,
    wl1: s.seq,
    wl2: iss,
  };
  return {
    ...changed(tcb, 'SYN-RECEIVED', snd, synchronizedBy(tcb, s)),
    opened: 'passive',
    nextIss: add(iss, ISS_STEP),
  };
}

/**
 * What a SYN carries besides is held until the connection stands (§3.10.7.2; Linux and FreeBSD drop a FIN
 * there). It is not acknowledged before: should the SYN prove an old duplicate, nothing was promised.
 */
const synchronizedBy = ({ options, rcv }: Tcb, s: Segment): Receive =>
  holding(synchronizedTo(s.seq, options.window, rcv.wanted), behindSyn(s));

/** What stands behind the SYN of `s`; the urgent pointer counts from SEG.SEQ, which is the SYN's (§3.1). */
const behindSyn = (s: Segment): Segment => ({
  ...s,
  ctl: s.ctl & ~SYN,
  seq: add(s.seq, 1),
  up: Math.max(s.up - 1, 0),
});

/** §3.10.7.3 */
export function arrivesSynSent(tcb: Tcb, s: Segment): Transition {
  const { snd } = tcb;
  if (has(s, ACK) && !acksNew(snd, s))
    return has(s, RST) ? quietly(tcb, '3.10.7.3-1') : answer(tcb, resetOf(s), '3.10.7.3-1');
  if (has(s, RST))
    return has(s, ACK) ? ended(tcb, 'reset', '3.10.7.3-2') : quietly(tcb, '3.10.7.3-2');
  // Without a SYN even a good ACK is dropped; our SYN's timer goes on.
  if (!has(s, SYN)) return quietly(tcb, '3.10.7.3-5');

  const window = { wnd: s.wnd, maxWnd: s.wnd, wl1: s.seq };
  if (!has(s, ACK)) {
    const crossed: Send = { ...snd, ...window, wl2: snd.iss };
    const next = changed(tcb, 'SYN-RECEIVED', crossed, synchronizedBy(tcb, s));
    return answer(next, synOf(next), '3.10.7.3-4');
  }
  const heard: Send = { ...snd, ...window, una: s.ack, wl2: s.ack, backoff: 0 };
  const rcv = synchronizedTo(s.seq, tcb.options.window, tcb.rcv.wanted);
  const up = changed(tcb, 'ESTABLISHED', heard, rcv);
  const t = text(up, behindSyn(s), [{ signal: 'established' }]);
  // One ACK for the SYN and all behind it.
  return output({ ...t, out: [ackOf(t.tcb)], rule: '3.10.7.3-4' });
}

/**
 * The peer's own SYN once more in SYN-RECEIVED. Step 1 read literally finds it left of the window and
 * answers a bare ACK. Alone, it means that our SYN,ACK was lost, and every stack sends that again; with
 * a good ACK it is the SYN,ACK of Figure 7, whose ACK must be read for simultaneous open to end
 * (RFC 9293 Appendix A.2 admits the gap).
 */
export function synAgain(tcb: Tcb, s: Segment): Transition {
  if (!has(s, ACK)) return answer(tcb, synOf(tcb), '3.10.7.4-1');
  if (tcb.opened === 'passive' || !acksNew(tcb.snd, s))
    return answer(tcb, ackOf(tcb), '3.10.7.4-1');
  const t = acknowledged(tcb, behindSyn(s));
  // Real stacks confirm with one ACK, as they answer any repeated SYN; step 1 asks for it.
  return { ...t, rule: '3.10.7.4-1', out: [ackOf(tcb), ...t.out] };
}

/** Whether TIME-WAIT makes way for the connection that `s` asks for (MAY-2): only for numbers not used before. */
export const reopens = (tcb: Tcb, s: Segment): boolean =>
  tcb.state === 'TIME-WAIT' && tcb.options.listening && !has(s, ACK) && before(tcb.rcv.nxt, s.seq);

/** SYN-RECEIVED in the place of TIME-WAIT, which is kept until the new connection stands. */
export function reopened(tcb: Tcb, s: Segment): Transition {
  const { snd, rcv } = tcb;
  const received = synReceived(tcb, s, freshIss(tcb));
  return answer({ ...received, displaced: { snd, rcv } }, synOf(received), '3.10.7.4-4');
}
