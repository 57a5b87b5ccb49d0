/** How the segments that an endpoint owes are made. */
import { ACK, FIN, PSH, RST, type Segment, SYN, segEnd } from './segment.ts';
import { add, distance, type SeqNum, seq } from './seq.ts';
import type { Send, Tcb } from './tcb.ts';

const ZERO = seq(0);

/** `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>` */
export const ackOf = (tcb: Tcb): Segment => data(tcb, tcb.snd.nxt, 0, ACK);

/** `<SEQ=ISS><CTL=SYN>`, with the ACK once the peer's SYN is known. */
export const synOf = (tcb: Tcb): Segment =>
  tcb.state === 'SYN-SENT'
    ? { ctl: SYN, seq: tcb.snd.iss, ack: ZERO, wnd: tcb.rcv.wnd, len: 0 }
    : data(tcb, tcb.snd.iss, 0, SYN | ACK);

/** `<SEQ=SND.NXT><CTL=RST>`, the form of ABORT (§3.10.5). */
export const abortOf = (tcb: Tcb): Segment => ({
  ctl: RST,
  seq: tcb.snd.nxt,
  ack: ZERO,
  wnd: 0,
  len: 0,
});

/**
 * The reset that answers `s` where it belongs to no connection (§3.5.2): its number comes from the
 * ACK field if there is one, else it is 0 and acknowledges the whole of `s`.
 */
export const resetOf = (s: Segment): Segment =>
  s.ctl & ACK
    ? { ctl: RST, seq: s.ack, ack: ZERO, wnd: 0, len: 0 }
    : { ctl: RST | ACK, seq: ZERO, ack: segEnd(s), wnd: 0, len: 0 };

const data = (tcb: Tcb, from: SeqNum, len: number, ctl: number): Segment => ({
  ctl,
  seq: from,
  ack: tcb.rcv.nxt,
  wnd: tcb.rcv.wnd,
  len,
});

/**
 * Puts as much of the queued octets as the peer's window takes into segments of at most MSS octets,
 * and the FIN behind the last one if the user has closed (§3.10.2, §3.10.4). PSH marks the end of
 * what the user gave us (§3.9.1.2). There is no Nagle algorithm and no congestion control here.
 */
export function output(tcb: Tcb): { tcb: Tcb; out: readonly Segment[] } {
  const { snd } = tcb;
  if (snd.queued === 0 && !snd.closing) return { tcb, out: NOTHING };
  const out: Segment[] = [];
  let { nxt, queued } = snd;
  let room = snd.wnd - distance(snd.una, nxt);
  while (queued > 0 && room > 0) {
    const len = Math.min(queued, room, tcb.mss);
    queued -= len;
    room -= len;
    out.push(data(tcb, nxt, len, queued === 0 ? PSH | ACK : ACK));
    nxt = add(nxt, len);
  }
  const finNow = snd.closing && queued === 0;
  const fin: Send['fin'] = finNow ? nxt : snd.fin;
  if (finNow) {
    out.push(data(tcb, nxt, 0, FIN | ACK));
    nxt = add(nxt, 1);
  }
  const next: Send = { ...snd, nxt, queued, fin, closing: snd.closing && !finNow };
  return { tcb: { ...tcb, snd: next }, out };
}

const NOTHING: readonly Segment[] = [];

/** What the retransmission timer sends again: the head of what is unacknowledged (§3.10.8). */
export function headOf(tcb: Tcb): Segment | null {
  const { snd } = tcb;
  if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN' || snd.una === snd.nxt) return null;
  if (snd.una === snd.iss) return synOf(tcb);
  if (snd.una === snd.fin) return data(tcb, snd.fin, 0, FIN | ACK);
  const end = snd.fin ?? snd.nxt;
  const left = distance(snd.una, end);
  return left > tcb.mss ? data(tcb, snd.una, tcb.mss, ACK) : data(tcb, snd.una, left, PSH | ACK);
}
