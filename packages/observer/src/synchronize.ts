/** Judges segments with SYN (RFC 9293 §3.5). */
import { ACK, add, FIN, has, type Segment, type SeqNum, segEnd } from '@ackade/tcp';
import { type Arrival, amend, type Connection, type Index, other } from './connection.ts';
import { dispute } from './dispute.ts';
import { later, type Side, unheard } from './side.ts';
import { mark, streamFrom } from './stream.ts';
import type { Reason } from './verdict.ts';

export function judgeSyn(c: Connection, from: Index, a: Arrival): Reason {
  const reason = has(a.segment, ACK) ? synAck(c, from, a) : bareSyn(c, from, a);
  const first = reason === 'opens' || reason === 'answers-syn';
  return first && has(a.segment, FIN) ? 'syn-with-fin' : reason;
}

function bareSyn(c: Connection, from: Index, a: Arrival): Reason {
  const x = c.sides[from];
  const y = c.sides[other(from)];
  const { segment: s } = a;
  if (x.heard && x.iss === s.seq) {
    x.synTime = a.time;
    return 'syn-again';
  }
  if (!x.heard) {
    c.sides[from] = opened(a, 'syn-sent');
    if (y.phase !== 'syn-sent') return 'opens';
    y.phase = 'syn-received';
    return 'crosses-syn';
  }
  if (x.life !== 'alive' || x.denied !== null) {
    // Whoever resets the answer to its own SYN with another SYN under way never sent the first.
    if (x.denied !== null && a.time - x.denied <= UNDER_WAY)
      amend(c, x.synRow, 'old-duplicate-syn');
    c.sides[from] = opened(a, 'syn-sent');
    c.brokenBy = null;
    return 'opens';
  }
  if (x.iss !== null && !x.spoken) {
    // A SYN that may still be sent again keeps its ISS. Later its user may have given up and begun anew.
    if (a.time - x.synTime <= SYN_LIFE) return suspect(x, opened(a, 'syn-sent'));
    c.sides[from] = opened(a, 'syn-sent');
    return 'opens';
  }
  c.sides[from] = { ...opened(a, 'syn-sent'), former: x.former ?? x };
  return 'reopens';
}

function synAck(c: Connection, from: Index, a: Arrival): Reason {
  const x = c.sides[from];
  const y = c.sides[other(from)];
  const { segment: s } = a;
  if (!y.heard) {
    if (!x.heard) c.sides[from] = { ...opened(a, 'syn-received'), acked: s.ack };
    y.phase = 'syn-sent';
    return 'began-late';
  }
  if (y.iss === null) return 'began-late';
  const right = answers(y, s.ack);
  if (x.heard && x.iss === s.seq) {
    if (!right) return accuse(x, a);
    const again = x.acked !== null;
    x.synTime = a.time;
    heardAck(x, y, s.ack, s.wnd);
    return again ? 'syn-ack-again' : 'answers-syn';
  }
  // Who was reset is in LISTEN again and chooses anew, and so does who answers a connection opened anew.
  const bound = x.heard && x.life === 'alive' && x.iss !== null && y.former === null;
  if (bound && a.time - x.synTime <= SYN_LIFE)
    return suspect(x, { ...opened(a, 'syn-received'), acked: s.ack });
  c.brokenBy = null;
  const answering = opened(a, 'syn-received');
  c.sides[from] = answering;
  if (!right) return accuse(answering, a);
  heardAck(answering, y, s.ack, s.wnd);
  return 'answers-syn';
}

/** Accuses a SYN with another ISS than that of `x`, whose own it may be yet: it is then `side`. */
function suspect(x: Side, side: Side): Reason {
  if (x.rival?.side.iss === side.iss) x.rival.rows.push(side.synRow);
  else x.rival = { side, rows: [side.synRow] };
  return 'second-iss';
}

/** Takes note of which SYN of `owner` is acknowledged by `ack`, if it was suspected of two. */
export function believe(c: Connection, owner: Index, ack: SeqNum): void {
  const x = c.sides[owner];
  if (x.rival === null || x.spoken) return;
  const { side, rows } = x.rival;
  if (ack === x.synEnd) x.rival = null;
  if (ack !== side.synEnd) return;
  amend(c, x.synRow, 'second-iss');
  const answer = side.phase === 'syn-received';
  for (const [i, row] of rows.entries()) {
    const first = answer ? 'answers-syn' : 'opens';
    const again = answer ? 'syn-ack-again' : 'syn-again';
    amend(c, row, i === 0 ? first : again);
  }
  c.sides[owner] = { ...side, former: x.former };
}

/** How long a SYN may be on its way or be sent again for the first time (RFC 6298 §2), in seconds. */
const UNDER_WAY = 1;
/** How long stacks repeat a SYN or a SYN,ACK before they give up, at least, in seconds. */
const SYN_LIFE = 60;

function accuse(x: Side, a: Arrival): Reason {
  dispute(x, a);
  return 'wrong-ack-of-syn';
}

/** Whether `ack` covers the SYN of `y`, and nothing beyond what rode on it. */
const answers = (y: Side, ack: SeqNum): boolean =>
  y.iss !== null && ((ack - y.iss) | 0) > 0 && ((y.nxt - ack) | 0) >= 0;

/** `x` has acknowledged the SYN of `y`, which makes a connection of it. */
function heardAck(x: Side, y: Side, ack: SeqNum, wnd: number): void {
  x.acked = later(x.acked, ack);
  // The window of a SYN,ACK is never scaled (RFC 7323 §2.2).
  x.offered = later(x.offered, add(ack, wnd));
  x.edge = later(x.edge, x.offered);
  if (y.phase === 'syn-sent' || y.phase === 'syn-received') y.phase = 'open';
  y.life = 'alive';
  y.former = null;
}

function opened({ segment: s, row, time, mss, shift }: Arrival, phase: Side['phase']): Side {
  const end = endOf(s);
  const stream = streamFrom(s.seq, end);
  // Data on a SYN are mostly not taken at once, and are sent again behind it.
  if (s.len > 0) mark(stream, add(s.seq, 1));
  return {
    ...unheard(phase),
    heard: true,
    iss: s.seq,
    nxt: end,
    synEnd: segEnd(s),
    stream,
    wnd: s.wnd,
    mss,
    shift,
    synRow: row,
    synTime: time,
  };
}

/** A FIN on a SYN is seldom kept: it counts once it is sent again. */
const endOf = (s: Segment): SeqNum => segEnd({ ...s, ctl: s.ctl & ~FIN });
