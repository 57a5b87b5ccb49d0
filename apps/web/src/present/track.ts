/**
 * The track of the race: the ideal ladder, its type as large as the board allows, and the stations at which
 * pairs stand: each beside the lifeline at which the next segment of the ladder leaves.
 */
import type { RowView } from '@ackade/game';
import type { Endpoint, Geometry, Shape } from '../ladder/shape.ts';
import { type Rung, rungsOf } from '../race/rungs.ts';

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

export type Track = {
  readonly geometry: Geometry;
  /** From the geometry to the board: moved by `x`, then so many times larger. */
  readonly scale: number;
  readonly x: number;
  /** One before each rung, one below the last, and the finish. */
  readonly stations: readonly Station[];
};

/** What is drawn of the ladder: only what travels. */
const travelling = (rows: readonly RowView[]): readonly RowView[] =>
  rows.filter((row) => row.kind === 'segment');

/** The part of the board's width between the lifelines, and of its height that the finish takes. */
const BETWEEN = 0.41;
const FINISH = 0.12;
/** At these widths of a ladder its type is as large as can be, and as small as is ever needed. */
const NARROWEST = 420;
const WIDEST = 2400;
const STEP = 1.06;
/** Between a lifeline and who stands beside it, and around the finish, in parts of the board's height. */
const CLEAR = 0.025;

/** `draw`: the geometry of what travels, at a width. */
export function trackFor(
  rows: readonly RowView[],
  board: Size,
  draw: (rows: readonly RowView[], width: number) => Geometry,
): Track {
  const shown = travelling(rows);
  const room = board.height * (1 - FINISH);
  const inner = board.width * BETWEEN;
  const scaleOf = ({ lifeline }: Geometry): number => inner / (lifeline.server - lifeline.client);
  let width = NARROWEST;
  let drawn = draw(shown, width);
  while (drawn.height * scaleOf(drawn) > room && width < WIDEST) {
    width *= STEP;
    drawn = draw(shown, width);
  }
  const scale = scaleOf(drawn);
  const geometry = stretched(drawn, room / scale);
  const x = board.width / 2 / scale - (geometry.lifeline.client + geometry.lifeline.server) / 2;
  return { geometry, scale, x, stations: stationsOf(shown, board, { geometry, scale, x }) };
}

/** The same ladder, `height` high: what is written keeps its size, and the room between grows. */
function stretched(geometry: Geometry, height: number): Geometry {
  const { top, shapes } = geometry;
  const by = (height - top) / (geometry.height - top);
  const at = (y: number): number => top + (y - top) * by;
  return {
    ...geometry,
    height,
    shapes: shapes.map((s): Shape => {
      if (s.shape === 'arrow') return { ...s, y0: at(s.y0), y1: at(s.y1), y: at(s.y) };
      return { ...s, y: at(s.y) };
    }),
  };
}

function stationsOf(
  shown: readonly RowView[],
  board: Size,
  { geometry, scale, x }: Omit<Track, 'stations'>,
): readonly Station[] {
  const rungs = rungsOf(shown);
  const clear = CLEAR * board.height;
  const finish = board.height * (1 - FINISH);
  const arrowOf = (rung: Rung | undefined) =>
    geometry.shapes.find((s) => s.shape === 'arrow' && shown[s.row] === rung);
  const stops = rungs.map((rung): Stop => {
    const arrow = arrowOf(rung);
    return { side: rung.from, y: (arrow?.shape === 'arrow' ? arrow.y0 : 0) * scale };
  });
  const last = rungs.at(-1);
  const landing = arrowOf(last);
  if (last && landing?.shape === 'arrow')
    stops.push({ side: last.from === 'client' ? 'server' : 'client', y: landing.y1 * scale });
  const top = geometry.top * scale * HEAD;
  return [
    ...stops.map((stop, i): Station => {
      const edge = (geometry.lifeline[stop.side] + x) * scale;
      const outwards = stop.side === 'client' ? -1 : 1;
      const [above, below] = [neighbour(stops, i, -1), neighbour(stops, i, 1)];
      return {
        edge: edge + outwards * clear,
        outwards,
        y: stop.y,
        top: above ? (above.y + stop.y) / 2 : top,
        bottom: below ? (below.y + stop.y) / 2 : finish - clear / 2,
        depth: (outwards < 0 ? edge : board.width - edge) - 2 * clear,
      };
    }),
    {
      edge: board.width * LABEL,
      outwards: 1,
      y: (finish + board.height) / 2,
      top: finish + clear / 2,
      bottom: board.height - clear / 2,
      depth: board.width * (1 - LABEL) - clear,
    },
  ];
}

/** A stop of the way down, px of the board. */
type Stop = { readonly side: Endpoint; readonly y: number };

/** The part of a ladder's head that the names of the ends take, and of the finish that its label takes. */
const HEAD = 0.25;
const LABEL = 0.24;

/** The next stop on the same side, downwards or upwards. */
function neighbour(stops: readonly Stop[], from: number, step: 1 | -1): Stop | undefined {
  for (let i = from + step; stops[i]; i += step)
    if (stops[i]?.side === stops[from]?.side) return stops[i];
  return undefined;
}
