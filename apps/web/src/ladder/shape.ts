/** The geometry of a ladder, in px. What the drawing needs and the tests check. */
import type { View } from '@ackade/game';
import type { Pill } from './pill.ts';

export type Endpoint = View['you'];

/** How strongly a row asks for an answer: the oldest unanswered one most. */
export type Call = 'none' | 'waits' | 'next';

export type Arrow = {
  readonly shape: 'arrow';
  /** Index into the rows. */
  readonly row: number;
  readonly from: Endpoint;
  /** `stray`: nobody sent it. `ghost`: a wrong move, never sent. `echo`: what it would have brought back. */
  readonly look: 'sent' | 'lost' | 'stray' | 'ghost' | 'echo';
  /** The sender does not know what becomes of it. */
  readonly fading: boolean;
  readonly call: Call;
  readonly big: boolean;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Where the pill stands: its middle. */
  readonly x: number;
  readonly y: number;
  readonly pill: Pill;
  /** A ghost hangs on the event that it failed to answer: the height of that on the same lifeline. */
  readonly hangsOn: number | null;
};

/** An end comes into another state. */
export type StateChange = {
  /** By which row; −1 for the state in which it begins. */
  readonly row: number;
  /** Where the segment of that row comes, not where it leaves. */
  readonly lands: boolean;
  readonly at: Endpoint;
  readonly state: string;
};

export type Label = {
  readonly shape: 'label';
  readonly row: number;
  readonly at: Endpoint;
  readonly look: 'call' | 'crash' | 'timer' | 'silent' | 'wrong' | 'state';
  readonly call: Call;
  readonly y: number;
  /** The box of the text. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly hangsOn: number | null;
};

/** Time that passes without a segment. */
type Pause = {
  readonly shape: 'pause';
  readonly row: number;
  readonly y: number;
  readonly height: number;
  readonly text: string;
};

export type Shape = Arrow | Label | Pause;

export type Geometry = {
  readonly width: number;
  readonly height: number;
  /** The type size that all else follows from. */
  readonly font: number;
  /** x of the lifelines. */
  readonly lifeline: Readonly<Record<Endpoint, number>>;
  /** y at which the lifelines begin. */
  readonly top: number;
  readonly shapes: readonly Shape[];
};
