/**
 * The connection being played: two real TCBs, the applications above them and the link between. The
 * player is each endpoint's output stage: what `step` puts out is *due* until the player has sent it.
 *
 * The connection has a time of its own, in milliseconds. It stands still while anybody owes a move,
 * so thinking never makes a timer expire; when nobody does, it jumps to the next timer.
 */
import {
  add,
  distance,
  ENDPOINTS,
  type Endpoint,
  type Fate,
  FLIGHT,
  fateOf,
  kindOf,
  PSH,
  peerOf,
  type RuleId,
  type Segment,
  type SeqNum,
  type Signal,
  type Step,
  segLen,
  step,
  type Tcb,
  type TcpEvent,
  TIMEOUTS,
  type Timeout,
  transitOf,
} from '@ackade/tcp';
import {
  type Condition,
  callOf,
  type Scenario,
  type ScriptLine,
  startingTcbs,
} from './scenario.ts';

/** One line of the ladder: everything that happened, in order. `time`: the connection's own, ms. */
export type Row =
  | {
      readonly kind: 'segment';
      readonly time: number;
      readonly from: Endpoint;
      readonly segment: Segment;
      /** The data, as far as the sender's application handed it over. */
      readonly text: string;
      readonly fate: Fate;
      /** Sent before with the same numbers. */
      readonly again: boolean;
    }
  | {
      readonly kind: 'call';
      readonly time: number;
      readonly at: Endpoint;
      readonly line: ScriptLine;
    }
  | {
      readonly kind: 'timeout';
      readonly time: number;
      readonly at: Endpoint;
      readonly timer: Timeout;
    }
  | { readonly kind: 'silence'; readonly time: number; readonly at: Endpoint };

/** A segment that the player has yet to put on the wire. */
export type Due = {
  readonly segment: Segment;
  /** It repeats numbers that were on the wire before. */
  readonly again: boolean;
};

/** Something happened at an endpoint, and its player must answer, if only by staying silent. */
export type Turn = {
  readonly id: number;
  /** The row of the ladder that caused it. */
  readonly row: number;
  /** The TCB from before it: all that the player may see until the turn is answered. */
  readonly before: Tcb;
  readonly due: readonly Due[];
  readonly rule: RuleId;
};

export type End = {
  readonly tcb: Tcb;
  /** Unanswered, oldest first. */
  readonly turns: readonly Turn[];
  /** The next line of the application's script. */
  readonly line: number;
  readonly sent: readonly Segment[];
  /** Every octet that the application has sent, and the number of the first. */
  readonly stream: string;
  readonly streamStart: SeqNum;
  /** Octets delivered to the application. */
  readonly received: number;
  readonly peerClosed: boolean;
  /** When each running timer expires. */
  readonly timers: Readonly<Record<Timeout, number | null>>;
};

const NO_TIMERS: End['timers'] = {
  retransmission: null,
  'zero-window-probe': null,
  'delayed-ack': null,
  user: null,
  'time-wait': null,
};

export type World = {
  readonly scenario: Scenario;
  readonly time: number;
  readonly ends: Readonly<Record<Endpoint, End>>;
  readonly rows: readonly Row[];
  /** Turns ever opened. */
  readonly turns: number;
};

/** The world before its first event, `iss` being each end's initial sequence number. */
export function createWorld(scenario: Scenario, iss: Readonly<Record<Endpoint, number>>): World {
  const tcbs = startingTcbs(scenario, iss);
  const end = (e: Endpoint): End => ({
    tcb: tcbs[e],
    turns: [],
    line: 0,
    sent: [],
    stream: '',
    streamStart: add(tcbs[e].snd.iss, 1),
    received: 0,
    peerClosed: false,
    timers: NO_TIMERS,
  });
  return {
    scenario,
    time: 0,
    ends: { client: end('client'), server: end('server') },
    rows: [],
    turns: 0,
  };
}

/** Lets the applications make the calls that the script has them make now. */
export function runApplications(world: World): World {
  let w = world;
  for (const e of ENDPOINTS) {
    for (;;) {
      const { line: position, ...end } = w.ends[e];
      const line = w.scenario.script[e][position];
      if (!line || !holds(line.after, end)) break;
      w = withEnd(w, e, { line: position + 1, stream: end.stream + textOf(line) });
      const row: Row = { kind: 'call', time: w.time, at: e, line };
      w = happen(w, e, row, callOf(line));
    }
  }
  return w;
}

const textOf = (line: ScriptLine): string => (line.call === 'SEND' ? line.text : '');

function holds(condition: Condition, end: Omit<End, 'line'>): boolean {
  if (condition === 'start') return true;
  if (condition === 'peer-closed') return end.peerClosed;
  if (condition === 'established') return end.tcb.state === 'ESTABLISHED';
  return end.received >= condition.received;
}

/** Puts a segment of `from` on the wire; it arrives at once, or never. Applications act on it. */
export function transmit(world: World, from: Endpoint, segment: Segment): World {
  const end = world.ends[from];
  const kind = kindOf(segment);
  const nth = 1 + end.sent.filter((s) => kindOf(s) === kind).length;
  const fate = fateOf(transitOf(world.scenario.link, from, kind, nth));
  const row: Row = {
    kind: 'segment',
    time: world.time,
    from,
    segment,
    text: dataOf(end, segment),
    fate,
    again: end.sent.some((s) => occupies(s) && s.seq === segment.seq && sameBits(s, segment)),
  };
  const sent = withEnd(world, from, { sent: [...end.sent, segment] });
  // Lost or not, it takes its time: the sender must not be able to read its fate off the clock.
  const later = { ...sent, time: sent.time + FLIGHT };
  if (fate === 'lost') return { ...later, rows: [...later.rows, row] };
  const arrived = happen(later, peerOf(from), row, { segment });
  return runApplications(arrived);
}

const occupies = (s: Segment): boolean => segLen(s) > 0;
const sameBits = (a: Segment, b: Segment): boolean => (a.ctl | PSH) === (b.ctl | PSH);

/** The octets that `segment` carries, looked up in what the application handed over. */
export function dataOf(end: Pick<End, 'stream' | 'streamStart'>, segment: Segment): string {
  const from = distance(end.streamStart, segment.seq);
  return segment.len > 0 && from >= 0 ? end.stream.slice(from, from + segment.len) : '';
}

/** Takes note that the player of `at` kept silent. */
export const keepSilent = (world: World, at: Endpoint): World => ({
  ...world,
  rows: [...world.rows, { kind: 'silence', time: world.time, at }],
});

/** Replaces the open turns of `at`. */
export const withTurns = (world: World, at: Endpoint, turns: readonly Turn[]): World =>
  withEnd(world, at, { turns });

/** Nobody owes a move. */
export const quiescent = (world: World): boolean =>
  ENDPOINTS.every((e) => world.ends[e].turns.length === 0);

export type Alarm = { readonly at: Endpoint; readonly timer: Timeout; readonly time: number };

/** The timer that expires next once nobody owes a move; null when none runs. */
export function nextAlarm(world: World): Alarm | null {
  if (!quiescent(world)) return null;
  let first: Alarm | null = null;
  for (const at of ENDPOINTS)
    for (const timer of TIMEOUTS) {
      const time = world.ends[at].timers[timer];
      if (time !== null && (first === null || time < first.time)) first = { at, timer, time };
    }
  return first;
}

/** Moves the connection's time to the alarm and lets it go off. */
export function fire(world: World, alarm: Alarm): World {
  const time = Math.max(world.time, alarm.time);
  const row: Row = { kind: 'timeout', time, at: alarm.at, timer: alarm.timer };
  const end = world.ends[alarm.at];
  const ready = withEnd({ ...world, time }, alarm.at, {
    timers: { ...end.timers, [alarm.timer]: null },
  });
  return runApplications(happen(ready, alarm.at, row, { timeout: alarm.timer }));
}

/** One event at one endpoint: its TCB steps, its timers follow, and a turn opens if it must answer. */
function happen(world: World, at: Endpoint, row: Row, event: TcpEvent): World {
  const end = world.ends[at];
  const result = step(end.tcb, event);
  const arrival = 'segment' in event;
  const again = 'timeout' in event;
  const due = result.out.map((segment) => ({
    segment,
    again:
      again || (occupies(segment) && end.sent.some((s) => occupies(s) && s.seq === segment.seq)),
  }));
  // Every arrival asks for a decision, even where the right one is silence: a turn that only opened
  // when something is due would give the answer away.
  const opens = arrival || due.length > 0;
  const turn: Turn = {
    id: world.turns,
    row: world.rows.length,
    before: end.tcb,
    due,
    rule: result.rule,
  };
  return {
    ...world,
    rows: [...world.rows, row],
    turns: world.turns + (opens ? 1 : 0),
    ends: {
      ...world.ends,
      [at]: {
        ...end,
        tcb: result.tcb,
        turns: opens ? [...end.turns, turn] : end.turns,
        streamStart: streamStart(end, result.tcb),
        received: end.received + octets(result.signals),
        peerClosed: end.peerClosed || result.signals.some((s) => s.signal === 'peer-closed'),
        timers: nextTimers(end, result, world.time),
      },
    },
  };
}

/** A new connection numbers its stream anew; one that is gone leaves what was sent where it was. */
const streamStart = (end: End, after: Tcb): SeqNum =>
  after.state === 'CLOSED' || after.snd.iss === end.tcb.snd.iss
    ? end.streamStart
    : add(after.snd.iss, 1);

const octets = (signals: readonly Signal[]): number =>
  signals.reduce((sum, s) => sum + (s.signal === 'received' ? s.len : 0), 0);

function nextTimers(end: End, result: Step, now: number): End['timers'] {
  let timers = end.timers;
  for (const { timer, after } of result.timers)
    timers = { ...timers, [timer]: after === null ? null : now + after };
  return timers;
}

const withEnd = (world: World, at: Endpoint, change: Partial<End>): World => ({
  ...world,
  ends: { ...world.ends, [at]: { ...world.ends[at], ...change } },
});
