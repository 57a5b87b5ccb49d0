/**
 * Where the parts of a row stand: each segment of a capture has a strip of its own, all equally high,
 * and the strips under one another are the ladder. On a wide strip time, states and verdict have
 * columns of their own; on a narrow one they stand above the arrow.
 */
import { type Endpoint, peerOf } from '@ackade/tcp';
import { type Pill, pillOf } from '../ladder/pill.ts';
import type { Arrow } from '../ladder/shape.ts';
import type { Spoken } from '../words/notation.ts';
import { type Numbering, tokensOf } from './numbering.ts';

/** Text that leans against `x` and has its middle at `y`; it may take `room` px. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly room: number;
};

export type RowFrame = {
  readonly width: number;
  readonly height: number;
  /** The type size that all else follows from, px. */
  readonly font: number;
  readonly lifeline: Readonly<Record<Endpoint, number>>;
  /** What a pill may take, and where its middle is. */
  readonly pill: { readonly y: number; readonly width: number; readonly height: number };
  readonly time: Place;
  readonly verdict: Place;
  readonly state: Readonly<Record<Endpoint, Place>>;
};

/** What is usual on an arrow at its longest; a pill that needs more is set smaller. */
const USUAL = {
  relative: { ctl: 25, seq: 9_999_999, ack: 9_999_999, len: 65_535 },
  absolute: { ctl: 25, seq: 4_294_967_295, ack: 4_294_967_295, len: 65_535 },
} as const satisfies Record<Numbering, object>;

/** All measures below are in ems. */
const TIME = 7.6;
const STATE = 7.6;
const VERDICT = 11;
/** A verdict's glyph and its distance from the word. */
export const GLYPH = 1.5;
const GAP = 0.8;
/** What an arrow shows of itself at both ends of its pill. */
const TIPS = 2.6;
/** How far an arrow falls. */
const DROP = 0.9;
/** What stands above the arrow of a narrow row. */
const ABOVE = 3.3;
/** The narrowest row with columns of their own. */
const COLUMNS = 60;

/** The frame of every row of a ladder that is `width` px wide. */
export function rowFrame(width: number, numbering: Numbering): RowFrame {
  const font = Math.min(16, Math.max(12, width / 76));
  return width / font < COLUMNS ? narrow(width, font, numbering) : wide(width, font, numbering);
}

function wide(width: number, font: number, numbering: Numbering): RowFrame {
  const em = (n: number): number => n * font;
  const client = em(GAP + TIME + GAP + STATE + GAP);
  const server = width - em(GAP + STATE + VERDICT + GAP);
  const room = server - client - em(TIPS);
  const pill = pillOf(tokensOf(USUAL[numbering]), font, room).height;
  const height = Math.ceil(pill + em(DROP));
  const y = height / 2;
  return {
    width,
    height,
    font,
    lifeline: { client, server },
    pill: { y, width: room, height: pill },
    time: { x: em(GAP), y, anchor: 'start', room: em(TIME) },
    state: {
      client: { x: client - em(GAP), y, anchor: 'end', room: em(STATE) },
      server: { x: server + em(GAP), y, anchor: 'start', room: em(STATE) },
    },
    verdict: { x: width - em(VERDICT), y, anchor: 'start', room: em(VERDICT - GAP) },
  };
}

function narrow(width: number, font: number, numbering: Numbering): RowFrame {
  const em = (n: number): number => n * font;
  const client = em(1.1);
  const server = width - client;
  const room = server - client - em(TIPS);
  const pill = pillOf(tokensOf(USUAL[numbering]), font, room).height;
  const left = client + em(GAP);
  const right = server - em(GAP);
  const half = (right - left - em(GAP)) / 2;
  const above = em(1);
  const states = em(2.4);
  return {
    width,
    height: Math.ceil(em(ABOVE) + pill + em(DROP)),
    font,
    lifeline: { client, server },
    pill: { y: em(ABOVE) + pill / 2, width: room, height: pill },
    time: { x: left, y: above, anchor: 'start', room: em(TIME) },
    verdict: { x: right, y: above, anchor: 'end', room: right - left - em(TIME + GAP) },
    state: {
      client: { x: left, y: states, anchor: 'start', room: half },
      server: { x: right, y: states, anchor: 'end', room: half },
    },
  };
}

/** A segment on its way from lifeline to lifeline. */
export function arrowOf(segment: Spoken, from: Endpoint, frame: RowFrame): Arrow {
  const { lifeline, font, pill } = frame;
  const fall = (DROP * font) / 2;
  return {
    shape: 'arrow',
    row: 0,
    from,
    look: 'sent',
    fading: false,
    call: 'none',
    big: false,
    x0: lifeline[from],
    y0: pill.y - fall,
    x1: lifeline[peerOf(from)],
    y1: pill.y + fall,
    x: (lifeline.client + lifeline.server) / 2,
    y: pill.y,
    pill: fittingPill(segment, frame),
    hangsOn: null,
  };
}

/** Set smaller where it needs more lines than are usual, so that every row is equally high. */
function fittingPill(segment: Spoken, { font, pill }: RowFrame): Pill {
  const tokens = tokensOf(segment);
  const full = pillOf(tokens, font, pill.width);
  return full.height <= pill.height
    ? full
    : pillOf(tokens, (font * pill.height) / full.height, pill.width);
}
