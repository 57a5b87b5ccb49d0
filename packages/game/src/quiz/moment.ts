/** One event at one end, and what that end then has to do. */
import {
  controlText,
  type Endpoint,
  PSH,
  type Segment,
  type Step,
  step,
  type TcpEvent,
} from '@ackade/tcp';
import { seenBy } from '../ladder.ts';
import { type Option, optionsOf } from '../owed.ts';
import { callOf } from '../scenario.ts';
import type { RowView } from '../view.ts';
import type { Row, Turn, World } from '../world.ts';
import { isUndisputed } from './undisputed.ts';

/** A turn that asks for one answer only, on which all stacks agree. */
export type Moment = {
  readonly world: World;
  readonly at: Endpoint;
  readonly turn: Turn;
  readonly event: TcpEvent;
  /** What `step` makes of it. */
  readonly step: Step;
  /** The segment that is due, as `step` gives it; null where silence is right. */
  readonly due: Segment | null;
  readonly options: readonly Option[];
  readonly variant: string;
};

/** The moment in which `at` is, if it is one on which stacks agree. `source`: where the world comes from. */
export function momentIn(world: World, at: Endpoint, source: string): Moment | null {
  const moment = turnOf(world, at, source);
  return moment && isUndisputed(moment.turn.before, moment.event) ? moment : null;
}

/** The same of a world whose answer is known to be everybody's. */
export function turnOf(world: World, at: Endpoint, source: string): Moment | null {
  const [turn, ...others] = world.ends[at].turns;
  const row = turn && world.rows[turn.row];
  const event = row && eventOf(row);
  if (!turn || !row || !event || others.length > 0) return null;
  const [due] = turn.due;
  if (due?.joined) return null;
  const stepped = step(turn.before, event);
  // Where it sends several segments, some may have been sent already.
  if (stepped.out.length > 1 || stepped.out.length !== turn.due.length) return null;
  return {
    world,
    at,
    turn,
    event,
    step: stepped,
    due: due?.segment ?? null,
    options: optionsOf(world.ends[at].turns),
    variant: variantOf(source, at, turn.before.state, event),
  };
}

/** What a row did to its end's TCB; null where it was not an event of RFC 9293. */
export function eventOf(row: Row): TcpEvent | null {
  switch (row.kind) {
    case 'arrived':
      return { segment: row.segment };
    case 'timeout':
      return { timeout: row.timer };
    case 'call':
      return row.line.call === 'CRASH' ? null : callOf(row.line);
    default:
      return null;
  }
}

/** `close/server/ESTABLISHED<FIN,ACK`: what a situation is told apart by. */
export const variantOf = (source: string, at: Endpoint, state: string, event: TcpEvent): string =>
  `${source}/${at}/${state}<${nameOf(event)}`;

function nameOf(event: TcpEvent): string {
  if ('timeout' in event) return event.timeout;
  if ('call' in event) return event.call;
  const { ctl, len } = event.segment;
  return `${controlText(ctl & ~PSH)}${len > 0 ? '+data' : ''}`;
}

/** What `at` has seen when the first `rows` rows of the world have happened. */
export const seenUpTo = (world: World, at: Endpoint, rows: number): readonly RowView[] =>
  seenBy({ world: { ...world, rows: world.rows.slice(0, rows) }, mistakes: [] }, at).rows;
