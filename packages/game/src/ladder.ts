/** The rows of a match as they are shown: what one seat has learned, or, once all is over, everything. */
import { type Endpoint, FLIGHT, PSH, peerOf, type Segment, segLen } from '@ackade/tcp';
import type { Match, Mistake } from './match.ts';
import type { RowView, SegmentView } from './view.ts';
import type { Row } from './world.ts';

export type Ladder = {
  readonly rows: readonly RowView[];
  /** Where each row of the world stands among `rows`; a segment's arrival has its own; undefined: unseen. */
  readonly indexOf: readonly (number | undefined)[];
  /** Where each wrong move stands among `rows`, if it does. */
  readonly mistakes: readonly (number | undefined)[];
};

type RowOf<K extends Row['kind']> = Extract<Row, { kind: K }>;
type SegmentRow = Extract<RowView, { kind: 'segment' }>;

/** A row to be shown, or a wrong move. `stands`: its place in the order of what happened. */
type Item = {
  readonly time: number;
  readonly stands: number;
  /** The rows of the world that it shows. */
  readonly of: readonly number[];
  /** Which of the wrong moves it is; null for what happened. */
  readonly mistake: number | null;
  readonly view: (indexOf: Ladder['indexOf']) => RowView;
};

/** What the player at `you` has learned, in the order of learning: rows are only ever added. */
export function seenBy(
  { world, mistakes }: Pick<Match, 'world' | 'mistakes'>,
  you: Endpoint,
): Ladder {
  const { rows } = world;
  const own = rows.flatMap((row, i): Item[] =>
    row.at === you ? [item(row.time, i, [i], seenRow(row, rows.slice(0, i)))] : [],
  );
  const wrong = mistakes.flatMap((m, i) => (m.at === you ? [mistakeItem(m, i, false)] : []));
  return ladderOf([...own, ...wrong].sort((a, b) => a.stands - b.stands));
}

/** Everything that happened at both ends and between, in the order of its time. */
export function wholeLadder({
  world: { rows },
  mistakes,
}: Pick<Match, 'world' | 'mistakes'>): Ladder {
  const all = rows.flatMap((row, i): Item[] => {
    if (row.kind === 'sent') return copiesOf(row, i, rows);
    if (row.kind !== 'arrived') return [item(row.time, i, [i], eventRow(row))];
    return row.sent === null ? [item(row.time - FLIGHT, i, [i], arrival(row, true))] : [];
  });
  const wrong = mistakes.map((m, i) => mistakeItem(m, i, true));
  return ladderOf([...all, ...wrong].sort((a, b) => a.time - b.time || a.stands - b.stands));
}

function ladderOf(items: readonly Item[]): Ladder {
  const indexOf: (number | undefined)[] = [];
  for (const [index, { of }] of items.entries()) for (const row of of) indexOf[row] ??= index;
  const mistakes: number[] = [];
  for (const [index, { mistake }] of items.entries())
    if (mistake !== null) mistakes[mistake] = index;
  return { rows: items.map(({ view }) => view(indexOf)), indexOf, mistakes };
}

const item = (time: number, stands: number, of: readonly number[], view: RowView): Item => ({
  time,
  stands,
  of,
  mistake: null,
  view: () => view,
});

function seenRow(row: Row, earlier: readonly Row[]): RowView {
  switch (row.kind) {
    case 'sent':
      return sending(row, { fate: 'unknown' });
    case 'arrived':
      return { ...arrival(row, false), again: cameBefore(row, earlier) };
    default:
      return eventRow(row);
  }
}

/** A segment repeats another one for its receiver only if that one came through. */
const cameBefore = ({ at, segment }: RowOf<'arrived'>, earlier: readonly Row[]): boolean =>
  segLen(segment) > 0 &&
  earlier.some(
    (r) =>
      r.kind === 'arrived' &&
      r.at === at &&
      r.segment.seq === segment.seq &&
      segLen(r.segment) === segLen(segment) &&
      (r.segment.ctl | PSH) === (segment.ctl | PSH),
  );

/** The copies of a segment that the network made of it; one that was lost has none. */
function copiesOf(row: RowOf<'sent'>, index: number, rows: readonly Row[]): Item[] {
  if (row.transit.length === 0)
    return [item(row.time, index, [index], sending(row, { fate: 'lost' }))];
  return row.transit.map((ms, copy) => {
    const landed = rows.findIndex(
      (r) => r.kind === 'arrived' && r.sent === index && r.copy === copy,
    );
    // A match that was given up may have left it in the network.
    const view =
      landed < 0
        ? sending(row, { fate: 'unknown' })
        : sending(row, { fate: 'delivered', arrives: row.time + ms, copy: copy > 0 });
    return item(row.time, index, landed < 0 ? [index] : [index, landed], view);
  });
}

const sending = (row: RowOf<'sent'>, known: Partial<SegmentRow>): SegmentRow => ({
  kind: 'segment',
  time: row.time,
  arrives: null,
  from: row.at,
  segment: segmentView(row.segment, row.text),
  fate: 'unknown',
  again: row.again,
  copy: false,
  stray: false,
  ...known,
});

const arrival = (row: RowOf<'arrived'>, stray: boolean): SegmentRow => ({
  kind: 'segment',
  time: row.time - FLIGHT,
  arrives: row.time,
  from: peerOf(row.at),
  segment: segmentView(row.segment, row.text),
  fate: 'delivered',
  again: false,
  copy: false,
  stray,
});

function eventRow(row: RowOf<'call' | 'timeout' | 'silence'>): RowView {
  const { time, at } = row;
  if (row.kind === 'silence') return { kind: 'silence', time, at };
  if (row.kind === 'timeout') return { kind: 'timeout', time, at, timer: row.timer };
  const { line } = row;
  return {
    kind: 'call',
    time,
    at,
    call: line.call,
    mode: line.call === 'OPEN' ? line.mode : null,
    text: line.call === 'SEND' ? line.text : '',
    len: line.call === 'RECEIVE' ? line.len : 0,
  };
}

/** `revealed`: with the segment as it would have been, whose numbers at `flags` the player never saw. */
function mistakeItem(m: Mistake, index: number, revealed: boolean): Item {
  const { at, time, move, verdict, row, before, segment } = m;
  return {
    time,
    stands: before - 0.5,
    of: [],
    mistake: index,
    view: (indexOf) => ({
      kind: 'mistake',
      time,
      at,
      move,
      segment: revealed && segment ? segmentView(segment, '') : null,
      rule: verdict.rule,
      misconceptions: verdict.misconceptions,
      consequence: verdict.consequence,
      answering: indexOf[row] ?? -1,
    }),
  };
}

const segmentView = ({ ctl, seq, ack, wnd, len }: Segment, text: string): SegmentView => ({
  ctl,
  seq,
  ack,
  wnd,
  len,
  text,
});
