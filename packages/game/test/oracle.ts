/**
 * What a correct TCP may send, said a second time and independently of `optionsOf`: as a predicate on
 * any segment, from what is owed, what was on the wire and the numbers of RFC 9293 §3.4.
 */
import {
  ACK,
  atOrBefore,
  type Endpoint,
  FIN,
  PSH,
  RST,
  type Segment,
  SYN,
  segEnd,
} from '@ackade/tcp';
import type { End, World } from '../src/index.ts';

type Sent = Pick<Segment, 'ctl' | 'seq' | 'ack' | 'len'>;

const pureAck = (s: Segment): boolean => (s.ctl & ~PSH) === ACK && s.len === 0;
const bits = (s: Sent): number => s.ctl & ~PSH;

/** The lowest number that was never on the wire: no segment, an ACK neither, may leave it out. */
function nextUnsent(end: End): number {
  const numbered = end.sent.filter((s) => !(s.ctl & RST));
  return numbered.reduce<Segment['seq']>(
    (next, s) => (atOrBefore(next, segEnd(s)) ? segEnd(s) : next),
    end.streamStart,
  );
}

export function mayBeSent(world: World, at: Endpoint, x: Sent): boolean {
  const end = world.ends[at];
  const owed = end.turns.flatMap((t) => t.due.map((d) => d.segment));
  const first = owed.findIndex((s) => !pureAck(s));
  const content = owed[first];

  // Only an ACK that is owed is sent: an ACK answers something that has come (§3.10.7.4), and never an ACK.
  // It may say how far we are after any of the events that wait for an answer, but not beyond, and
  // takes the number of what comes next (§3.4), be that waiting to be sent or not yet there.
  if (bits(x) === ACK && x.len === 0) {
    // The letter of §3.10.7.4, first step, for a SYN that comes again.
    const row = world.rows[end.turns[0]?.row ?? -1];
    const repeated = row?.kind === 'arrived' && (row.segment.ctl & SYN) !== 0;
    const { state, snd } = end.tcb;
    const again = repeated && state === 'SYN-RECEIVED' && end.sent.some((s) => s.seq === snd.iss);
    if (again && bits(x) === ACK && first === 0)
      return x.seq === nextUnsent(end) && x.ack === end.tcb.rcv.nxt && !crossed(end);
    // Before our SYN nothing has a number; after a RST there is no connection to acknowledge for.
    const acks = owed.filter((s, i) => pureAck(s) && (first < 0 || i < first || !unheard(content)));
    return acks.some((s) => s.ack === x.ack) && x.seq === nextUnsent(end);
  }

  // All else goes out in the order of its numbers, once each: the oldest that is owed, whole.
  if (!content) return false;
  const acksAfter = (i: number): Segment[] => owed.slice(i + 1).filter(pureAck);
  // It acknowledges what had come when it was made, or whatever has come since (§3.8), never less: so
  // it stands for every ACK owed before it.
  const current = (ack: number, i: number): boolean =>
    [owed[i], ...acksAfter(i)].some((s) => s?.ack === ack);
  const same = bits(x) === bits(content) && x.seq === content.seq && x.len === content.len;
  // ABORT's RST may have the ACK of every other segment on it.
  if (aborts(end) && bits(x) === (RST | ACK))
    return x.seq === content.seq && x.len === 0 && x.ack === end.turns[0]?.before.rcv.nxt;
  if (unheard(content)) return same && (!(content.ctl & ACK) || x.ack === content.ack);
  if (same && current(x.ack, first)) return true;

  // Octets have no boundaries: those of one event may go together, and those sent before in one segment.
  const turn = end.turns.find((t) => t.due.some((d) => d.segment === content));
  const octets = (turn?.due ?? []).filter((d) => d.segment.len > 0);
  const joined = octets.flatMap((d, i) => [
    segEnd(d.joined ?? d.segment),
    ...(i === 1 ? [segEnd(d.segment)] : []),
  ]);
  const plain = bits(x) === bits(content) && x.seq === content.seq && x.ack === content.ack;
  if (plain && x.len > content.len && joined.includes(segEnd({ ...content, len: x.len })))
    return true;

  // A FIN may ride on the last octets before it (§3.4: it stands behind the data of its segment). It was
  // made after them, so its acknowledgement is the older one that will do.
  const behind = owed.findIndex((s, i) => i > first && !pureAck(s));
  const fin = owed[behind];
  if (!fin || !(fin.ctl & FIN) || fin.len > 0 || content.len === 0 || content.ctl & FIN)
    return false;
  if (fin.seq !== segEnd(content)) return false;
  return (
    bits(x) === (bits(content) | FIN) &&
    x.seq === content.seq &&
    x.len === content.len &&
    current(x.ack, behind)
  );
}

const aborts = (end: End): boolean => end.turns[0]?.rule === '3.10.5';

/** SYN and RST take part in no acknowledging but their own. */
const unheard = (s: Segment | undefined): boolean => s !== undefined && (s.ctl & (SYN | RST)) !== 0;

/** Our SYN,ACK has not been sent: what came was the crossing SYN of Figure 7, not a repeated one. */
const crossed = (end: End): boolean => !end.sent.some((s) => (s.ctl & (SYN | ACK)) === (SYN | ACK));
