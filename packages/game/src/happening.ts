/** What happens to a world: a player sends or stays silent, a timer goes off, and all that follows by itself. */
import {
  add,
  closedTcb,
  ENDPOINTS,
  type Endpoint,
  freshIss,
  kindOf,
  PSH,
  peerOf,
  type Segment,
  type SeqNum,
  type Signal,
  type Step,
  segLen,
  step,
  type Tcb,
  type TcpEvent,
  transitOf,
} from '@ackade/tcp';
import { type Alarm, isReady, nextEvent } from './agenda.ts';
import { NEW_CONNECTION, ownedBy, plan } from './application.ts';
import { callOf } from './scenario.ts';
import { transitIn, weatherFor } from './weather.ts';
import {
  type Due,
  dataOf,
  type End,
  NO_TIMERS,
  type Row,
  type Turn,
  type World,
  withEnd,
} from './world.ts';

/** Lets happen whatever waits for nobody: the beginning of play. */
export const begin = (world: World): World => advance(ENDPOINTS.reduce(plan, world));

/** Puts a segment of `from` on the wire, and lets happen what then does. */
export function transmit(world: World, from: Endpoint, segment: Segment): World {
  const end = world.ends[from];
  const { transit, weather } = passageOf(world, from, segment);
  const row: Row = {
    kind: 'sent',
    time: end.time,
    at: from,
    tcb: end.tcb,
    segment,
    text: dataOf(end, segment),
    again: end.sent.some((s) => occupies(s) && s.seq === segment.seq && sameBits(s, segment)),
    transit,
  };
  const flights = transit.map((ms, copy) => ({
    at: peerOf(from),
    time: end.time + ms,
    segment,
    text: row.text,
    sent: world.rows.length,
    copy,
  }));
  return advance({
    ...withEnd(world, from, { sent: [...end.sent, segment] }),
    weather,
    rows: [...world.rows, row],
    flights: [...world.flights, ...flights],
  });
}

/** What becomes of a segment: the weather first, which is used up by it, else the scenario's program. */
function passageOf(
  { scenario, rows, weather }: World,
  from: Endpoint,
  segment: Segment,
): { readonly transit: readonly number[]; readonly weather: World['weather'] } {
  const index = weatherFor(weather, from, segment);
  const met = weather[index];
  if (met) return { transit: transitIn(met), weather: weather.toSpliced(index, 1) };
  const kind = kindOf(segment);
  const before = rows.filter(
    (r) => r.kind === 'sent' && r.at === from && kindOf(r.segment) === kind,
  );
  const program = scenario.link.filter((line) => 'transit' in line);
  return { transit: transitOf(program, from, kind, before.length + 1), weather };
}

const occupies = (s: Segment): boolean => segLen(s) > 0;
const sameBits = (a: Segment, b: Segment): boolean => (a.ctl | PSH) === (b.ctl | PSH);

/** Takes note that the player of `at` kept silent, and lets happen what then does. */
export function keepSilent(world: World, at: Endpoint): World {
  const { time, tcb } = world.ends[at];
  return advance({ ...world, rows: [...world.rows, { kind: 'silence', time, at, tcb }] });
}

/** Lets the alarm go off, and whatever then happens. */
export function fire(world: World, alarm: Alarm): World {
  const { at, timer, time } = alarm;
  const { timers } = world.ends[at];
  const ready = withEnd(world, at, { timers: { ...timers, [timer]: null } });
  return advance(happen(ready, at, time, { kind: 'timeout', timer }, { timeout: timer }));
}

/** Lets everything happen that waits neither for a player nor for a timer. */
function advance(world: World): World {
  let w = world;
  for (;;) {
    const at = ENDPOINTS.find((e) => isReady(w, e));
    const next = at && nextEvent(w, at);
    if (!next) return w;
    w = next.kind === 'flight' ? land(w, next.index) : callApplication(w, at, next.time);
  }
}

function land(world: World, index: number): World {
  const flight = world.flights[index];
  if (!flight) return world;
  const { at, time, segment, text, sent, copy } = flight;
  const without = { ...world, flights: world.flights.toSpliced(index, 1) };
  return happen(without, at, time, { kind: 'arrived', segment, text, sent, copy }, { segment });
}

/** The application at `at` makes the next call of its script. */
function callApplication(world: World, at: Endpoint, time: number): World {
  const { line: position, ...end } = world.ends[at];
  const line = world.scenario.script[at][position];
  if (!line) return world;
  const next = withEnd(world, at, { line: position + 1, callAt: null, ...ownedBy(line, end) });
  const cause = { kind: 'call', line } as const;
  if (line.call !== 'CRASH') return happen(next, at, time, cause, callOf(line));
  const tcb = closedTcb(freshIss(end.tcb), end.tcb.options);
  const crashed = withEnd(next, at, { time, tcb, timers: NO_TIMERS, turns: [] });
  return plan({ ...crashed, rows: [...crashed.rows, { ...cause, time, at, tcb }] }, at);
}

/** What a row says of its cause, before what came of it is known. */
type Cause = Row extends infer R ? (R extends Row ? Omit<R, 'time' | 'at' | 'tcb'> : never) : never;

/** One event at one endpoint: its TCB steps, its timers follow, and a turn opens if it must answer. */
function happen(world: World, at: Endpoint, time: number, cause: Cause, event: TcpEvent): World {
  const end = world.ends[at];
  const result = step(end.tcb, event);
  const arrival = 'segment' in event;
  const due = result.out.map((segment) => dueOf(end, segment));
  // Every arrival asks for a decision, even where the right one is silence: a turn that only opened
  // when something is due would give the answer away.
  const opens = arrival || due.length > 0;
  const turn: Turn = {
    id: world.turns,
    row: world.rows.length,
    before: end.tcb,
    after: result.tcb.state,
    due,
    rule: result.rule,
  };
  const told = (signal: Signal['signal']): boolean =>
    result.signals.some((s) => s.signal === signal);
  // A SYN that TIME-WAIT takes begins a connection that no call has opened (MAY-2).
  const reopened = end.tcb.state === 'TIME-WAIT' && result.tcb.state === 'SYN-RECEIVED';
  const after = withEnd(world, at, {
    time,
    tcb: result.tcb,
    turns: opens ? [...end.turns, turn] : end.turns,
    ...(reopened ? NEW_CONNECTION : {}),
    streamStart: streamStart(end, result.tcb),
    received: (reopened ? 0 : end.received) + octets(result.signals),
    peerClosed: (!reopened && end.peerClosed) || told('peer-closed'),
    wasReset: end.wasReset || told('reset') || told('refused'),
    timers: nextTimers(end, result, time),
  });
  const row = { ...cause, time, at, tcb: result.tcb } as Row;
  const turns = world.turns + (opens ? 1 : 0);
  return plan({ ...after, rows: [...world.rows, row], turns }, at);
}

/**
 * What is due for `segment` of the core. It repeats octets in segments as large as it can; what §3.10.8 sends
 * again is the segment at the front of the queue, as it was.
 */
function dueOf({ sent }: End, segment: Segment): Due {
  const first = sent.find((s) => occupies(s) && s.seq === segment.seq);
  if (!first || !occupies(segment)) return { segment, again: false, joined: null };
  if (first.len === 0 || first.len >= segment.len) return { segment, again: true, joined: null };
  return { segment: { ...segment, ctl: first.ctl, len: first.len }, again: true, joined: segment };
}

/** A new connection numbers its stream anew; one that is gone leaves what was sent where it was. */
const streamStart = (end: End, after: Tcb): SeqNum =>
  after.state === 'CLOSED' || after.state === 'LISTEN' || after.snd.iss === end.tcb.snd.iss
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
