/** A RST arrives on a connection (RFC 9293 §3.5.3, §3.10.7.4 step 2, with RFC 5961 §3). */
import type { RuleId } from './rule.ts';
import { FIN, has, type Segment, SYN } from './segment.ts';
import { ackOf } from './send.ts';
import { within } from './seq.ts';
import { changed, forgotten, type Tcb } from './tcb.ts';
import { answer, ended, quietly, type Transition } from './transition.ts';

const RULE: RuleId = '3.10.7.4-2';

/**
 * Only the exact number resets; elsewhere in the window it is challenged, outside it, its right edge included
 * (erratum 4845 of RFC 5961), it is ignored. The octets of a RST are for people to read (SHLD-2) and find room in
 * a closed window too (MUST-66), a SYN or a FIN does not.
 */
export function arrivesReset(tcb: Tcb, s: Segment): Transition {
  const { nxt, wnd } = tcb.rcv;
  if (s.seq === nxt && (wnd > 0 || !has(s, SYN | FIN))) return reset(tcb);
  return within(s.seq, nxt, wnd) ? answer(tcb, ackOf(tcb), RULE) : quietly(tcb, '3.10.7.4-1');
}

function reset(tcb: Tcb): Transition {
  switch (tcb.state) {
    case 'SYN-RECEIVED':
      return tcb.opened === 'passive'
        ? quietly(relistening(tcb), RULE)
        : ended(tcb, 'refused', RULE);
    case 'CLOSING':
    case 'LAST-ACK':
    // RFC 1337 would have TIME-WAIT ignore it, lest an old duplicate end the wait early. RFC 9293 lets the
    // exact number count here as well, and so do stacks as they are delivered.
    case 'TIME-WAIT':
      return ended(tcb, 'closed', RULE);
    default:
      return ended(tcb, 'reset', RULE);
  }
}

/**
 * A passive SYN-RECEIVED whose SYN came to nothing: in LISTEN again, nobody told, what the user waits to
 * RECEIVE still wanted; or in the TIME-WAIT that it displaced (MAY-2).
 */
export function relistening(tcb: Tcb): Tcb {
  const { displaced, rcv } = tcb;
  if (displaced) return changed(tcb, 'TIME-WAIT', displaced.snd, displaced.rcv);
  const blank = forgotten(tcb);
  return {
    ...blank,
    state: 'LISTEN',
    opened: 'passive',
    rcv: { ...blank.rcv, wanted: rcv.wanted },
  };
}
