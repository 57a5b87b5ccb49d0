import { ENDPOINTS, type Endpoint, kindOf, type LinkProgram, peerOf, transitOf } from './link.ts';
import type { Control } from './segment.ts';
import { type Step, step, type TcpEvent } from './step.ts';
import type { Tcb } from './tcb.ts';
import type { Timeout } from './timers.ts';

/** One event at one end, and what came of it. */
export type Happening = {
  /** Milliseconds since the simulation began. */
  readonly time: number;
  readonly at: Endpoint;
  readonly event: TcpEvent;
  readonly before: Tcb;
  readonly step: Step;
  /** For each segment of `step.out`, how long each of its copies is on its way, ms. */
  readonly transits: readonly (readonly number[])[];
};

/** Two endpoints, the link between them and a clock that jumps from event to event. Times in ms since it began. */
export type Simulation = {
  /** Has `event` happen at `at` now: a user call, or a segment that neither end has sent. */
  readonly happen: (at: Endpoint, event: TcpEvent) => Happening;
  /** Has it happen at `time`, or now if that is over; among what happens then, the first planned comes first. */
  readonly plan: (time: number, at: Endpoint, event: TcpEvent) => void;
  /** Lets the next thing happen, a timer after all that is planned for its time; null where nothing will. */
  readonly next: () => Happening | null;
};

type Planned = Pick<Happening, 'time' | 'at' | 'event'>;

/** Joins two endpoints by a link; their segments and timers bring about what follows. */
export function simulate(tcbs: Readonly<Record<Endpoint, Tcb>>, link: LinkProgram): Simulation {
  const ends = { client: createEnd(tcbs.client), server: createEnd(tcbs.server) };
  const agenda: Planned[] = [];
  let now = 0;

  const plan: Simulation['plan'] = (time, at, event) => {
    const behind = agenda.findLastIndex((planned) => planned.time <= time);
    agenda.splice(behind + 1, 0, { time: Math.max(time, now), at, event });
  };

  const happen: Simulation['happen'] = (at, event) => {
    const end = ends[at];
    const before = end.tcb;
    const result = step(before, event);
    end.tcb = result.tcb;
    for (const { timer, after } of result.timers)
      if (after === null) end.alarms.delete(timer);
      else end.alarms.set(timer, now + after);
    const transits = result.out.map((segment) => {
      const kind = kindOf(segment);
      const nth = (end.sent.get(kind) ?? 0) + 1;
      end.sent.set(kind, nth);
      const transit = transitOf(link, at, kind, nth);
      for (const ms of transit) plan(now + ms, peerOf(at), { segment });
      return transit;
    });
    return { time: now, at, event, before, step: result, transits };
  };

  const next = (): Happening | null => {
    let first = agenda[0];
    let alarm: Timeout | null = null;
    for (const at of ENDPOINTS)
      for (const [timeout, time] of ends[at].alarms)
        if (!first || time < first.time) {
          first = { time, at, event: { timeout } };
          alarm = timeout;
        }
    if (!first) return null;
    if (alarm) ends[first.at].alarms.delete(alarm);
    else agenda.shift();
    now = first.time;
    return happen(first.at, first.event);
  };

  for (const line of link) if ('inject' in line) plan(line.time, line.at, { segment: line.inject });
  return { happen, plan, next };
}

type End = {
  tcb: Tcb;
  /** When each running timer expires. */
  readonly alarms: Map<Timeout, number>;
  /** How many segments of each kind it has sent. */
  readonly sent: Map<Control, number>;
};

const createEnd = (tcb: Tcb): End => ({ tcb, alarms: new Map(), sent: new Map() });
