/**
 * Rows to geometry. Three lanes run downwards side by side: the two margins, where what happens at an
 * endpoint is written, and the space between the lifelines, where segments fly. Each lane knows how
 * far it is taken, so a call may stand beside an arrow without a row of its own, and nothing overlaps.
 */
import type { Level, RowView } from '@ackade/game';
import { type Frame, frameOf } from './frame.ts';
import { fitted, LINE, MARK, measure, pillOf, type Token, tokensOf } from './pill.ts';
import {
  crosses,
  duration,
  FLIGHT,
  lastTries,
  latestArrival,
  type MistakeRow,
  type SegmentRow,
} from './reading.ts';
import type { Arrow, Call, Endpoint, Geometry, Label, Shape } from './shape.ts';

export type LayoutOptions = {
  readonly width: number;
  readonly you: Endpoint | null;
  readonly level: Level;
  readonly turns: readonly number[];
  readonly compact: boolean;
  readonly words: Words;
};

/** The words that a ladder needs, in the reader's language. */
type Words = {
  readonly again: string;
  readonly lost: string;
  readonly silent: string;
  readonly passive: string;
};

/** A pause worth showing, ms. */
const PAUSE = 400;

/** From something that happens at an endpoint to what follows from it, in ems. */
const STEP = 0.4;

/** The least height of a ladder, in ems. */
const SHORTEST = 10;

const other = (e: Endpoint): Endpoint => (e === 'client' ? 'server' : 'client');

export function layout(rows: readonly RowView[], options: LayoutOptions): Geometry {
  const { you } = options;
  const foreign = you !== null && rows.some((r) => 'at' in r && r.at !== you);
  const frame = frameOf(options.width, foreign ? null : you, options.compact);
  const { font, gap } = frame;
  const shapes: Shape[] = [];
  /** How far each lane is taken, and the height that time has reached. */
  const taken = { client: frame.top, server: frame.top, middle: frame.top };
  let now = frame.top + gap;
  let clock = rows[0]?.time ?? 0;
  /** Where each row happened to each endpoint. */
  const seen: Partial<Record<Endpoint, number>>[] = [];
  const latest = latestArrival(rows, you);
  const last = lastTries(rows);
  let crossing: Arrow | null = null;

  for (const [row, view] of rows.entries()) {
    if (view.time - clock >= PAUSE) pause(row, view.time - clock);
    if (view.kind === 'segment') segment(row, view);
    else if (view.kind === 'mistake') mistake(row, view);
    else event(row, view);
    clock = Math.max(clock, view.time + (view.kind === 'segment' ? FLIGHT : 0));
    if (view.kind !== 'segment') crossing = null;
  }
  const height = Math.max(now, ...Object.values(taken), SHORTEST * font) + 1.6 * font;
  return { ...frame, height, shapes };

  function pause(row: number, ms: number): void {
    const height = 2.2 * font;
    const from = Math.max(now, ...Object.values(taken)) + gap / 2;
    shapes.push({ shape: 'pause', row, y: from + height / 2, height, text: duration(ms) });
    now = from + height + gap / 2;
    taken.client = taken.server = taken.middle = now;
  }

  function segment(row: number, view: SegmentRow): void {
    const { words, level } = options;
    const marks = [
      ...(view.again ? [{ kind: 'again', text: words.again } as const] : []),
      ...(view.fate === 'lost' ? [{ kind: 'lost', text: words.lost } as const] : []),
    ];
    const next = rows[row + 1];
    const met = crossing && meets(crossing, view) ? crossing : null;
    const arrow = fly({
      row,
      from: view.from,
      tokens: tokensOf(view.segment, level, marks),
      look: view.fate === 'lost' ? 'lost' : 'sent',
      fading: view.fate === 'unknown',
      big: row === latest,
      crosses: !met && next?.kind === 'segment' && crosses(view, next),
      meets: met,
    });
    crossing = arrow;
    seen[row] = { [view.from]: arrow.y0, [other(view.from)]: arrow.y1 };
  }

  function meets(earlier: Arrow, view: SegmentRow): boolean {
    const before = rows[earlier.row];
    return before?.kind === 'segment' && shapes.at(-1) === earlier && crosses(before, view);
  }

  function mistake(row: number, view: MistakeRow): void {
    const { move, consequence, at } = view;
    const hangsOn = seen[view.answering]?.[at] ?? null;
    if (move.kind === 'silent') {
      write(row, at, 'wrong', [options.words.silent], hangsOn);
      return;
    }
    const shown = last.has(row);
    const ghost = {
      row,
      from: at,
      tokens: tokensOf(move, options.level, []),
      look: 'ghost' as const,
      hangsOn,
    };
    fly(ghost);
    if (shown && consequence.kind === 'answers')
      fly({
        row,
        from: other(at),
        tokens: tokensOf(consequence, options.level, []),
        look: 'echo',
      });
  }

  function event(row: number, view: Exclude<RowView, SegmentRow | MistakeRow>): void {
    const { words } = options;
    if (view.kind === 'silence') write(row, view.at, 'silent', [words.silent], null);
    else if (view.kind === 'timeout')
      write(row, view.at, 'timer', [view.timer === 'time-wait' ? '2 MSL' : 'RTO'], null);
    else
      write(
        row,
        view.at,
        'call',
        [view.call, view.mode === 'passive' ? words.passive : view.text].filter(Boolean),
        null,
      );
    seen[row] = { [view.at]: now - STEP * font };
  }

  /** Writes beside a lifeline. */
  function write(
    row: number,
    at: Endpoint,
    look: Label['look'],
    words: readonly string[],
    hangsOn: number | null,
  ): void {
    const mark = look === 'call' ? 0 : MARK;
    const room = marginOf(frame, at) / font - 1;
    const joined = words.join(' ');
    const lines = (measure(joined) + mark <= room ? [joined] : words).map((line, i) =>
      fitted(line, room - (i === 0 ? mark : 0)),
    );
    const width = Math.max(...lines.map((line, i) => measure(line) + (i === 0 ? mark : 0))) * font;
    const height = (lines.length * LINE + 0.3) * font;
    // What stands on the lifeline wants room from the tip of an arrow, a cross from everything.
    const clear = (look === 'wrong' ? 0.8 : 0.2) * font;
    const y = Math.max(now + clear, taken[at] + height / 2);
    const edge = frame.lifeline[at];
    const x = at === 'client' ? edge - 0.8 * font - width : edge + 0.8 * font;
    const call = callOf(row);
    shapes.push({ shape: 'label', row, at, look, call, y, x, width, height, lines, hangsOn });
    taken[at] = y + height / 2 + gap / 4;
    now = y + STEP * font + (look === 'call' ? 0 : clear);
  }

  function callOf(row: number): Call {
    if (options.turns[0] === row) return 'next';
    return options.turns.includes(row) ? 'waits' : 'none';
  }

  function fly(flight: {
    readonly row: number;
    readonly from: Endpoint;
    readonly tokens: readonly Token[];
    readonly look: Arrow['look'];
    readonly fading?: boolean;
    readonly big?: boolean;
    readonly crosses?: boolean;
    readonly meets?: Arrow | null;
    readonly hangsOn?: number | null;
  }): Arrow {
    const { row, from, look, fading = false, big = false, meets = null, hangsOn = null } = flight;
    const lost = look === 'lost';
    const pill = pillOf(
      flight.tokens,
      font * (big ? 1.2 : 1),
      frame.room - (lost ? 2.4 * font : 0),
    );
    const x0 = frame.lifeline[from];
    const span = frame.lifeline[other(from)] - x0;
    const reach = lost ? 1 - (1.7 * font) / Math.abs(span) : 1;
    // Two that cross: the second leaves when the first is half way, and both fall twice as far, so
    // that their pills pass one above the other.
    const apart = pill.height + gap;
    const drop = flight.crosses ? 2 * apart : meets ? meets.y1 - meets.y0 : frame.drop;
    const shift = lost ? 0.5 - (1.2 * font) / Math.abs(span) : 0.5;
    const y0 = meets
      ? Math.max(meets.y0 + drop / 2, bottomOf(meets) + apart - pill.height / 2 - drop * shift)
      : Math.max(
          now + (look === 'ghost' ? 0.5 * font : 0),
          taken.middle + Math.max(0, pill.height / 2 - drop * shift),
        );
    const arrow: Arrow = {
      shape: 'arrow',
      row,
      from,
      look,
      fading,
      call: look === 'sent' ? callOf(row) : 'none',
      big,
      x0,
      y0,
      x1: x0 + span * reach,
      y1: y0 + drop * reach,
      x: x0 + span * shift,
      y: y0 + drop * shift,
      pill,
      hangsOn,
    };
    shapes.push(arrow);
    taken.middle = Math.max(y0 + drop, bottomOf(arrow)) + gap;
    now = flight.crosses ? y0 + drop / 2 : y0 + drop + 0.4 * gap;
    return arrow;
  }
}

const bottomOf = ({ y, pill }: Arrow): number => y + pill.height / 2;

const marginOf = ({ width, lifeline }: Frame, at: Endpoint): number =>
  at === 'client' ? lifeline.client : width - lifeline.server;
