/** What one seat may know: all that a client ever gets. */
import type { Endpoint, Fate, RuleId, State, Timeout } from '@ackade/tcp';
import { timerOf } from './agenda.ts';
import { clockAt } from './clock.ts';
import { HINT_PRICES, HINTS, type Hint, type HintStep, hintsFor, hintsOf } from './hint.ts';
import { seenBy, wholeLadder } from './ladder.ts';
import { ALARM_DELAY, type Match, type Outcome, type Phase, type Seat } from './match.ts';
import type { Misconception } from './misconception.ts';
import type { Move } from './move.ts';
import { pieces } from './queue.ts';
import type { Level, ScriptLine } from './scenario.ts';
import { NO_TALLY, type Score, scoreOf, teamworkOf } from './score.ts';
import type { Consequence } from './verdict.ts';
import type { Weather } from './weather.ts';
import type { End } from './world.ts';

export type SegmentView = {
  readonly ctl: number;
  readonly seq: number;
  /** Meaningless where ACK is off. */
  readonly ack: number;
  readonly wnd: number;
  readonly len: number;
  readonly text: string;
};

/**
 * One line of the ladder as a seat sees it. `time`: the connection's own, ms. A seat's rows stand in the order
 * in which it learned of them; those of the whole ladder in the order of `time`.
 */
export type RowView =
  | {
      readonly kind: 'segment';
      /** When it left; for its receiver as it looks, one flight before it came. */
      readonly time: number;
      /** When it arrives; null where it never does, or where the sender cannot know. */
      readonly arrives: number | null;
      readonly from: Endpoint;
      readonly segment: SegmentView;
      /** `unknown`: the sender cannot see what becomes of a segment; told when the match is over. */
      readonly fate: Fate | 'unknown';
      readonly again: boolean;
      /** The network made it out of the one before: a second copy. Told when the match is over. */
      readonly copy: boolean;
      /** Nobody at the other end sent it: an old duplicate or a forgery. Told when the match is over. */
      readonly stray: boolean;
    }
  | {
      readonly kind: 'call';
      readonly time: number;
      readonly at: Endpoint;
      readonly call: ScriptLine['call'];
      readonly mode: 'active' | 'passive' | null;
      /** What SEND hands over. */
      readonly text: string;
      /** Octets that RECEIVE asks for. */
      readonly len: number;
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
      /** What would have gone on the wire; null for silence, and until the match is over. */
      readonly segment: SegmentView | null;
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
  /** SND.WND: octets that the peer takes from SND.UNA on. */
  readonly wnd: number | null;
  readonly rcvNxt: number | null;
  readonly rcvWnd: number;
};

export type SeatView = {
  /** Of the bot: of the player whose seat it took over, or empty. */
  readonly name: string;
  readonly bot: boolean;
  readonly present: boolean;
  readonly wantsRematch: boolean;
};

export type Result = {
  /** The name under which the match can be watched again. */
  readonly replay: string;
  readonly outcome: Outcome;
  readonly scores: Readonly<Record<Endpoint, Score>>;
  /** Per cent: the longest run without a mistake at either end, of all moves; null where it was not finished. */
  readonly teamwork: number | null;
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
  /**
   * A timer at this end is turning: it rings in `in` of `of` ms, which stand for `real` ms of the connection's
   * time. Those of the far end do not show.
   */
  readonly alarm: {
    readonly timer: Timeout;
    readonly in: number;
    readonly of: number;
    readonly real: number;
    /** False while time stands still at this end, because something may still come before it. */
    readonly running: boolean;
  } | null;
  /** Help that was asked for on the oldest turn, and what the next step would cost; null: there is none. */
  readonly hints: {
    readonly taken: readonly Hint[];
    readonly next: { readonly step: HintStep; readonly price: number } | null;
  };
  /** Weather that this seat has made and that has not come down yet. */
  readonly weather: readonly Weather[];
  /** Part of a race: who decides on partners, weather and what comes next is its host. */
  readonly race: boolean;
  /** The host of the race has stopped the clocks. */
  readonly held: boolean;
  /** All clocks stand still, because somebody is away or the host wants it. */
  readonly frozen: boolean;
  /** The bot has played this end up to here: its player has not made a right move since. */
  readonly handedOver: boolean;
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
  const shown = phase === 'over' ? wholeLadder(match) : seenBy(match, you);
  const running = seat?.owesSince != null;
  return {
    scenario: world.scenario.id,
    level: match.level,
    phase,
    you,
    seats: { client: seatView(match.seats.client), server: seatView(match.seats.server) },
    tcb: tcbView(known),
    turns: phase === 'playing' ? end.turns.map((t) => shown.indexOf[t.row] ?? 0) : [],
    data: pieces(end, known),
    score: scoreAt(match, you),
    race: match.race !== null,
    clock: {
      spent: (seat?.owed ?? 0) + (seat?.owesSince == null ? 0 : clock - seat.owesSince),
      running: running && match.frozenSince === null && phase === 'playing',
    },
    startsIn: phase === 'countdown' ? Math.max(0, match.startsAt - clock) : null,
    alarm: alarmView(match, you, clock),
    hints: hintsView(match, you, seat?.hints ?? 0),
    weather: world.weather.filter((w) => w.by === you).map(({ by: _, ...w }) => w),
    held: match.held,
    frozen: match.frozenSince !== null,
    handedOver: seat !== null && seat.occupant !== 'bot' && seat.botMoved,
    result: resultOf(match),
    next: match.next,
    rows: shown.rows,
  };
}

function seatView(seat: Seat | null): SeatView | null {
  if (!seat) return null;
  const bot = seat.occupant === 'bot';
  return {
    name: nameOf(seat),
    bot,
    present: seat.present,
    wantsRematch: seat.wantsRematch,
  };
}

export function tcbView(tcb: End['tcb']): TcbView {
  const opened = tcb.state !== 'CLOSED' && tcb.state !== 'LISTEN';
  const heard = opened && tcb.state !== 'SYN-SENT';
  return {
    state: tcb.state,
    iss: opened ? tcb.snd.iss : tcb.nextIss,
    una: opened ? tcb.snd.una : null,
    nxt: opened ? tcb.snd.nxt : null,
    wnd: heard ? tcb.snd.wnd : null,
    rcvNxt: heard ? tcb.rcv.nxt : null,
    rcvWnd: tcb.rcv.wnd,
  };
}

function alarmView(match: Match, you: Endpoint, clock: number): View['alarm'] {
  const alarm = timerOf(match.world, you);
  const end = match.world.ends[you];
  if (match.phase !== 'playing' || !alarm || end.turns.length > 0) return null;
  const { timer, time } = alarm;
  const of = ALARM_DELAY[timer];
  const ring = match.rings[you];
  return {
    timer,
    in: ring ? Math.max(0, ring.at - clock) : of,
    of,
    real: time - end.time,
    running: ring !== null,
  };
}

/** Of a bot: of the player whose seat it took over, or empty. */
export const nameOf = ({ occupant, formerly }: Seat): string =>
  occupant === 'bot' ? (formerly?.name ?? '') : occupant.name;

/** What the seat at `at` has earned so far. */
export const scoreAt = ({ seats, race }: Match, at: Endpoint): Score =>
  scoreOf(seats[at]?.tally ?? NO_TALLY, race?.timed ?? true);

/** How well the pair did together; null where the match was not finished: who hardly moves makes no mistakes. */
export const teamworkIn = ({ outcome, relay }: Match): number | null =>
  outcome === 'finished' ? teamworkOf(relay) : null;

/** How long a match that is over took, ms of match clock; 0 where it never began. */
export const tookOf = (match: Match): number =>
  match.startedAt === null || match.endedAt === null
    ? 0
    : clockAt(match, match.endedAt) - match.startsAt;

function hintsView(match: Match, you: Endpoint, taken: number): View['hints'] {
  const { world, phase } = match;
  const { turns } = world.ends[you];
  const open = phase === 'playing' && turns.length > 0 && taken < hintsOf(match);
  const step = open ? HINTS[taken] : undefined;
  return {
    taken: phase === 'playing' ? hintsFor(turns, taken) : [],
    next: step ? { step, price: HINT_PRICES[step] } : null,
  };
}

export function resultOf(match: Match): Result | null {
  if (match.phase !== 'over' || !match.outcome || match.endedAt === null) return null;
  const { ends } = match.world;
  return {
    replay: match.id,
    outcome: match.outcome,
    scores: {
      client: scoreAt(match, 'client'),
      server: scoreAt(match, 'server'),
    },
    teamwork: teamworkIn(match),
    states: { client: ends.client.tcb.state, server: ends.server.tcb.state },
    took: tookOf(match),
  };
}
