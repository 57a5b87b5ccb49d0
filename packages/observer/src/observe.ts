/**
 * Judges the traffic of a capture from the outside. An observer does not know which segments arrived,
 * what the applications called or when an endpoint lost its state, so it keeps for each endpoint the
 * bounds of all TCBs that fit what was seen (`side.ts`), and accuses a segment only when none of them
 * could have sent it.
 */
import { ACK, distance, type Packet, RST, type Segment, SYN } from '@ackade/tcp';
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
import { journal, type Row } from './journal.ts';
import { judgeReset } from './resets.ts';
import { closedByBoth, likelyState } from './side.ts';
import { judgeSyn } from './synchronize.ts';
import type { Reason } from './verdict.ts';

export type Observer = {
  /** Takes in the next packet of the capture: `frame` counted from 1, `time` in seconds since the first frame. */
  readonly see: (frame: number, time: number, packet: Packet) => void;
  /** What has been seen so far, in the order in which the conversations began. */
  readonly conversations: () => readonly Conversation[];
};

/** One conversation as it is being watched; `forward`: its client is the first end of the flow. */
type Watch = {
  readonly flow: Flow<Watch | null>;
  readonly forward: boolean;
  readonly connection: Connection;
  /** The conversation that the same two sockets had before. */
  readonly before: Watch | null;
};

export function observe(): Observer {
  const book = journal();
  const table = flows<Watch | null>();
  const watches: Watch[] = [];

  const begin = (flow: Flow<Watch | null>, forward: boolean): Watch => {
    const watch: Watch = { flow, forward, connection: connection(book), before: flow.value };
    watches.push(watch);
    flow.value = watch;
    return watch;
  };

  return {
    see: (frame, time, packet) => {
      const flow = table.find(packet, null);
      const forward = isForward(flow, packet);
      const { segment, mss, shift } = packet;
      let watch = flow.value ?? begin(flow, clientIsSource(packet) === forward);
      let from: Index = watch.forward === forward ? 0 : 1;
      if (
        (segment.ctl & (SYN | ACK | RST)) === SYN &&
        isOver(watch.connection, from, segment.seq)
      ) {
        watch = begin(flow, clientIsSource(packet) === forward);
        from = watch.forward === forward ? 0 : 1;
      }
      if (watch.before && isLate(watch.before, watch, from, segment)) {
        from = watch.forward === watch.before.forward ? from : other(from);
        watch = watch.before;
      }
      const c = watch.connection;
      const row = book.length();
      const reason = judge(c, from, { segment, row, time, mss, shift });
      c.rows.push(row);
      const [client, server] = c.sides;
      const written: Row = {
        frame,
        time,
        from: from === 0 ? 'client' : 'server',
        segment,
        reason,
        client: likelyState(client, server),
        server: likelyState(server, client),
      };
      book.write(written);
    },
    conversations: () => watches.map((watch) => conversationOf(watch)),
  };
}

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
const clientIsSource = ({ segment: { ctl } }: Packet): boolean =>
  (ctl & (SYN | ACK)) !== (SYN | ACK);

function judge(c: Connection, from: Index, a: Arrival): Reason {
  const { ctl } = a.segment;
  if (ctl & RST) return judgeReset(c, from, a);
  return ctl & SYN ? judgeSyn(c, from, a) : judgeEstablished(c, from, a);
}

function conversationOf({ flow, forward, connection: c }: Watch): Conversation {
  const length = flow.ends.length / 2;
  const first = socketText(flow.ends, 0, length, flow.firstPort);
  const second = socketText(flow.ends, length, length, flow.secondPort);
  return {
    client: forward ? first : second,
    server: forward ? second : first,
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
