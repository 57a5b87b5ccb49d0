/** A conversation from a capture: the recorded ones, or any other that somebody brings. */
import {
  CONTROL_BITS,
  type ControlBit,
  type Endpoint,
  FLIGHT,
  type Segment,
  seq,
} from '@ackade/tcp';
import type { RowView } from '../../view.ts';
import { CONVERSATIONS } from './conversations.ts';

export type Frame = {
  /** Its number in the capture, from 1. */
  readonly number: number;
  readonly from: Endpoint;
  readonly segment: Segment;
};
export type Captured = { readonly name: string; readonly frames: readonly Frame[] };

export const RECORDED: readonly Captured[] = Object.entries(CONVERSATIONS).map(([name, lines]) => ({
  name,
  frames: lines.trim().split('\n').map(frameIn),
}));

function frameIn(line: string): Frame {
  const [number, from, ctl = '', from1, ack, wnd, len] = line.trim().split(' ');
  return {
    number: Number(number),
    from: from as Endpoint,
    segment: {
      ctl: ctl.split(',').reduce((bits, name) => bits | CONTROL_BITS[name as ControlBit], 0),
      seq: seq(Number(from1)),
      ack: seq(ack === '-' ? 0 : Number(ack)),
      wnd: Number(wnd),
      len: Number(len),
      up: 0,
    },
  };
}

/** Frames as rows of a ladder, one under the other: from outside one does not see when they come. */
export const rowsOf = (frames: readonly Frame[]): readonly RowView[] =>
  frames.map(({ number, from, segment: { ctl, seq: n, ack, wnd, len } }) => ({
    kind: 'segment',
    time: number * FLIGHT,
    arrives: null,
    from,
    segment: { ctl, seq: n, ack, wnd, len, text: '' },
    fate: 'unknown',
    again: false,
    copy: false,
    stray: false,
  }));
