/** A finished match as a film: what happened, step by step, with both ends' TCBs at each. */
import type { Endpoint, Tcb } from '@ackade/tcp';
import { type Ladder, wholeLadder } from './ladder.ts';
import type { Match, Mistake } from './match.ts';
import { type Level, startingTcbs } from './scenario.ts';
import { nameOf, type Result, type RowView, resultOf, type TcbView, tcbView } from './view.ts';
import type { Row } from './world.ts';

/** One moment of the film. */
export type ReplayStep = {
  /** The row of the ladder that it belongs to. */
  readonly row: number;
  /** A segment is sent in one step and arrives in another; all else happens in one. */
  readonly part: 'sent' | 'arrived' | 'whole';
  /** The connection's own time, ms. */
  readonly time: number;
  /** Both ends' TCBs once it has happened. */
  readonly tcbs: Readonly<Record<Endpoint, TcbView>>;
};

export type Replay = {
  readonly scenario: string;
  readonly level: Level;
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  /** A bot has no name, or that of the player whose seat it took. */
  readonly players: Readonly<Record<Endpoint, { readonly name: string; readonly bot: boolean }>>;
  readonly result: Result;
  /** The whole ladder, wrong moves included. */
  readonly rows: readonly RowView[];
  readonly steps: readonly ReplayStep[];
};

/** The film of `match`, which is over; null while it is played. */
export function replayOf(match: Match): Replay | null {
  const result = resultOf(match);
  if (!result || match.endedAt === null) return null;
  const ladder = wholeLadder(match);
  return {
    scenario: match.world.scenario.id,
    level: match.level,
    endedAt: match.endedAt,
    players: { client: playerOf(match, 'client'), server: playerOf(match, 'server') },
    result,
    rows: ladder.rows,
    steps: stepsOf(match, ladder),
  };
}

function playerOf({ seats }: Match, at: Endpoint): Replay['players'][Endpoint] {
  const seat = seats[at];
  return { name: seat ? nameOf(seat) : '', bot: !seat || seat.occupant === 'bot' };
}

/** A step as it is found. `stands`: its place in the order of what happened. */
type Found = Omit<ReplayStep, 'tcbs'> & {
  readonly stands: number;
  /** What it made of the TCB at one end; null where it left both as they were. */
  readonly made: { readonly at: Endpoint; readonly tcb: Tcb } | null;
};

function stepsOf({ world, mistakes }: Match, ladder: Ladder): ReplayStep[] {
  const happened = world.rows.map((row, i): Found => {
    const { time, at, tcb } = row;
    const made = wasMissed(row, i, mistakes) ? null : { at, tcb };
    return { row: ladder.indexOf[i] ?? 0, part: partOf(row), time, stands: i, made };
  });
  // The judge stopped these: they happened to nobody.
  const wrong = mistakes.map(({ time, before }, i): Found => {
    const row = ladder.mistakes[i] ?? 0;
    return { row, part: 'whole', time, stands: before - 0.5, made: null };
  });
  let tcbs = startingTcbs(world.scenario, world.iss);
  return [...happened, ...wrong]
    .sort((a, b) => a.time - b.time || a.stands - b.stands)
    .map(({ row, part, time, made }) => {
      if (made) tcbs = { ...tcbs, [made.at]: made.tcb };
      return {
        row,
        part,
        time,
        tcbs: { client: tcbView(tcbs.client), server: tcbView(tcbs.server) },
      };
    });
}

/**
 * Whether a call or a timer was answered by a wrong move first: what it made of the TCB then shows when the right
 * segment is sent, so that the wrong move stands beside the TCB that its player had before him.
 */
const wasMissed = ({ kind }: Row, index: number, mistakes: readonly Mistake[]): boolean =>
  (kind === 'call' || kind === 'timeout') && mistakes.some((mistake) => mistake.row === index);

function partOf(row: Row): ReplayStep['part'] {
  if (row.kind === 'arrived') return 'arrived';
  return row.kind === 'sent' && row.transit.length > 0 ? 'sent' : 'whole';
}
