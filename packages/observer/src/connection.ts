import type { Segment, SeqNum } from '@ackade/tcp';
import type { Journal } from './journal.ts';
import { closedByBoth, likelyState, type Side, unheard } from './side.ts';
import type { Reason } from './verdict.ts';

/** One connection between two sockets, while it is being watched. The first to be seen is 0, its peer 1. */
export type Connection = {
  readonly sides: [Side, Side];
  readonly journal: Journal;
  /** The connection's rows in the journal. */
  readonly rows: number[];
  /** A RST that is believed ended it, or refused it. */
  brokenBy: 'refusal' | 'reset' | null;
};

export type Index = 0 | 1;
export const other = (i: Index): Index => (i === 0 ? 1 : 0);

/** A segment with all that its judges need to know of it. */
export type Arrival = {
  readonly segment: Segment;
  readonly row: number;
  /** Seconds since the capture began. */
  readonly time: number;
  readonly mss: number | null;
  readonly shift: number | null;
};

export const connection = (journal: Journal): Connection => ({
  sides: [unheard('closed'), unheard('listen')],
  journal,
  rows: [],
  brokenBy: null,
});

/** Whether a SYN with another ISS begins another connection between the same sockets. */
export function isOver(c: Connection, from: Index, iss: SeqNum): boolean {
  const [a, b] = c.sides;
  const x = c.sides[from];
  // An ISS is chosen once: while its SYN is not answered another one is not its own.
  if (x.iss === iss || (x.phase === 'syn-sent' && x.life === 'alive')) return false;
  return (
    closedByBoth(a, b) || c.brokenBy === 'refusal' || (c.brokenBy === 'reset' && x.denied === null)
  );
}

/** Takes back what was said of an earlier segment, and of the states that it seemed to lead to. */
export function disown(c: Connection, row: number, reason: Reason): void {
  const [client, server] = c.sides;
  c.journal.amend(row, reason);
  c.journal.restate(row, likelyState(client, server), likelyState(server, client));
}

/** Takes back what was said of an earlier segment. */
export const amend = (c: Connection, row: number, reason: Reason): void =>
  c.journal.amend(row, reason);
