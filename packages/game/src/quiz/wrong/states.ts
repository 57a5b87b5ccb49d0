/** The states that somebody with a misconception takes an end to be in after a step. */
import { FIN, has, RST, type State, SYN, synchronized, type Tcb, type TcpEvent } from '@ackade/tcp';
import type { Belief } from '../belief.ts';

export type MistakenState = { readonly state: State; readonly misconception: Belief };

type Step = { readonly before: Tcb; readonly event: TcpEvent; readonly after: Tcb };

/** All that may be believed, the most particular first, each state once, and never the right one. */
export function wrongStates(step: Step): MistakenState[] {
  const found: MistakenState[] = [];
  for (const belief of [...PARTICULAR, ...GENERAL]) {
    const mistaken = belief(step);
    if (!mistaken || mistaken.state === step.after.state) continue;
    if (!found.some((m) => m.state === mistaken.state)) found.push(mistaken);
  }
  return found;
}

type Believing = (step: Step) => MistakenState | null;

const when =
  (misconception: Belief, state: State, holds: (s: Step) => boolean): Believing =>
  (s) =>
    holds(s) ? { misconception, state } : null;

const came = ({ event }: Step, bits: number): boolean =>
  'segment' in event && has(event.segment, bits);
const from = ({ before }: Step, ...states: State[]): boolean => states.includes(before.state);
const to = ({ after }: Step, ...states: State[]): boolean => states.includes(after.state);
const stays = ({ before, after }: Step): boolean => before.state === after.state;
const closes = ({ event }: Step): boolean => 'call' in event && event.call === 'CLOSE';

const PARTICULAR: readonly Believing[] = [
  when('no-time-wait', 'CLOSED', (s) => to(s, 'TIME-WAIT')),
  when('closing-though-fin-is-acknowledged', 'CLOSING', (s) => to(s, 'TIME-WAIT') && came(s, FIN)),
  when('time-wait-at-wrong-end', 'TIME-WAIT', (s) => to(s, 'CLOSE-WAIT', 'LAST-ACK')),
  when('time-wait-at-wrong-end', 'TIME-WAIT', (s) => from(s, 'LAST-ACK')),
  when('crossing-fins-need-a-tie-break', 'CLOSE-WAIT', (s) => to(s, 'CLOSING')),
  when(
    'fin-processed-early',
    'CLOSE-WAIT',
    (s) => came(s, FIN) && stays(s) && synchronized(s.before.state),
  ),
  when('fin-before-close', 'LAST-ACK', (s) => to(s, 'CLOSE-WAIT')),
  when('fin-ends-both-ways', 'CLOSED', (s) => to(s, 'CLOSE-WAIT', 'FIN-WAIT-1', 'FIN-WAIT-2')),
  when('established-too-late', 'SYN-RECEIVED', (s) => from(s, 'SYN-SENT') && to(s, 'ESTABLISHED')),
  when('crossing-syns-are-an-error', 'CLOSED', (s) => from(s, 'SYN-SENT') && to(s, 'SYN-RECEIVED')),
  when('any-reset-kills', 'CLOSED', (s) => came(s, RST) && stays(s)),
  when(
    'any-reset-kills',
    'LISTEN',
    (s) => came(s, RST) && stays(s) && synchronized(s.before.state),
  ),
  when(
    'syn-restarts-the-connection',
    'SYN-RECEIVED',
    (s) => came(s, SYN) && stays(s) && synchronized(s.before.state),
  ),
  when('listen-ignores-ack', 'SYN-RECEIVED', (s) => from(s, 'LISTEN') && stays(s)),
  when(
    'reset-for-lost-third-ack',
    'CLOSED',
    (s) => from(s, 'SYN-RECEIVED') && to(s, 'ESTABLISHED'),
  ),
  when(
    'bad-segment-answered-by-reset',
    'CLOSED',
    (s) => stays(s) && synchronized(s.before.state) && !closes(s),
  ),
  when('close-always-sends-fin', 'FIN-WAIT-1', (s) => closes(s) && to(s, 'CLOSED')),
  // A reset needs no farewell.
  when('reset-looks-like-fin', 'TIME-WAIT', (s) => came(s, RST) && to(s, 'CLOSED')),
  when('reset-looks-like-fin', 'CLOSE-WAIT', (s) => came(s, RST) && to(s, 'CLOSED')),
];

/** What an end on the usual way comes to next. */
const NEXT: Readonly<Partial<Record<State, State>>> = {
  CLOSED: 'LISTEN',
  LISTEN: 'SYN-RECEIVED',
  'SYN-SENT': 'ESTABLISHED',
  'SYN-RECEIVED': 'ESTABLISHED',
  ESTABLISHED: 'FIN-WAIT-1',
  'FIN-WAIT-1': 'FIN-WAIT-2',
  'FIN-WAIT-2': 'TIME-WAIT',
  CLOSING: 'TIME-WAIT',
  'CLOSE-WAIT': 'LAST-ACK',
  'LAST-ACK': 'CLOSED',
};

/** What the other end is in meanwhile. */
const OTHER: Readonly<Partial<Record<State, State>>> = {
  LISTEN: 'SYN-SENT',
  'SYN-SENT': 'LISTEN',
  'SYN-RECEIVED': 'SYN-SENT',
  ESTABLISHED: 'SYN-RECEIVED',
  'FIN-WAIT-1': 'CLOSE-WAIT',
  'FIN-WAIT-2': 'CLOSE-WAIT',
  'CLOSE-WAIT': 'FIN-WAIT-2',
  CLOSING: 'LAST-ACK',
  'LAST-ACK': 'FIN-WAIT-2',
  'TIME-WAIT': 'LAST-ACK',
};

const GENERAL: readonly Believing[] = [
  ({ before }) => ({ state: before.state, misconception: 'state-lags-behind' }),
  ({ after }) => known(NEXT[after.state], 'state-runs-ahead'),
  ({ after }) => known(OTHER[after.state], 'ends-mixed-up'),
  ({ before }) => known(OTHER[before.state], 'ends-mixed-up'),
];

const known = (state: State | undefined, misconception: Belief): MistakenState | null =>
  state ? { state, misconception } : null;
