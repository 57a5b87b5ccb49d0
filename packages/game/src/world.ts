/**
 * The connection being played: two real TCBs, the applications above them and the link between. The
 * player is each endpoint's output stage: what `step` puts out is *due* until the player has sent it.
 */
import {
  add,
  distance,
  type Endpoint,
  type RuleId,
  type Segment,
  type SeqNum,
  type State,
  type Tcb,
  type Timeout,
} from '@ackade/tcp';
import { type Scenario, type ScriptLine, type Stray, startingTcbs, strayOf } from './scenario.ts';
import type { MadeWeather } from './weather.ts';

/** One thing that happened, and the TCB of its end once it had. `time`: that end's own, ms. */
export type Row = { readonly time: number; readonly at: Endpoint; readonly tcb: Tcb } & (
  | {
      readonly kind: 'sent';
      readonly segment: Segment;
      /** The data, as far as the sender's application handed it over. */
      readonly text: string;
      /** Sent before with the same numbers. */
      readonly again: boolean;
      /** How long each copy is on its way, ms; none: it is lost. */
      readonly transit: readonly number[];
    }
  | {
      readonly kind: 'arrived';
      readonly segment: Segment;
      readonly text: string;
      /** The row in which it was sent; null for a stray. */
      readonly sent: number | null;
      /** Which copy it is, from 0. */
      readonly copy: number;
    }
  | { readonly kind: 'call'; readonly line: ScriptLine }
  | { readonly kind: 'timeout'; readonly timer: Timeout }
  | { readonly kind: 'silence' }
);

/** A segment that the player has yet to put on the wire. */
export type Due = {
  readonly segment: Segment;
  /** It repeats numbers that were on the wire before. */
  readonly again: boolean;
  /** What the core would send in place of it: the same octets and those behind them in one segment. */
  readonly joined: Segment | null;
};

/** Something happened at an endpoint, and its player must answer, if only by staying silent. */
export type Turn = {
  readonly id: number;
  /** The row that caused it. */
  readonly row: number;
  /** The TCB from before it: all that the player may see until the turn is answered. */
  readonly before: Tcb;
  /** The state that it led to. */
  readonly after: State;
  readonly due: readonly Due[];
  readonly rule: RuleId;
};

export type End = {
  /** Its own time, ms: that of what last happened there. */
  readonly time: number;
  readonly tcb: Tcb;
  /** Unanswered, oldest first. */
  readonly turns: readonly Turn[];
  /** The next line of the application's script, and when it is called; null while its condition fails. */
  readonly line: number;
  readonly callAt: number | null;
  /** What the present connection has put on the wire. */
  readonly sent: readonly Segment[];
  /** Every octet that the application has sent on it, and the number of the first. */
  readonly stream: string;
  readonly streamStart: SeqNum;
  /** The same octets, call by call. */
  readonly texts: readonly string[];
  /** Octets delivered to the application. */
  readonly received: number;
  readonly peerClosed: boolean;
  readonly wasReset: boolean;
  /** When each running timer expires. */
  readonly timers: Readonly<Record<Timeout, number | null>>;
};

export const NO_TIMERS: End['timers'] = {
  retransmission: null,
  'zero-window-probe': null,
  'delayed-ack': null,
  user: null,
  'time-wait': null,
};

/** A segment on its way to `at`. */
type Flight = {
  readonly at: Endpoint;
  readonly time: number;
  readonly segment: Segment;
  readonly text: string;
  readonly sent: number | null;
  readonly copy: number;
};

export type World = {
  readonly scenario: Scenario;
  /** Both ends' first initial sequence numbers. */
  readonly iss: Readonly<Record<Endpoint, number>>;
  readonly ends: Readonly<Record<Endpoint, End>>;
  /** In the network, in the order in which they were put there. */
  readonly flights: readonly Flight[];
  /** What the players have made and has not come down yet. */
  readonly weather: readonly MadeWeather[];
  /** In the order in which they happened to the players; each end's own times only rise. */
  readonly rows: readonly Row[];
  /** Turns ever opened. */
  readonly turns: number;
};

/** The world before its first event, `iss` being each end's initial sequence number. */
export function createWorld(scenario: Scenario, iss: Readonly<Record<Endpoint, number>>): World {
  const tcbs = startingTcbs(scenario, iss);
  const end = (e: Endpoint): End => ({
    time: 0,
    tcb: tcbs[e],
    turns: [],
    line: 0,
    callAt: null,
    sent: [],
    stream: '',
    texts: [],
    streamStart: add(tcbs[e].snd.iss, 1),
    received: 0,
    peerClosed: false,
    wasReset: false,
    timers: NO_TIMERS,
  });
  return {
    scenario,
    iss,
    ends: { client: end('client'), server: end('server') },
    flights: scenario.link
      .filter((line) => 'seq' in line)
      .map((stray: Stray) => ({
        at: stray.at,
        time: stray.time,
        segment: strayOf(stray, iss),
        text: '',
        sent: null,
        copy: 0,
      })),
    weather: [],
    rows: [],
    turns: 0,
  };
}

/** The octets that `segment` carries, looked up in what the application handed over. */
export function dataOf(end: Pick<End, 'stream' | 'streamStart'>, segment: Segment): string {
  const from = distance(end.streamStart, segment.seq);
  return segment.len > 0 && from >= 0 ? end.stream.slice(from, from + segment.len) : '';
}

/** Replaces the open turns of `at`. */
export const withTurns = (world: World, at: Endpoint, turns: readonly Turn[]): World =>
  withEnd(world, at, { turns });

export const withEnd = (world: World, at: Endpoint, change: Partial<End>): World => ({
  ...world,
  ends: { ...world.ends, [at]: { ...world.ends[at], ...change } },
});
