/** The key of a question found a second time, without what made the question. Empty: nothing is wrong with it. */
import {
  ACK,
  add,
  atOrBefore,
  closedTcb,
  type Endpoint,
  has,
  PSH,
  type Segment,
  SYN,
  segEnd,
  step,
  type Tcb,
} from '@ackade/tcp';
import {
  type Basis,
  type Choice,
  createWorld,
  type Question,
  type Said,
  scenarioById,
  startingTcbs,
  type World,
  withEnd,
} from '../src/index.ts';
import { playOf } from '../src/quiz/sources/play.ts';
import { replayed, werein } from './ladder-replay.ts';
import { mayBeSent } from './oracle.ts';

/** What is shown of an answer: two that agree in it are one. */
export const shown = (said: Said): string =>
  said.kind === 'segment' || said.kind === 'sent'
    ? JSON.stringify([
        said.kind === 'sent' ? said.from : '',
        said.segment.ctl & ~PSH,
        said.segment.seq,
        has(said.segment, ACK) ? said.segment.ack : null,
        said.segment.len,
      ])
    : JSON.stringify(said);

export function faultsOf(q: Question): string[] {
  const faults: string[] = [];
  const say = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(`${q.id}: ${fault}`);
  };
  say(new Set(q.choices.map((c) => shown(c.said))).size === q.choices.length, 'two choices equal');
  say(q.choices.length >= 2 && q.choices.length <= 5, 'too few or too many choices');
  say(q.explanation.length > 0, 'no explanation');
  if (typeof q.answer !== 'number') {
    say(ordersOf(q).join() === q.answer.join(), 'not the only order');
    return faults;
  }
  const [right, wrong] = [q.choices[q.answer], q.choices.toSpliced(q.answer, 1)];
  say(right?.misconception === null, 'the right choice has a misconception');
  say(
    wrong.every((c) => c.misconception !== null),
    'a wrong choice without a misconception',
  );
  if (right) CHECKS[q.kind]?.(q, right, wrong, say);
  return faults;
}

type Check = (
  q: Question,
  right: Choice,
  wrong: readonly Choice[],
  say: (holds: boolean, fault: string) => void,
) => void;

const onSegments: Check = ({ basis, prompt }, right, wrong, say) => {
  if (!basis) return say(false, 'no basis');
  const { out } = step(basis.tcb, basis.event);
  const [due] = out;
  const world = worldOf(basis, prompt.params['at'] as Endpoint);
  say(out.length < 2, 'more than one segment');
  // Some stacks put an ACK on its RST.
  say(!('call' in basis.event && basis.event.call === 'ABORT'), 'asks for the form of an abort');
  say(agrees(right.said, due), 'not what step sends');
  for (const { said } of wrong) {
    say(!agrees(said, due), 'a wrong choice is what step sends');
    const segment = segmentFor(said, due);
    const legal = segment && mayBeSent(world, prompt.params['at'] as Endpoint, segment);
    say(!legal, `a wrong choice may be sent: ${JSON.stringify(said)}`);
  }
};

const onStates: Check = ({ basis }, right, wrong, say) => {
  if (!basis) return say(false, 'no basis');
  const { state } = step(basis.tcb, basis.event).tcb;
  say(right.said.kind === 'state' && right.said.state === state, 'not the state of step');
  say(
    wrong.every(({ said }) => said.kind === 'state' && said.state !== state),
    'wrong is right',
  );
};

const CHECKS: Partial<Record<Question['kind'], Check>> = {
  'next-segment': onSegments,
  'control-bits': onSegments,
  numbers: onSegments,
  'peer-answer': onSegments,
  'state-after': onStates,
  'state-now': (q, right, wrong, say) => {
    onStates(q, right, wrong, say);
    const at = q.prompt.params['at'] as Endpoint;
    const { states } = replayed(asLearned(q.figure, at), startOf(q));
    say(
      right.said.kind === 'state' && states[at].at(-1) === right.said.state,
      'the figure leads to another state',
    );
  },
  'wrong-segment': (q, right, wrong, say) => {
    const answer = right.said.kind === 'row' ? right.said.row : -1;
    const { unowed } = replayed(q.figure, startOf(q), answer);
    const rows = (choices: readonly Choice[]): number[] =>
      choices.map(({ said }) => (said.kind === 'row' ? said.row : -1));
    say(unowed.join() === `${answer}`, `unowed are the rows ${unowed.join()}`);
    say(
      rows(wrong).every((row) => row >= 0 && !unowed.includes(row)),
      'a wrong row is wrong',
    );
  },
  'time-wait': (q, right, _, say) => {
    const waited = werein(replayed(q.figure, startOf(q)), 'TIME-WAIT');
    const who = waited.length === 2 ? 'both' : (waited[0] ?? 'neither');
    say(right.said.kind === 'waiting' && right.said.who === who, `it is ${who} who waits`);
  },
};

/** The rows that one end has seen, its own segments being of no account. */
const asLearned = (figure: Question['figure'], at: Endpoint): Question['figure'] =>
  figure.map((row, time) =>
    row.kind === 'segment'
      ? { ...row, time: time - 0.5, arrives: row.from === at ? null : time, stray: true }
      : { ...row, time },
  );

function startOf({ id, basis }: Question): Record<Endpoint, Tcb> {
  const [, name = '', seed] = id.split(':');
  const scenario = scenarioById(name);
  if (!scenario) return { client: basis?.tcb ?? closedTcb(0), server: basis?.tcb ?? closedTcb(0) };
  return startingTcbs(scenario, playOf(scenario, Math.floor(Number(seed) / 1024)).last.iss);
}

/** A world in which nothing but the basis has happened. */
function worldOf({ tcb: before, event }: Basis, at: Endpoint): World {
  const scenario = scenarioById('conversation');
  if (!scenario) throw new Error('no conversation');
  const { tcb, out, rule } = step(before, event);
  const due = out.map((segment) => ({ segment, again: false, joined: null }));
  const turn = { id: 0, row: 0, before, after: tcb.state, due, rule };
  const world = withEnd(createWorld(scenario, { client: 0, server: 0 }), at, {
    tcb,
    turns: [turn],
    streamStart:
      before.state === 'CLOSED' || before.state === 'LISTEN'
        ? add(before.nextIss, 1)
        : before.snd.nxt,
  });
  return world;
}

function segmentFor(said: Said, due: Segment | undefined): Segment | null {
  if (said.kind === 'segment') return said.segment;
  if (!due) return null;
  if (said.kind === 'bits') return { ...due, ctl: said.ctl, len: said.data ? due.len : 0 };
  if (said.kind !== 'numbers') return null;
  return { ...due, seq: said.seq, ack: said.ack ?? due.ack } as Segment;
}

function agrees(said: Said, due: Segment | undefined): boolean {
  if (said.kind === 'silence' || !due) return said.kind === 'silence' && !due;
  if (said.kind === 'segment') return shown(said) === shown({ kind: 'segment', segment: due });
  if (said.kind === 'bits') return said.ctl === (due.ctl & ~PSH) && said.data === due.len > 0;
  return (
    said.kind === 'numbers' && said.seq === due.seq && said.ack === (has(due, ACK) ? due.ack : null)
  );
}

/** The only order of the choices in which each end counts on, and acknowledges exactly what has been sent. */
function ordersOf({ choices }: Question): readonly number[] {
  const right = permutations([...choices.keys()]).filter((order) => isPossible(order, choices));
  return right.length === 1 ? (right[0] ?? []) : [];
}

function isPossible(order: readonly number[], choices: readonly Choice[]): boolean {
  const next: Partial<Record<Endpoint, Segment['seq']>> = {};
  return order.every((choice, place) => {
    const said = choices[choice]?.said;
    if (said?.kind !== 'sent') return false;
    const { from, segment } = said;
    const peer = from === 'client' ? 'server' : 'client';
    const own = next[from];
    if (own !== undefined && own !== segment.seq) return false;
    next[from] = segEnd(segment);
    if (!has(segment, ACK)) return !has(segment, SYN) || next[peer] === undefined;
    const heard = next[peer];
    if (heard !== undefined) return heard === segment.ack;
    return order.slice(place + 1).every((later) => {
      const other = choices[later]?.said;
      return (
        other?.kind !== 'sent' || other.from === from || atOrBefore(segment.ack, other.segment.seq)
      );
    });
  });
}

const permutations = (all: readonly number[]): number[][] =>
  all.length === 0
    ? [[]]
    : all.flatMap((first) =>
        permutations(all.filter((n) => n !== first)).map((rest) => [first, ...rest]),
      );
