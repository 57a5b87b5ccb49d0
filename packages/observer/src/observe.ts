/**
 * Judges the traffic of a capture from the outside. An observer does not know which segments arrived,
 * what the applications called or when an endpoint lost its state, so it keeps for each endpoint the
 * bounds of all TCBs that fit what was seen (`side.ts`), and accuses a segment only when none of them
 * could have sent it.
 */
import {
  ACK,
  distance,
  type Interface,
  type Packet,
  RST,
  type Segment,
  SYN,
  UNTOLD,
} from '@ackade/tcp';
import { socketText } from './address.ts';
import {
  type Arrival,
  type Connection,
  connection,
  type Index,
  isOver,
  other,
} from './connection.ts';
import type { Conversation, Ending, Sightings } from './conversation.ts';
import { judgeEstablished } from './established.ts';
import { type Flow, flows, isForward } from './flows.ts';
import { journal, type Row, type Seen } from './journal.ts';
import { judgeReset } from './resets.ts';
import { closedByBoth, likelyState } from './side.ts';
import { believe, judgeSyn } from './synchronize.ts';
import type { Reason } from './verdict.ts';
import { interfaceText, type View, type Views, viewFor, views } from './viewpoint.ts';

export type Observer = {
  /**
   * Takes in the next packet of the capture: `frame` counted from 1, `time` in seconds since the first frame,
   * `on` the interface where it was seen.
   */
  readonly see: (frame: number, time: number, packet: Packet, on?: Interface) => void;
  /** What has been seen so far, in the order in which the conversations began. */
  readonly conversations: () => readonly Conversation[];
};

/** One conversation as it is being watched; `forward`: its client is the first end of the flow. */
type Watch = {
  readonly flow: Watched;
  readonly view: View<Watch>;
  readonly forward: boolean;
  readonly connection: Connection;
  /** The conversation that the same two sockets had before, as seen in the same view. */
  readonly before: Watch | null;
};
type Watched = Flow<Views<Watch> | null>;

export function observe(): Observer {
  const book = journal();
  const table = flows<Views<Watch> | null>();
  const watches = new Set<Watch>();

  const begin = (flow: Watched, view: View<Watch>, forward: boolean): Watch => {
    const watch = { flow, view, forward, connection: connection(book), before: view.watch };
    watches.add(watch);
    view.watch = watch;
    return watch;
  };

  /** Judges a segment of `view` and writes that down in row `row`. */
  function take(
    flow: Watched,
    view: View<Watch>,
    forward: boolean,
    row: number,
    { frame, time, seen }: Pick<Row, 'frame' | 'time' | 'seen'>,
  ): void {
    const { segment, mss, shift } = seen;
    let watch = view.watch ?? begin(flow, view, clientIsSource(seen) === forward);
    let from: Index = watch.forward === forward ? 0 : 1;
    if ((segment.ctl & (SYN | ACK | RST)) === SYN && isOver(watch.connection, from, segment.seq)) {
      watch = begin(flow, view, clientIsSource(seen) === forward);
      from = watch.forward === forward ? 0 : 1;
    }
    if (watch.before && isLate(watch.before, watch, from, segment)) {
      from = watch.forward === watch.before.forward ? from : other(from);
      watch = watch.before;
    }
    const c = watch.connection;
    const reason = judge(c, from, { segment, row, time, mss, shift });
    c.rows.push(row);
    const [client, server] = c.sides;
    book.write(row, {
      frame,
      time,
      from: from === 0 ? 'client' : 'server',
      seen,
      reason,
      client: likelyState(client, server),
      server: likelyState(server, client),
    });
  }

  /** Judges anew, each direction in a view of its own, what was taken for one conversation after the other. */
  function divide(joint: Watch | null, there: View<Watch>, back: View<Watch>): void {
    const rows: { readonly row: number; readonly forward: boolean }[] = [];
    for (let watch = joint; watch; watch = watch.before) {
      watches.delete(watch);
      for (const row of watch.connection.rows)
        rows.push({ row, forward: watch.forward === (book.read(row).from === 'client') });
    }
    rows.sort((a, b) => a.row - b.row);
    for (const { row, forward } of rows) {
      const { frame, time } = book.read(row);
      if (joint)
        take(joint.flow, forward ? there : back, forward, row, {
          frame,
          time,
          seen: book.seen(row),
        });
    }
  }

  return {
    see: (frame, time, packet, on = UNTOLD) => {
      const flow = table.find(packet, null);
      const forward = isForward(flow, packet);
      flow.value ??= views();
      const view = viewFor(flow.value, forward, on, divide);
      take(flow, view, forward, book.length(), { frame, time, seen: packet });
    },
    conversations: () =>
      [...watches].sort((a, b) => firstRow(a) - firstRow(b)).map((watch) => conversationOf(watch)),
  };
}

const firstRow = ({ connection: { rows } }: Watch): number => rows[0] ?? 0;

/** Numbers further apart than this are hardly of one connection. */
const NEAR = 1 << 24;

/** Whether a segment belongs to the conversation before, having come late, or in answer to what came late. */
function isLate(earlier: Watch, now: Watch, from: Index, s: Segment): boolean {
  if (s.ctl & SYN) return false;
  const same = now.forward === earlier.forward;
  const was = earlier.connection.sides[same ? from : other(from)];
  const peerWas = earlier.connection.sides[same ? other(from) : from];
  // TIME-WAIT answers a SYN that it refuses, and that answer is reset.
  if (s.ctl & RST && now.connection.sides[other(from)].acked === null && s.seq === peerWas.acked)
    return true;
  const side = now.connection.sides[from];
  const x = side.former ?? side;
  if (x.heard && (x.iss === null || distance(x.iss, s.seq) >= 0)) return false;
  return was.heard && Math.abs(distance(was.nxt, s.seq)) < NEAR;
}

/** A SYN comes from a client, a SYN,ACK from a server; of two that were met in the middle the first is the client. */
const clientIsSource = ({ segment: { ctl } }: Seen): boolean => (ctl & (SYN | ACK)) !== (SYN | ACK);

function judge(c: Connection, from: Index, a: Arrival): Reason {
  const { ctl, ack } = a.segment;
  if (ctl & ACK) believe(c, other(from), ack);
  if (ctl & RST) return judgeReset(c, from, a);
  return ctl & SYN ? judgeSyn(c, from, a) : judgeEstablished(c, from, a);
}

function conversationOf({ flow, view, forward, connection: c }: Watch): Conversation {
  const length = flow.ends.length / 2;
  const first = socketText(flow.ends, 0, length, flow.firstPort);
  const second = socketText(flow.ends, length, length, flow.secondPort);
  return {
    client: forward ? first : second,
    server: forward ? second : first,
    interface: view.on && interfaceText(view.on),
    end: endingOf(c),
    segments: sightingsOf(c),
  };
}

function endingOf(c: Connection): Ending {
  const [a, b] = c.sides;
  if (c.brokenBy === 'refusal') return 'refused';
  if (closedByBoth(a, b)) return 'graceful';
  if (c.brokenBy === 'reset') return 'reset';
  return b.heard || a.phase !== 'syn-sent' ? 'open' : 'unanswered';
}

function sightingsOf({ rows, journal: book }: Connection): Sightings {
  const rowAt = (index: number): number => {
    const row = rows[index];
    if (row === undefined) throw new RangeError(`no segment ${index}`);
    return row;
  };
  return {
    length: rows.length,
    at: (index) => book.read(rowAt(index)),
    get violations() {
      return rows.reduce((sum, row) => sum + (book.isViolation(row) ? 1 : 0), 0);
    },
  };
}
