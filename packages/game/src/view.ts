/** What one seat may know: all that a client ever gets. */
import {
  type Endpoint,
  type Fate,
  PSH,
  peerOf,
  type RuleId,
  type State,
  type Timeout,
} from '@ackade/tcp';
import { clockAt } from './clock.ts';
import {
  ALARM_DELAY,
  type Match,
  type Mistake,
  type Outcome,
  type Phase,
  type Seat,
} from './match.ts';
import type { Misconception } from './misconception.ts';
import type { Move } from './move.ts';
import { pieces } from './queue.ts';
import type { Level } from './scenario.ts';
import { NO_TALLY, type Score, scoreOf, teamworkOf } from './score.ts';
import type { Consequence } from './verdict.ts';
import { type End, nextAlarm, type Row } from './world.ts';

export type SegmentView = {
  readonly ctl: number;
  readonly seq: number;
  /** Meaningless where ACK is off. */
  readonly ack: number;
  readonly len: number;
  readonly text: string;
};

/** One line of the ladder as a seat sees it. `time`: the connection's own, ms. */
export type RowView =
  | {
      readonly kind: 'segment';
      readonly time: number;
      readonly from: Endpoint;
      readonly segment: SegmentView;
      /** `unknown`: the sender cannot see what becomes of a segment; told when the match is over. */
      readonly fate: Fate | 'unknown';
      readonly again: boolean;
    }
  | {
      readonly kind: 'call';
      readonly time: number;
      readonly at: Endpoint;
      readonly call: 'OPEN' | 'SEND' | 'CLOSE' | 'ABORT';
      readonly mode: 'active' | 'passive' | null;
      readonly text: string;
    }
  | {
      readonly kind: 'timeout';
      readonly time: number;
      readonly at: Endpoint;
      readonly timer: Timeout;
    }
  | { readonly kind: 'silence'; readonly time: number; readonly at: Endpoint }
  | {
      readonly kind: 'mistake';
      readonly time: number;
      readonly at: Endpoint;
      readonly move: Move;
      readonly rule: RuleId;
      readonly misconceptions: readonly Misconception[];
      readonly consequence: Consequence;
      /** The row that it failed to answer, as an index into the same list. */
      readonly answering: number;
    };

/** The player's own TCB, as it was before the oldest unanswered event. */
export type TcbView = {
  readonly state: State;
  /** The initial sequence number: ours once we have sent a SYN, before that the one we shall take. */
  readonly iss: number;
  readonly una: number | null;
  readonly nxt: number | null;
  readonly rcvNxt: number | null;
};

export type SeatView = {
  /** Of the bot: of the player whose seat it took over, or empty. */
  readonly name: string;
  readonly bot: boolean;
  readonly present: boolean;
  readonly wantsRematch: boolean;
};

export type Result = {
  readonly outcome: Outcome;
  readonly scores: Readonly<Record<Endpoint, Score>>;
  /** Per cent: the longest run without a mistake at either end, of all moves. */
  readonly teamwork: number;
  readonly states: Readonly<Record<Endpoint, State>>;
  /** From the first turn to the end, ms, without the time for which the clocks stood still. */
  readonly took: number;
};

export type View = {
  readonly scenario: string;
  readonly level: Level;
  readonly phase: Phase;
  readonly you: Endpoint;
  readonly seats: Readonly<Record<Endpoint, SeatView | null>>;
  readonly tcb: TcbView;
  /** The rows that still await an answer, oldest first, as indexes into `rows`. */
  readonly turns: readonly number[];
  /** What the application has handed over and the peer is not known to have. */
  readonly data: readonly string[];
  readonly score: Score;
  /** Time for which a move was owed, ms; it runs on while `running`. */
  readonly clock: { readonly spent: number; readonly running: boolean };
  /** Until play begins, ms; null when it has or nobody counts. */
  readonly startsIn: number | null;
  /** A timer at this end is turning: it rings in `in` of `of` ms. Those of the far end do not show. */
  readonly alarm: { readonly timer: Timeout; readonly in: number; readonly of: number } | null;
  /** Somebody is away and all clocks stand still. */
  readonly frozen: boolean;
  readonly result: Result | null;
  /** The match that follows with roles swapped. */
  readonly next: string | null;
  readonly rows: readonly RowView[];
};

/** The view of the player at `you` at wall-clock time `now`. */
export function viewFor(match: Match, you: Endpoint, now: number): View {
  const { world, phase } = match;
  const end = world.ends[you];
  const seat = match.seats[you];
  const clock = clockAt(match, now);
  const known = end.turns[0]?.before ?? end.tcb;
  const shown = visibleRows(match, you);
  const running = seat?.owesSince != null;
  return {
    scenario: world.scenario.id,
    level: match.level,
    phase,
    you,
    seats: { client: seatView(match.seats.client), server: seatView(match.seats.server) },
    tcb: tcbView(known),
    turns: phase === 'playing' ? end.turns.map((t) => shown.indexOf[t.row] ?? 0) : [],
    data: pieces(end, textsOf(world.rows, you), known),
    score: scoreOf(seat?.tally ?? NO_TALLY),
    clock: {
      spent: (seat?.owed ?? 0) + (seat?.owesSince == null ? 0 : clock - seat.owesSince),
      running: running && match.frozenSince === null && phase === 'playing',
    },
    startsIn: phase === 'countdown' ? Math.max(0, match.startsAt - clock) : null,
    alarm: alarmView(match, you, clock),
    frozen: match.frozenSince !== null,
    result: resultOf(match),
    next: match.next,
    rows: shown.rows,
  };
}

function seatView(seat: Seat | null): SeatView | null {
  if (!seat) return null;
  const bot = seat.occupant === 'bot';
  return {
    name: seat.occupant === 'bot' ? (seat.formerly ?? '') : seat.occupant.name,
    bot,
    present: seat.present,
    wantsRematch: seat.wantsRematch,
  };
}

function tcbView(tcb: End['tcb']): TcbView {
  const opened = tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN';
  const heard = opened && tcb.state !== 'SYN-SENT';
  return {
    state: tcb.state,
    iss: opened ? tcb.snd.iss : tcb.nextIss,
    una: opened ? tcb.snd.una : null,
    nxt: opened ? tcb.snd.nxt : null,
    rcvNxt: heard ? tcb.rcv.nxt : null,
  };
}

const textsOf = (rows: readonly Row[], at: Endpoint): string[] =>
  rows.flatMap((r) =>
    r.kind === 'call' && r.at === at && r.line.call === 'SEND' ? [r.line.text] : [],
  );

function alarmView(match: Match, you: Endpoint, clock: number): View['alarm'] {
  const alarm = nextAlarm(match.world);
  if (match.phase !== 'playing' || match.alarmAt === null || alarm?.at !== you) return null;
  const { timer } = alarm;
  return { timer, in: Math.max(0, match.alarmAt - clock), of: ALARM_DELAY[timer] };
}

function resultOf(match: Match): Result | null {
  if (match.phase !== 'over' || !match.outcome || match.endedAt === null) return null;
  const { ends } = match.world;
  return {
    outcome: match.outcome,
    scores: {
      client: scoreOf(match.seats.client?.tally ?? NO_TALLY),
      server: scoreOf(match.seats.server?.tally ?? NO_TALLY),
    },
    teamwork: teamworkOf(match.relay),
    states: { client: ends.client.tcb.state, server: ends.server.tcb.state },
    took: match.startedAt === null ? 0 : clockAt(match, match.endedAt) - match.startsAt,
  };
}

/** The rows that `you` may see, and where each row of the whole ladder stands among them. */
function visibleRows(
  match: Match,
  you: Endpoint,
): { rows: readonly RowView[]; indexOf: readonly number[] } {
  const over = match.phase === 'over';
  const rows: RowView[] = [];
  const indexOf: number[] = [];
  let mistakes = 0;
  const addMistakes = (before: number): void => {
    for (let m = match.mistakes[mistakes]; m && m.before <= before; m = match.mistakes[mistakes]) {
      if (over || m.at === you) rows.push(mistakeView(m, match, indexOf));
      mistakes++;
    }
  };
  for (const [i, row] of match.world.rows.entries()) {
    addMistakes(i);
    const seen =
      over ||
      (row.kind === 'segment' ? row.from === you || row.fate === 'delivered' : row.at === you);
    indexOf[i] = seen ? rows.length : -1;
    if (seen)
      rows.push(rowView(over ? row : asSeen(row, you, rows), over || isFrom(row, peerOf(you))));
  }
  addMistakes(match.world.rows.length);
  return { rows, indexOf };
}

const isFrom = (row: Row, from: Endpoint): boolean => row.kind === 'segment' && row.from === from;

/** A segment of the far end repeats another one for us only if that one came through. */
function asSeen(row: Row, you: Endpoint, earlier: readonly RowView[]): Row {
  if (row.kind !== 'segment' || row.from === you || !row.again) return row;
  const { ctl, seq } = row.segment;
  const again = earlier.some(
    (r) =>
      r.kind === 'segment' &&
      r.from === row.from &&
      r.segment.seq === seq &&
      (r.segment.ctl | PSH) === (ctl | PSH),
  );
  return { ...row, again };
}

function rowView(row: Row, fateKnown: boolean): RowView {
  switch (row.kind) {
    case 'segment': {
      const { ctl, seq, ack, len } = row.segment;
      return {
        kind: 'segment',
        time: row.time,
        from: row.from,
        segment: { ctl, seq, ack, len, text: row.text },
        fate: fateKnown ? row.fate : 'unknown',
        again: row.again,
      };
    }
    case 'call': {
      const { line } = row;
      return {
        kind: 'call',
        time: row.time,
        at: row.at,
        call: line.call,
        mode: line.call === 'OPEN' ? line.mode : null,
        text: line.call === 'SEND' ? line.text : '',
      };
    }
    default:
      return row;
  }
}

function mistakeView(m: Mistake, match: Match, indexOf: readonly number[]): RowView {
  return {
    kind: 'mistake',
    time: match.world.rows[m.before - 1]?.time ?? 0,
    at: m.at,
    move: m.move,
    rule: m.verdict.rule,
    misconceptions: m.verdict.misconceptions,
    consequence: m.verdict.consequence,
    answering: indexOf[m.row] ?? -1,
  };
}
