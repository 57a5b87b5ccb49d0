import {
  ACK,
  distance,
  type Endpoint,
  PSH,
  type Segment,
  type State,
  SYN,
  seq,
  type Tcb,
  type Timeout,
} from '@ackade/tcp';
import type { Misconception } from '../misconception.ts';
import type { Move } from '../move.ts';
import type { Option } from '../owed.ts';
import type { Level, ScriptLine } from '../scenario.ts';
import type { End, Turn, World } from '../world.ts';

/** A wrong move, and where it was made. */
export type Suspect = {
  readonly world: World;
  readonly level: Level;
  readonly at: Endpoint;
  readonly move: Move;
  readonly turn: Turn;
  readonly options: readonly Option[];
};

/** What every detector looks at. */
export type Facts = {
  readonly level: Level;
  /** Null for silence. */
  readonly move: Extract<Move, { kind: 'send' }> | null;
  /** The bits of the move but PSH. */
  readonly ctl: number;
  /** The state that the mover believes to be in. */
  readonly said: State | null;
  /** Something is due in answer to the oldest event. */
  readonly due: boolean;
  /** What is due repeats what was on the wire before. */
  readonly again: boolean;
  /** The right segment nearest to the move; null where none is. */
  readonly right: Segment | null;
  /** Every other. */
  readonly options: readonly Segment[];
  /** To send these bits, with data or without, or to stay silent, is right: only what else was said is not. */
  readonly bitsRight: boolean;
  /** The state that a right move leads to. */
  readonly state: State;
  /** What is being answered: one of these three, or a segment that nobody sent. */
  readonly arrived: Segment | null;
  readonly call: ScriptLine['call'] | null;
  readonly timer: Timeout | null;
  readonly rule: Turn['rule'];
  /** The TCB before that, and once it had happened. */
  readonly before: Tcb;
  readonly now: Tcb;
  readonly end: End;
  /** Every segment that has arrived at this end. */
  readonly arrivals: readonly Segment[];
};

/** A belief or a plain difference, what makes it out in one sentence, and the test. */
export type Detector = readonly [
  code: Misconception,
  shows: string,
  detects: (f: Facts) => boolean,
];

/** Detectors of what a move says about one thing. */
export type Group = {
  readonly beliefs: readonly Detector[];
  /** What differs, for moves that betray no particular belief: the first that fits is named. */
  readonly differences: readonly Detector[];
};

export function factsOf({ world, level, at, move, turn, options }: Suspect): Facts {
  const end = world.ends[at];
  const row = world.rows[turn.row];
  const sent = move.kind === 'send' ? move : null;
  const due = turn.due.length > 0;
  const near = sent && nearest(sent, options);
  // Nothing is owed in answer to the oldest event: later ones do not excuse a segment out of turn.
  const right = near ?? (due ? options[0] : null);
  return {
    level,
    move: sent,
    ctl: (sent?.ctl ?? 0) & ~PSH,
    said: move.state,
    due,
    again: turn.due[0]?.again ?? false,
    right: right?.segment ?? null,
    options: options.map((o) => o.segment),
    bitsRight: sent ? near !== null : !due,
    state: right?.state ?? turn.after,
    arrived: row?.kind === 'arrived' ? row.segment : null,
    call: row?.kind === 'call' ? row.line.call : null,
    timer: row?.kind === 'timeout' ? row.timer : null,
    rule: turn.rule,
    before: turn.before,
    now: row?.tcb ?? turn.before,
    end,
    arrivals: world.rows.flatMap((r) => (r.kind === 'arrived' && r.at === at ? [r.segment] : [])),
  };
}

/** Of the options with the bits of `move` the one that fewest of its fields contradict. */
function nearest(move: NonNullable<Facts['move']>, options: readonly Option[]): Option | null {
  const wrongs = ({ segment: s, state }: Option): number =>
    [s.seq !== move.seq, s.ack !== move.ack, s.len !== move.len, state !== move.state].filter(
      Boolean,
    ).length;
  const off = ({ segment }: Option): number => Math.abs(distance(segment.ack, seq(move.ack)));
  return (
    options
      .filter(({ segment: s }) => bitsOf(s) === (move.ctl & ~PSH) && s.len > 0 === move.len > 0)
      .toSorted((a, b) => wrongs(a) - wrongs(b) || off(a) - off(b))[0] ?? null
  );
}

/** The control bits that count. */
export const bitsOf = (s: Segment): number => s.ctl & ~PSH;

export const silent = (f: Facts): boolean => f.move === null;

/** Octets of data in the move. */
export const cargo = (f: Facts): number => f.move?.len ?? 0;

/** What is being answered has data. */
export const broughtData = (f: Facts): boolean => f.arrived !== null && f.arrived.len > 0;

/** The move has one of these bits. */
export const has = (f: Facts, bits: number): boolean => (f.ctl & bits) !== 0;

/** The move has these bits and no other. */
export const is = (f: Facts, bits: number): boolean => f.move !== null && f.ctl === bits;

/** What is being answered has one of these bits. */
export const came = (f: Facts, bits: number): boolean =>
  f.arrived !== null && (f.arrived.ctl & bits) !== 0;

/** What is being answered is a SYN, and not one with the acknowledgement of ours. */
export const cameBareSyn = (f: Facts): boolean => came(f, SYN) && !came(f, ACK);

/** The right segment has these bits and no other, and no data. */
export const owes = (f: Facts, bits: number): boolean =>
  f.right !== null && bitsOf(f.right) === bits && f.right.len === 0;

/** How far the move's SEQ lies beyond the right one; 0 where numbers do not count. */
export const seqOff = (f: Facts): number =>
  counted(f) ? distance(f.right.seq, seq(f.move.seq)) : 0;

/** The same of its ACK. */
export const ackOff = (f: Facts): number =>
  counted(f) && f.right.ctl & ACK ? distance(f.right.ack, seq(f.move.ack)) : 0;

/** A move whose numbers can be compared with right ones. */
export type Counted = Facts & {
  readonly right: Segment;
  readonly move: NonNullable<Facts['move']>;
};

/** Numbers are asked for, and there are right ones for the bits of the move. */
export const counted = (f: Facts): f is Counted =>
  f.level !== 'flags' && f.bitsRight && f.right !== null && f.move !== null;

/** All of the move but its state is asked for by what was right, and the state is not. */
export const misplaced = (f: Facts): boolean =>
  f.level === 'full' && f.bitsRight && f.said !== f.state;
