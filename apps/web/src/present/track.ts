/**
 * The track of the race: the ideal ladder with a step of the same height for every rung, so that nothing moves when a
 * rung is revealed. Pairs stand left and right by turns, whichever end sends next, for that would tell it.
 */
import type { RowView } from '@ackade/game';
import { between, INSET } from '../ladder/frame.ts';
import { MARKS, type Mark, type Pill, pillOf, tokensOf } from '../ladder/pill.ts';
import { duration, landing, type SegmentRow } from '../ladder/reading.ts';
import type { Arrow, Endpoint, Geometry, Shape } from '../ladder/shape.ts';

export type Size = { readonly width: number; readonly height: number };

/** Where pairs stand: in rows about `y`, from `edge` outwards. All in px of the board. */
export type Station = {
  readonly edge: number;
  readonly outwards: 1 | -1;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
  /** How far outwards there is room. */
  readonly depth: number;
};

/** A rung of which nothing but its number is known. */
export type VeiledRung = { readonly number: number; readonly y: number; readonly pill: Pill };

/** All in px of the board. */
export type Track = {
  readonly told: readonly RowView[];
  readonly geometry: Geometry;
  readonly veiled: readonly VeiledRung[];
  /** One before each rung, one below the last, and the finish. */
  readonly stations: readonly Station[];
};

type Marks = Readonly<Record<Mark, string>>;

/** The part of the board's width between the lifelines, and of its height that the names and the finish take. */
const BETWEEN = 0.495;
const HEAD = 0.08;
const FINISH = 0.12;
/** Below the last rung there is room for those who wait for the end, in parts of a step. */
const BELOW = 0.75;
/** The largest type, in parts of the board's height, and the least part of a step that a label leaves free. */
const TYPE = 0.04;
const FREE = 0.06;
/** Labels that share a step have so much of it each, and one that is too high is written so much smaller. */
const SHARED = 0.465;
const SMALLER = 0.98;
/** Of a step: where an arrow leaves and where it lands, and where one lands that crosses another. */
const LEAVES = 0.14;
const LANDS = 0.86;
const CROSSED = 0.5;
/** So much of a step lies between what arrives and the arrow that answers it. */
const ANSWERED = 0.03;
/** An arrow falls no steeper than this. */
const STEEPEST = 0.3;
/** Before the far lifeline a lost arrow ends, in ems. */
const SHORT = 1.7;
/** Between the lifelines there are at least so many ems. */
const NARROWEST = 14;
/** One line of a label, in ems, with what is about it. */
const LABEL_HEIGHT = 1.9;
/** A pause worth showing, ms. */
const PAUSE = 400;
/** Between a lifeline and who stands beside it, and around the finish, in parts of the board's height. */
const CLEAR = 0.025;
/** The part of the finish that its label takes. */
const FINISH_LABEL = 0.24;

/** What all of the picture is measured by, px. */
type Scale = {
  readonly font: number;
  readonly top: number;
  readonly step: number;
  readonly lifeline: Geometry['lifeline'];
  readonly inner: number;
};

/** `told`: the rows of the ladder that are told, of `rungs` rungs in all. */
export function trackFor(
  told: readonly RowView[],
  rungs: number,
  board: Size,
  marks: Marks,
): Track {
  const inner = board.width * BETWEEN;
  const client = (board.width - inner) / 2;
  const top = board.height * HEAD;
  const room = board.height * (1 - FINISH) - top;
  const step = room / (rungs + BELOW);
  const font = Math.min(board.height * TYPE, (step * (1 - FREE)) / LABEL_HEIGHT, inner / NARROWEST);
  const scale = { font, top, step, inner, lifeline: { client, server: client + inner } };
  const shapes = shapesOf(told, marks, scale);
  const known = told.filter(isRungRow).length;
  const geometry = {
    width: board.width,
    height: top + room,
    font,
    lifeline: scale.lifeline,
    top,
    shapes,
  };
  const veiled = Array.from({ length: rungs - known }, (_, i): VeiledRung => {
    const number = known + i + 1;
    const tokens = [`${number}`, '?'].map((text) => ({ kind: 'number', text }) as const);
    return {
      number,
      y: top + (number - 0.5) * step,
      pill: pillOf(tokens, font, inner),
    };
  });
  return { told, geometry, veiled, stations: stationsOf(rungs, board, scale) };
}

export const isRungRow = (row: RowView | undefined): row is SegmentRow =>
  row?.kind === 'segment' && !row.stray && !row.copy;

/** What travels, each in the step of its rung; what nobody sends above the rung that follows it. */
function shapesOf(told: readonly RowView[], marks: Marks, scale: Scale): readonly Shape[] {
  const { top, step, font } = scale;
  const shapes: Shape[] = [];
  const rungs = told.filter(isRungRow);
  const crowded = told.some((view) => view.kind === 'segment' && !isRungRow(view));
  let rung = 0;
  for (const [row, view] of told.entries()) {
    if (view.kind !== 'segment') continue;
    if (!isRungRow(view)) {
      shapes.push(extra(row, view, rung, marks, scale));
      continue;
    }
    const before = rungs[rung - 1];
    if (before && view.time - before.time >= PAUSE)
      shapes.push({
        shape: 'pause',
        row,
        y: top + rung * step,
        height: step / 2,
        text: step > (LABEL_HEIGHT + 1.6) * font ? `⋮ ${duration(view.time - before.time)}` : '',
      });
    shapes.push(arrow(row, view, rung, rungs, marks, scale, crowded ? SHARED : 1 - FREE / 2));
    rung++;
  }
  return shapes;
}

function arrow(
  row: number,
  view: SegmentRow,
  rung: number,
  rungs: readonly SegmentRow[],
  marks: Marks,
  { font, top, step, lifeline, inner }: Scale,
  part: number,
): Arrow {
  const { from, fate } = view;
  const to = from === 'client' ? 'server' : 'client';
  const y = top + (rung + 0.5) * step;
  const fall = fallIn(step, inner);
  const y0 = y - fall / 2;
  // It lands below whatever its receiver had sent by then.
  const met = rungs.findLastIndex(
    (other, i) => i > rung && other.from === to && other.time < landing(view),
  );
  const end = met < 0 ? y + fall / 2 : top + (met + CROSSED) * step;
  const reach = fate === 'lost' ? 1 - (SHORT * font) / inner : 1;
  const pill = labelled(view, marks, font, inner, step * part);
  const inset = INSET * font + pill.width / 2;
  const x = between(inset, ((y - y0) / (end - y0)) * inner, inner - inset);
  return {
    shape: 'arrow',
    row,
    from,
    look: fate === 'lost' ? 'lost' : 'sent',
    fading: false,
    call: 'none',
    big: false,
    hangsOn: null,
    x0: lifeline[from],
    y0,
    x1: lifeline[from] + (lifeline[to] - lifeline[from]) * reach,
    y1: y0 + (end - y0) * reach,
    x: lifeline[from] + (from === 'client' ? x : -x),
    y,
    pill,
  };
}

const fallIn = (step: number, inner: number): number =>
  Math.min((LANDS - LEAVES) * step, STEEPEST * inner);

/** A copy, or what nobody sent: it comes out of the network, half way. */
function extra(
  row: number,
  view: SegmentRow,
  rung: number,
  marks: Marks,
  { font, top, step, lifeline, inner }: Scale,
): Arrow {
  const { from, stray } = view;
  const to = from === 'client' ? 'server' : 'client';
  // The first one keeps clear of the names.
  const y = top + rung * step + (rung === 0 ? (0.5 - SHARED) * step : 0);
  const middle = lifeline.client + inner / 2;
  return {
    shape: 'arrow',
    row,
    from,
    look: stray ? 'stray' : 'sent',
    fading: false,
    call: 'none',
    big: false,
    hangsOn: null,
    x0: middle,
    y0: y,
    x1: lifeline[to],
    y1: top + (rung + 0.5 - ANSWERED) * step - fallIn(step, inner) / 2,
    x: middle,
    y,
    pill: labelled(view, marks, font, inner, step * SHARED),
  };
}

/** The label of a segment, small enough to be no higher than `height`. */
function labelled(
  view: SegmentRow,
  marks: Marks,
  font: number,
  inner: number,
  height: number,
): Pill {
  const { segment, fate } = view;
  const shown = MARKS.filter((kind) => (kind === 'lost' ? fate === kind : view[kind]));
  const tokens = tokensOf(
    segment,
    'flags',
    shown.map((kind) => ({ kind, text: marks[kind] })),
  );
  const at = (size: number): Pill => pillOf(tokens, size, inner - 2 * INSET * size);
  let pill = at(font);
  while (pill.height > height) pill = at(pill.font * SMALLER);
  return pill;
}

function stationsOf(
  rungs: number,
  board: Size,
  { top, step, lifeline }: Scale,
): readonly Station[] {
  const clear = CLEAR * board.height;
  const finish = board.height * (1 - FINISH);
  const at = (i: number): number => top + (i < rungs ? i + 0.5 : rungs + 0.25) * step;
  return [
    ...Array.from({ length: rungs + 1 }, (_, i): Station => {
      const side: Endpoint = i % 2 === 0 ? 'client' : 'server';
      const edge = lifeline[side];
      const outwards = side === 'client' ? -1 : 1;
      return {
        edge: edge + outwards * clear,
        outwards,
        y: at(i),
        top: i > 1 ? (at(i - 2) + at(i)) / 2 : clear,
        bottom: i + 2 <= rungs ? (at(i) + at(i + 2)) / 2 : finish - clear / 2,
        depth: (outwards < 0 ? edge : board.width - edge) - 1.5 * clear,
      };
    }),
    {
      edge: board.width * FINISH_LABEL,
      outwards: 1,
      y: (finish + board.height) / 2,
      top: finish + clear / 2,
      bottom: board.height - clear / 2,
      depth: board.width * (1 - FINISH_LABEL) - clear,
    },
  ];
}
