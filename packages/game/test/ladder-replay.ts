/** A drawn ladder played again through `step` alone: who was in which state, and which rows were owed. */
import {
  closedTcb,
  ENDPOINTS,
  type Endpoint,
  freshIss,
  PSH,
  peerOf,
  type Segment,
  step,
  type Tcb,
  type TcpEvent,
} from '@ackade/tcp';
import type { RowView } from '../src/index.ts';

type SegmentRow = Extract<RowView, { kind: 'segment' }>;

export type Replayed = {
  /** The rows that were sent without being what was owed first. */
  readonly unowed: readonly number[];
  readonly states: Readonly<Record<Endpoint, readonly Tcb['state'][]>>;
};

type Happening = {
  readonly time: number;
  /** At one moment: what comes, what is called, what is sent. */
  readonly rank: number;
  readonly at: Endpoint;
  readonly row: number;
};

/** `tampered`: the row in place of which what was owed goes on its way. */
export function replayed(
  rows: readonly RowView[],
  start: Readonly<Record<Endpoint, Tcb>>,
  tampered = -1,
): Replayed {
  const tcbs = { ...start };
  const owed: Record<Endpoint, Segment[]> = { client: [], server: [] };
  const states: Record<Endpoint, Tcb['state'][]> = { client: [], server: [] };
  let untampered: Segment | null = null;
  const unowed: number[] = [];
  const take = (at: Endpoint, event: TcpEvent): void => {
    const { tcb, out } = step(tcbs[at], event);
    tcbs[at] = tcb;
    owed[at].push(...out);
    states[at].push(tcb.state);
  };
  const send = (at: Endpoint, index: number, row: SegmentRow): void => {
    const first = owed[at].shift();
    if (!first || !same(first, row)) unowed.push(index);
    if (first && index === tampered) untampered = { ...first, len: row.segment.len };
  };
  for (const { at, row: index, rank } of inOrder(rows)) {
    const row = rows[index];
    if (row?.kind === 'call' && row.call === 'CRASH') {
      tcbs[at] = closedTcb(freshIss(tcbs[at]), tcbs[at].options);
      owed[at] = [];
    } else if (row?.kind === 'call') take(at, callIn(row));
    else if (row?.kind === 'timeout') take(at, { timeout: row.timer });
    else if (row?.kind === 'segment' && rank === SENT) send(at, index, row);
    else if (row?.kind === 'segment') {
      const original = row.copy ? rows.findIndex((r) => isTwin(r, row)) : index;
      const segment = (original === tampered && untampered) || segmentIn(row);
      take(at, { segment });
    }
  }
  return { unowed, states };
}

const ARRIVED = 0;
const CALLED = 1;
const SENT = 2;

function inOrder(rows: readonly RowView[]): Happening[] {
  const all = rows.flatMap((row, index): Happening[] => {
    if (row.kind === 'call' || row.kind === 'timeout')
      return [{ time: row.time, rank: CALLED, at: row.at, row: index }];
    if (row.kind !== 'segment') return [];
    const sent = { time: row.time, rank: SENT, at: row.from, row: index };
    const came =
      row.arrives === null
        ? []
        : [{ time: row.arrives, rank: ARRIVED, at: peerOf(row.from), row: index }];
    return row.copy || row.stray ? came : [sent, ...came];
  });
  // Each end has a clock of its own; what one sends is sent before it comes.
  return all.sort((a, b) => a.time - b.time || a.rank - b.rank || a.row - b.row);
}

const isTwin = (r: RowView, copy: SegmentRow): boolean =>
  r.kind === 'segment' && !r.copy && r.from === copy.from && r.time === copy.time;

const same = (s: Segment, { segment: t }: SegmentRow): boolean =>
  (s.ctl | PSH) === (t.ctl | PSH) && s.seq === t.seq && s.ack === t.ack && s.len >= t.len;

const segmentIn = ({ segment: { text: _, ...s } }: SegmentRow): Segment =>
  ({ ...s, up: 0 }) as Segment;

function callIn(row: Extract<RowView, { kind: 'call' }>): TcpEvent {
  switch (row.call) {
    case 'OPEN':
      return { call: 'OPEN', mode: row.mode ?? 'active' };
    case 'SEND':
      return { call: 'SEND', len: row.text.length };
    case 'RECEIVE':
      return { call: 'RECEIVE', len: row.len };
    case 'CLOSE':
    case 'ABORT':
      return { call: row.call };
    default:
      throw new Error('a crash is no call');
  }
}

/** Whether every end of `ENDPOINTS` was once in that state. */
export const werein = ({ states }: Replayed, state: Tcb['state']): readonly Endpoint[] =>
  ENDPOINTS.filter((e) => states[e].includes(state));
