/**
 * Rows to geometry. What happens is placed in the order of time, each thing as high as its lifeline, the text
 * beside that and the pills between the lifelines let it stand. A segment is placed twice: with its pill where
 * it leaves, and where it lands. So time runs down both lifelines, and nothing written overlaps.
 */
import type { Level, RowView } from '@ackade/game';
import { between, type Frame, frameOf, INSET } from './frame.ts';
import {
  fitted,
  LINE,
  MARK,
  MARKS,
  type Mark,
  measure,
  pillOf,
  type Token,
  tokensOf,
} from './pill.ts';
import {
  duration,
  type EventRow,
  type Happening,
  happenings,
  isLate,
  lastTries,
  latestArrival,
  type MistakeRow,
  type SegmentRow,
} from './reading.ts';
import type { Arrow, Call, Endpoint, Geometry, Label, Shape, StateChange } from './shape.ts';

export type LayoutOptions = {
  readonly width: number;
  readonly you: Endpoint | null;
  readonly level: Level;
  readonly turns: readonly number[];
  readonly compact: boolean;
  /** Written beside the lifelines where they happen. */
  readonly states?: readonly StateChange[] | undefined;
  readonly words: Words;
};

/** The words that a ladder needs, in the reader's language. */
type Words = {
  readonly marks: Readonly<Record<Mark, string>>;
  readonly silent: string;
  /** What stands beside a lifeline, in parts between which a line may break. */
  readonly event: (row: EventRow) => readonly string[];
};

/** A pause worth showing, ms. */
const PAUSE = 400;

/** From something that happens at an endpoint to what follows from it, in ems. */
const STEP = 0.4;

/** The least height of a ladder, in ems. */
const SHORTEST = 10;

/** By how much a late arrow falls, in ems, for each thing that happens while it is under way. */
const WHILE = 2.5;

/** A space between two Chinese characters, where there is none if no line breaks. */
const WITHIN_CHINESE = /([一-鿿]) (?=[一-鿿])/g;

/** How far before the far lifeline a lost arrow ends, in ems. */
const SHORT = 1.7;

/** By how much the pill leaves room for the cross of a lost arrow and for the tip of a stray one, in ems. */
const AWAY = 2.4;

/** Between the tip of an arrow and what stands above it on the lifeline, in ems. */
const CLEAR = 0.4;

/** An arrow that has left; it falls by `drop` at least. */
type Flight = Omit<Arrow, 'shape' | 'x1' | 'y1' | 'x'> & {
  readonly late: boolean;
  readonly drop: number;
};

/** What is known of an arrow before it has a place. */
type Departure = Omit<Flight, 'x0' | 'y0' | 'y' | 'pill' | 'drop'>;

const GHOST = { fading: false, call: 'none', big: false, late: false } as const;

const other = (e: Endpoint): Endpoint => (e === 'client' ? 'server' : 'client');

export function layout(rows: readonly RowView[], options: LayoutOptions): Geometry {
  const { you, level, turns, words, states = [] } = options;
  const foreign = you !== null && rows.some((r) => 'at' in r && r.at !== you);
  const frame = frameOf(options.width, foreign ? null : you, options.compact, states.length > 0);
  const { font, gap, lifeline, top } = frame;
  const inner = lifeline.server - lifeline.client;
  const order = happenings(rows);
  const latest = latestArrival(rows, you);
  const last = lastTries(rows);
  const shapes: Shape[] = [];
  /** What is under way. */
  const aloft = new Map<number, Flight>();
  /** Where each row happened to each endpoint. */
  const seen: Partial<Record<Endpoint, number>>[] = [];
  /** How far down each lifeline, each margin and the pills between are taken. */
  const line = { client: top + gap, server: top + gap };
  const margin = { client: top, server: top };
  let pills = top;
  /** Nothing stands higher than what was before it, at either end. */
  let floor = top + gap;
  let clock = order[0]?.time ?? 0;

  stand(-1, false);
  for (const [i, { row, time, lands }] of order.entries()) {
    if (time > clock) floor = Math.max(line.client, line.server);
    if (time - clock >= PAUSE) pause(row, time - clock);
    clock = time;
    const view = rows[row];
    const flight = aloft.get(row);
    if (flight) {
      land(flight);
      aloft.delete(row);
    } else if (view?.kind === 'segment') segment(row, view, i);
    else if (view?.kind === 'mistake') mistake(row, view);
    else if (view) event(row, view);
    stand(row, lands);
  }
  const height = Math.max(lowest(), SHORTEST * font) + 1.6 * font;
  return { ...frame, height, shapes: shapes.sort((a, b) => a.row - b.row) };

  /** Writes the states that ends come into, where what brings them there stands. */
  function stand(by: number, comes: boolean): void {
    for (const { row, lands, at, state } of states)
      if (row === by && lands === comes) write(row, at, 'state', [state], null);
  }

  function lowest(): number {
    return Math.max(line.client, line.server, margin.client, margin.server, pills);
  }

  function pause(row: number, ms: number): void {
    const height = 2.2 * font;
    const from = lowest() + gap / 2;
    shapes.push({ shape: 'pause', row, y: from + height / 2, height, text: duration(ms) });
    floor = from + height + gap / 2;
    line.client = line.server = margin.client = margin.server = pills = floor;
  }

  function segment(row: number, view: SegmentRow, i: number): void {
    const { from, fate, stray } = view;
    const late = isLate(view);
    const during: Happening[] = [];
    for (let k = i + 1; order[k] && order[k]?.row !== row; k++) during.push(order[k] as Happening);
    // What is late meets so many that it does not count.
    const meets =
      [...aloft.values()].some((f) => f.from !== from && !f.late && f.look !== 'stray') ||
      during.some((h) => !h.lands && leaves(rows[h.row], other(from)));
    const marks = MARKS.filter((kind) => (kind === 'lost' ? fate === kind : view[kind]));
    const flight = leave(
      {
        row,
        from,
        look: stray ? 'stray' : fate === 'lost' ? 'lost' : 'sent',
        fading: fate === 'unknown',
        call: callOf(row),
        big: row === latest,
        hangsOn: null,
        late,
      },
      tokensOf(
        view.segment,
        level,
        marks.map((kind) => ({ kind, text: words.marks[kind] })),
      ),
      meets && !late && !stray,
      // The pill of a late arrow stands near its sender, but low enough for the line to run through it.
      late ? (during.length * WHILE * INSET * font * font) / inner : 0,
      view.copy ? aloft.get(row - 1)?.y0 : undefined,
    );
    aloft.set(row, flight);
  }

  function mistake(row: number, { move, consequence, at, answering }: MistakeRow): void {
    const hangsOn = seen[answering]?.[at] ?? null;
    const state: Token[] = move.state ? [{ kind: 'number', text: `→ ${move.state}` }] : [];
    if (move.kind === 'silent') {
      write(row, at, 'wrong', [words.silent, ...state.map((s) => s.text)], hangsOn);
      return;
    }
    line[at] += 0.5 * font;
    const tokens = [...tokensOf(move, level, []), ...state];
    ghost({ ...GHOST, row, from: at, look: 'ghost', hangsOn }, tokens);
    if (last.has(row) && consequence.kind === 'answers')
      ghost(
        { ...GHOST, row, from: other(at), look: 'echo', hangsOn: null },
        tokensOf(consequence, level, []),
      );
  }

  /** It was never sent, so it lands at once, and nothing meets it. */
  function ghost(departure: Departure, tokens: readonly Token[]): void {
    land(leave(departure, tokens));
    line.client = line.server = Math.max(line.client, line.server);
  }

  function event(row: number, view: EventRow): void {
    const look = view.kind === 'silence' ? 'silent' : view.kind === 'timeout' ? 'timer' : 'call';
    const crash = view.kind === 'call' && view.call === 'CRASH';
    const y = write(row, view.at, crash ? 'crash' : look, words.event(view), null);
    seen[row] = { [view.at]: y };
  }

  /** Writes beside a lifeline. */
  function write(
    row: number,
    at: Endpoint,
    look: Label['look'],
    parts: readonly string[],
    hangsOn: number | null,
  ): number {
    const mark = look === 'call' || look === 'state' ? 0 : MARK;
    const room = marginOf(frame, at) / font - 1;
    const joined = parts.join(' ').replace(WITHIN_CHINESE, '$1');
    const lines = (measure(joined) + mark <= room ? [joined] : parts).map((text, i) =>
      fitted(text, room - (i === 0 ? mark : 0)),
    );
    const width = Math.max(...lines.map((text, i) => measure(text) + (i === 0 ? mark : 0))) * font;
    const height = (lines.length * LINE + 0.3) * font;
    const stands = look === 'state';
    // What stands on the lifeline wants room from the tip of an arrow, a cross from everything.
    const clear = (look === 'wrong' || look === 'crash' ? 0.8 : 0.2) * font;
    const from = stands ? (seen[row]?.[at] ?? 0) : Math.max(floor, line[at]) + clear;
    const y = Math.max(from, margin[at] + height / 2);
    const edge = lifeline[at];
    const x = at === 'client' ? edge - 0.8 * font - width : edge + 0.8 * font;
    const call = callOf(row);
    shapes.push({ shape: 'label', row, at, look, call, y, x, width, height, lines, hangsOn });
    margin[at] = y + height / 2 + gap / 4;
    line[at] = stands ? Math.max(line[at], y) : y + STEP * font + (mark ? clear : 0);
    return y;
  }

  function callOf(row: number): Call {
    if (turns[0] === row) return 'next';
    return turns.includes(row) ? 'waits' : 'none';
  }

  /** Finds out where an arrow leaves and its pill stands, by `deeper` lower than half way. */
  function leave(
    departure: Departure,
    tokens: readonly Token[],
    meets = false,
    deeper = 0,
    start?: number,
  ): Flight {
    const { row, from, look, big, late } = departure;
    const stray = look === 'stray';
    const away = awayOf(look) * font;
    const pill = pillOf(tokens, font * (big ? 1.2 : 1), frame.room - away);
    // Two that meet fall so far that their pills pass one above the other.
    const drop = meets ? 2 * (pill.height + gap) : frame.drop;
    const depth = stray ? 0 : drop / 2 + deeper;
    const least = pills + pill.height / 2;
    const y0 = start ?? Math.max(floor, stray ? least : line[from], least - depth);
    const y = Math.max(y0 + depth, least);
    pills = y + pill.height / 2 + gap;
    if (!stray) line[from] = Math.max(line[from], y0 + STEP * font);
    seen[row] = { [from]: y0 };
    return {
      ...departure,
      x0: stray ? lifeline.client + inner / 2 : lifeline[from],
      y0,
      y,
      pill,
      drop: Math.max(late ? 2 * drop : drop, 2 * (y - y0)),
    };
  }

  /** Finds out where it lands: below what was there before, and if it is late, at the other end as well. */
  function land(flight: Flight): void {
    const { row, from, look, x0, y0, y, pill, drop, late } = flight;
    const to = other(from);
    const end = Math.max(y0 + drop, late ? floor : 0, line[to] + CLEAR * font);
    const reach = look === 'lost' ? 1 - (SHORT * font) / inner : 1;
    const inset = INSET * font + pill.width / 2;
    const way = look === 'stray' ? 0.5 : (y - y0) / (end - y0);
    const x = between(inset, way * inner, inner - inset - awayOf(look) * font);
    shapes.push({
      ...flight,
      shape: 'arrow',
      x1: x0 + (lifeline[to] - x0) * reach,
      y1: y0 + (end - y0) * reach,
      x: lifeline[from] + (from === 'client' ? x : -x),
    });
    line[to] = end + 0.4 * gap;
    seen[row] = { ...seen[row], [to]: end };
  }
}

const awayOf = (look: Arrow['look']): number => (look === 'lost' || look === 'stray' ? AWAY : 0);

/** Whether a row is a segment that leaves `end`. */
const leaves = (row: RowView | undefined, end: Endpoint): boolean =>
  row?.kind === 'segment' && row.from === end && !row.stray;

const marginOf = ({ width, lifeline }: Frame, at: Endpoint): number =>
  at === 'client' ? lifeline.client : width - lifeline.server;
