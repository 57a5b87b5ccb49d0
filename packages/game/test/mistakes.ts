/**
 * For every misconception a move that shows it, and one much like it that does not. The tests hold the judge
 * to them, and docs/misconceptions.md shows the examples.
 */
import { ACK, ENDPOINTS, type Endpoint, FIN, PSH, RST, type State, SYN, URG } from '@ackade/tcp';
import {
  alarmOf,
  begin,
  createWorld,
  fire,
  keepSilent,
  type Level,
  type Misconception,
  type Move,
  maySilently,
  moveFor,
  optionsOf,
  type Scenario,
  scenarioById,
  settle,
  transmit,
  type World,
  withTurns,
} from '../src/index.ts';

type Sent = Extract<Move, { kind: 'send' }>;

/** `base`: the plain right segment, or, where silence is right, the empty ACK that one could send. */
type Wrong = (base: Sent, right: Move) => Move;

/** A move in a scenario, after so many right moves that waste no segment. */
export type Play = {
  readonly scenario: Scenario;
  readonly level: Level;
  readonly after: number;
  readonly move: Wrong;
};

export type Mistake = {
  readonly example: Play;
  readonly nearMiss: Play;
  /** What the judge says of the near miss first. */
  readonly instead: Misconception | 'right';
};

export const SILENT: Wrong = () => ({ kind: 'silent', state: null });

/** These bits, without data unless that is said, and all else as it should be. */
export const send =
  (ctl: number, len = 0): Wrong =>
  (base) => ({ ...base, ctl, len });

export const change =
  (by: (base: Sent) => Partial<Sent>): Wrong =>
  (base) => ({ ...base, ...by(base) });

/** All as it should be, but the state. */
export const stating =
  (state: State): Wrong =>
  (_, right) => ({ ...right, state });

const seqBy = (n: number): Wrong => change(({ seq }) => ({ seq: (seq + n) >>> 0 }));
const ackBy = (n: number): Wrong => change(({ ack }) => ({ ack: (ack + n) >>> 0 }));

export function play(id: string, level: Level, after: number, move: Wrong): Play {
  const scenario = scenarioById(id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return { scenario, level, after, move };
}

const flags = (id: string, after: number, move: Wrong): Play => play(id, 'flags', after, move);
const numbers = (id: string, after: number, move: Wrong): Play => play(id, 'numbers', after, move);
const full = (id: string, after: number, move: Wrong): Play => play(id, 'full', after, move);

/** No scenario of the catalogue has data and a FIN due at once. */
const atOnce: Play = {
  ...flags('close', 0, send(FIN | ACK)),
  scenario: {
    ...play('close', 'flags', 0, SILENT).scenario,
    id: 'SEND and CLOSE at once',
    script: {
      client: [
        { after: 'start', call: 'SEND', text: 'Bye.' },
        { after: 'start', call: 'CLOSE' },
      ],
      server: [],
    },
  },
};

const mistake = (example: Play, nearMiss: Play, instead: Mistake['instead']): Mistake => ({
  example,
  nearMiss,
  instead,
});

export const MISTAKES: Readonly<Record<Misconception, Mistake>> = {
  'reset-answered': mistake(
    flags('refused', 2, send(ACK)),
    flags('blind-rst', 0, send(RST | ACK)),
    'bad-segment-answered-by-reset',
  ),
  'any-reset-kills': mistake(
    flags('blind-rst', 0, SILENT),
    full('blind-rst', 2, stating('LISTEN')),
    'wrong-state',
  ),
  'syn-restarts-the-connection': mistake(
    flags('blind-syn', 0, send(SYN | ACK)),
    flags('blind-syn', 0, send(SYN)),
    'syn-on-open-connection',
  ),
  'time-wait-is-deaf': mistake(
    flags('lost-last-ack', 6, SILENT),
    flags('close', 4, SILENT),
    'silence-when-owed',
  ),
  'time-wait-refuses-syn': mistake(
    flags('time-wait-syn', 7, send(RST | ACK)),
    flags('time-wait-syn', 7, send(SYN)),
    'syn-answered-by-syn',
  ),
  'crossing-syns-are-an-error': mistake(
    flags('simultaneous-open', 2, send(RST | ACK)),
    flags('handshake', 2, send(RST)),
    'reset-in-good-standing',
  ),
  'crossing-fins-need-a-tie-break': mistake(
    flags('simultaneous-close', 2, SILENT),
    flags('close', 4, send(FIN | ACK)),
    'fin-twice',
  ),
  'zero-window-means-broken': mistake(
    numbers('zero-window', 4, send(RST)),
    numbers('zero-window', 6, SILENT),
    'silence-when-owed',
  ),
  'data-into-closed-window': mistake(
    numbers('zero-window', 2, send(ACK, 6)),
    numbers('zero-window', 0, send(ACK, 3)),
    'wrong-length',
  ),
  'fin-ends-both-ways': mistake(
    flags('half-close', 4, send(RST)),
    flags('half-close', 1, send(FIN | ACK)),
    'fin-before-close',
  ),
  'refusal-is-silence': mistake(
    flags('refused', 1, SILENT),
    flags('handshake', 1, SILENT),
    'silence-when-owed',
  ),
  'listen-ignores-ack': mistake(
    flags('two-passive', 1, SILENT),
    flags('two-passive', 0, SILENT),
    'silence-when-owed',
  ),
  'ack-answers-ack': mistake(
    flags('handshake', 3, send(ACK)),
    flags('refused', 2, send(ACK)),
    'reset-answered',
  ),
  'fin-before-close': mistake(
    flags('close', 1, send(FIN | ACK)),
    flags('three-segment-close', 1, send(FIN | ACK)),
    'right',
  ),
  'silence-when-owed': mistake(
    flags('handshake', 0, SILENT),
    flags('handshake', 3, SILENT),
    'right',
  ),
  'urgent-means-first': mistake(
    flags('conversation', 3, send(URG | ACK, 5)),
    flags('conversation', 3, send(PSH | ACK, 5)),
    'right',
  ),
  'reset-for-lost-third-ack': mistake(
    flags('lost-third-ack', 4, send(RST)),
    flags('conversation', 5, send(RST)),
    'reset-in-good-standing',
  ),
  'bad-segment-answered-by-reset': mistake(
    flags('duplicate-data', 3, send(RST)),
    flags('duplicate-data', 1, send(RST)),
    'reset-in-good-standing',
  ),
  'stranger-is-welcome': mistake(
    flags('refused', 1, send(SYN | ACK)),
    flags('refused', 1, send(RST)),
    'reset-without-ack',
  ),
  'reset-without-ack': mistake(
    flags('refused', 1, send(RST)),
    flags('half-open-data', 1, send(RST)),
    'right',
  ),
  'reset-with-ack-not-needed': mistake(
    flags('half-open-data', 1, send(RST | ACK)),
    flags('abort', 3, send(RST | ACK)),
    'right',
  ),
  'fin-instead-of-reset': mistake(
    flags('abort', 3, send(FIN | ACK)),
    flags('abort', 0, send(FIN | ACK)),
    'fin-before-close',
  ),
  'reset-in-good-standing': mistake(
    flags('close', 1, send(RST)),
    flags('abort', 3, send(RST)),
    'right',
  ),
  'first-syn-has-ack': mistake(
    flags('handshake', 0, send(SYN | ACK)),
    flags('handshake', 2, send(SYN | ACK)),
    'syn-twice',
  ),
  'crossing-syn-answered-by-ack': mistake(
    flags('simultaneous-open', 2, send(ACK)),
    flags('handshake', 1, send(ACK)),
    'syn-answered-by-ack',
  ),
  'syn-answered-by-ack': mistake(
    flags('handshake', 1, send(ACK)),
    flags('lost-syn-ack', 3, send(ACK)),
    'right',
  ),
  'syn-answered-by-syn': mistake(
    flags('handshake', 1, send(SYN)),
    flags('blind-syn', 0, send(SYN)),
    'syn-on-open-connection',
  ),
  'syn-twice': mistake(
    flags('handshake', 2, send(SYN)),
    flags('handshake', 3, send(SYN)),
    'syn-on-open-connection',
  ),
  'syn-on-open-connection': mistake(
    flags('close', 1, send(SYN)),
    flags('handshake', 2, send(SYN)),
    'syn-twice',
  ),
  'fin-twice': mistake(
    flags('close', 4, send(FIN | ACK)),
    flags('lost-fin', 1, send(FIN | ACK)),
    'right',
  ),
  'fin-without-ack': mistake(numbers('close', 0, send(FIN)), flags('close', 0, send(FIN)), 'right'),
  'lost-ack-repeated': mistake(
    flags('lost-last-ack', 5, send(ACK)),
    flags('lost-fin', 1, send(ACK)),
    'lost-segment-not-repeated',
  ),
  'lost-segment-not-repeated': mistake(
    flags('lost-syn', 1, send(ACK)),
    flags('lost-syn', 1, send(SYN | ACK)),
    'first-syn-has-ack',
  ),
  'fin-skips-data': mistake(atOnce, flags('fin-overtakes-data', 1, send(FIN | ACK)), 'right'),
  'ack-left-off': mistake(
    flags('conversation', 3, send(PSH, 5)),
    flags('close', 0, send(0)),
    'wrong-bits',
  ),
  'ack-instead-of-fin': mistake(
    flags('close', 0, send(ACK)),
    flags('lost-fin', 1, send(ACK)),
    'lost-segment-not-repeated',
  ),
  'push-without-data': mistake(
    flags('conversation', 3, send(PSH | ACK)),
    flags('conversation', 5, send(PSH | ACK)),
    'right',
  ),
  'data-missing': mistake(
    flags('conversation', 3, send(ACK)),
    flags('lost-data', 7, send(ACK)),
    'lost-segment-not-repeated',
  ),
  'data-not-asked-for': mistake(
    flags('conversation', 6, send(ACK, 5)),
    numbers('zero-window', 2, send(ACK, 6)),
    'data-into-closed-window',
  ),
  'nothing-owed': mistake(
    flags('handshake', 3, send(0)),
    flags('handshake', 3, send(ACK)),
    'ack-answers-ack',
  ),
  'wrong-bits': mistake(
    flags('handshake', 0, send(ACK)),
    flags('handshake', 0, send(SYN | ACK)),
    'first-syn-has-ack',
  ),
  'fin-processed-early': mistake(
    numbers('fin-overtakes-data', 2, ackBy(6)),
    numbers('fin-overtakes-data', 2, ackBy(5)),
    'wrong-ack',
  ),
  'ack-jumps-the-gap': mistake(
    numbers('lost-data', 3, ackBy(6)),
    numbers('lost-data', 3, ackBy(3)),
    'wrong-ack',
  ),
  'sequence-space-is-31-bits': mistake(
    numbers('wrap', 3, seqBy(2 ** 31)),
    numbers('wrap', 3, seqBy(2 ** 30)),
    'wrong-seq',
  ),
  'ack-forgets-syn': mistake(
    numbers('handshake', 1, ackBy(-1)),
    numbers('close', 0, ackBy(-1)),
    'wrong-ack',
  ),
  'ack-forgets-fin': mistake(
    numbers('close', 1, ackBy(-1)),
    numbers('conversation', 5, ackBy(-1)),
    'ack-is-last-octet',
  ),
  'ack-is-last-octet': mistake(
    numbers('conversation', 5, ackBy(-1)),
    numbers('fin-overtakes-data', 4, ackBy(-1)),
    'ack-forgets-fin',
  ),
  'isn-is-first-octet': mistake(
    numbers('handshake', 2, seqBy(-1)),
    numbers('close', 0, seqBy(-1)),
    'wrong-seq',
  ),
  'own-fin-uses-no-number': mistake(
    numbers('close', 4, seqBy(-1)),
    numbers('close', 1, seqBy(-1)),
    'wrong-seq',
  ),
  'pure-ack-uses-a-number': mistake(
    numbers('conversation', 3, seqBy(1)),
    numbers('close', 0, seqBy(1)),
    'wrong-seq',
  ),
  'push-occupies-a-number': mistake(
    numbers('conversation', 8, seqBy(1)),
    numbers('conversation', 9, seqBy(1)),
    'pure-ack-uses-a-number',
  ),
  'ack-adds-one-always': mistake(
    numbers('conversation', 5, ackBy(1)),
    numbers('fin-overtakes-data', 2, ackBy(6)),
    'fin-processed-early',
  ),
  'one-numbering-for-both': mistake(
    numbers(
      'handshake',
      1,
      change(({ ack }) => ({ seq: ack })),
    ),
    numbers(
      'refused',
      1,
      change(({ ack }) => ({ seq: ack })),
    ),
    'wrong-seq',
  ),
  'numbers-start-at-zero': mistake(
    numbers(
      'handshake',
      1,
      change(() => ({ seq: 0 })),
    ),
    numbers(
      'wrap',
      9,
      change(() => ({ seq: 0 })),
    ),
    'wrong-seq',
  ),
  'new-number-when-repeated': mistake(
    numbers('lost-syn', 1, seqBy(1)),
    numbers('lost-syn', 0, seqBy(1)),
    'wrong-seq',
  ),
  'wrong-ack': mistake(
    numbers('conversation', 5, ackBy(2)),
    numbers('conversation', 5, ackBy(1)),
    'ack-adds-one-always',
  ),
  'wrong-seq': mistake(
    numbers('handshake', 2, seqBy(2)),
    numbers('handshake', 2, seqBy(-1)),
    'isn-is-first-octet',
  ),
  'wrong-length': mistake(
    numbers(
      'conversation',
      3,
      change(({ len }) => ({ len: len - 2 })),
    ),
    numbers(
      'zero-window',
      3,
      change(({ len }) => ({ len: len + 1 })),
    ),
    'data-into-closed-window',
  ),
  'no-time-wait': mistake(
    full('close', 4, stating('CLOSED')),
    full('close', 2, stating('CLOSED')),
    'wrong-state',
  ),
  'time-wait-at-wrong-end': mistake(
    full('close', 5, stating('TIME-WAIT')),
    full('close', 2, stating('TIME-WAIT')),
    'wrong-state',
  ),
  'closing-though-fin-is-acknowledged': mistake(
    full('three-segment-close', 2, stating('CLOSING')),
    full('simultaneous-close', 2, stating('CLOSING')),
    'right',
  ),
  'established-too-late': mistake(
    full('handshake', 2, stating('SYN-RECEIVED')),
    full('handshake', 3, stating('SYN-RECEIVED')),
    'wrong-state',
  ),
  'wrong-window': mistake(
    full(
      'handshake',
      1,
      change(({ wnd }) => ({ wnd: wnd - 1 })),
    ),
    full(
      'abort',
      3,
      change(({ wnd }) => ({ wnd: wnd + 1 })),
    ),
    'right',
  ),
  'wrong-state': mistake(
    full('close', 0, stating('CLOSE-WAIT')),
    full('close', 4, stating('CLOSED')),
    'no-time-wait',
  ),
};

/** Where a play leads, who is to move there, and the move. */
export type Moment = { readonly world: World; readonly at: Endpoint; readonly move: Move };

/** Plays up to the move. The numbers are those of the RFC's figures, where the scenario has none. */
export function momentOf({ scenario, after, move }: Play): Moment {
  let world = begin(createWorld(scenario, scenario.iss ?? { client: 100, server: 300 }));
  for (let moves = 0; ; ) {
    const at = ENDPOINTS.find((e) => world.ends[e].turns.length > 0);
    if (at && moves === after) return { world, at, move: moveIn(world, at, move) };
    if (at) moves++;
    world = at ? answered(world, at) : waited(world);
  }
}

function moveIn(world: World, at: Endpoint, wrong: Wrong): Move {
  const { turns, tcb } = world.ends[at];
  const [option] = optionsOf(turns);
  const state = turns[0]?.after ?? null;
  const base: Sent = option
    ? moveFor(option)
    : {
        kind: 'send',
        ctl: ACK,
        seq: tcb.snd.nxt,
        ack: tcb.rcv.nxt,
        len: 0,
        wnd: tcb.rcv.wnd,
        state,
      };
  return wrong(base, maySilently(turns) ? { kind: 'silent', state } : base);
}

/** The right move that settles most. */
function answered(world: World, at: Endpoint): World {
  const { turns } = world.ends[at];
  if (maySilently(turns)) return keepSilent(withTurns(world, at, turns.slice(1)), at);
  const [option] = optionsOf(turns).toSorted((a, b) => b.settles.size - a.settles.size);
  if (!option) throw new Error('nothing to answer with');
  return transmit(settle(world, at, option), at, option.segment);
}

function waited(world: World): World {
  const alarm = ENDPOINTS.map((e) => alarmOf(world, e)).find((a) => a !== null);
  if (!alarm) throw new Error('nothing happens any more');
  return fire(world, alarm);
}
