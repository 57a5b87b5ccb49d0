import { ACK, controlText, type Endpoint, FIN, PSH, RST, SYN, URG } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { moveOf, plainMove, playOn, SILENT } from '../test/play.ts';
import { give, seated, type Table } from '../test/simulate.ts';
import { begin, reachable, SITUATIONS } from '../test/worlds.ts';
import {
  judge,
  LEVELS,
  type Level,
  type Match,
  MISCONCEPTIONS,
  type Misconception,
  type Move,
  optionsOf,
  SCENARIOS,
  segmentOf,
  type Verdict,
} from './index.ts';

type Sent = Extract<Move, { kind: 'send' }>;

/** `n`th time that `at` is to answer; the match before that is played by the plainest moves. */
type Place = readonly [scenario: string, at: Endpoint, n: number];

const send = (ctl: number, from = 0, ack = 0, len = 0): Move => ({
  kind: 'send',
  ctl,
  seq: from,
  ack,
  len,
});

function come([scenario, at, n]: Place, level: Level): Table {
  const table = seated(scenario, level);
  let asked = 0;
  let last = -1;
  return playOn(table, undefined, ({ world }) => {
    const id = world.ends[at].turns[0]?.id;
    if (id !== undefined && id !== last) {
      last = id;
      asked++;
    }
    return asked === n;
  });
}

function verdictOn(table: Table, at: Endpoint, move: Move): Verdict {
  const { world, seats } = table.match;
  const refusal = give(table, { type: 'move', seat: at, move });
  if (refusal) throw new Error(`refused: ${refusal}`);
  const last = table.events.findLast((e) => e.type === 'moved');
  if (last?.type !== 'moved') throw new Error('not moved');
  if (!last.verdict.right) {
    expect(table.match.world).toBe(world);
    expect(table.match.seats[at]?.owesSince).toBe(seats[at]?.owesSince);
  }
  return last.verdict;
}

/** The plainest right segment there. */
const rightAt = ({ world }: Match, at: Endpoint): Sent => {
  const [option] = optionsOf(world.ends[at].turns);
  const move = option && moveOf(option);
  if (move?.kind !== 'send') throw new Error('nothing to send');
  return move;
};

const expectWrong = (verdict: Verdict, code: Misconception, consequence: string): void => {
  expect(verdict).toMatchObject({ right: false });
  if (verdict.right) return;
  const { consequence: c } = verdict;
  const answer = c.kind === 'answers' ? controlText(c.ctl) : c.kind;
  expect([verdict.misconceptions[0], answer]).toEqual([code, consequence]);
};

const SYN_OWED: Place = ['handshake', 'client', 1];
const SYN_ACK_OWED: Place = ['handshake', 'server', 1];
const THIRD_ACK_OWED: Place = ['handshake', 'client', 2];
const SILENCE_OWED: Place = ['handshake', 'server', 2];
const REQUEST_OWED: Place = ['conversation', 'client', 3];
const REQUEST_COME: Place = ['conversation', 'server', 3];
const REQUEST_REPEATED: Place = ['conversation', 'client', 4];
const FIN_OWED: Place = ['close', 'client', 1];
const FIN_COME: Place = ['close', 'server', 1];
const OWN_FIN_OWED: Place = ['close', 'server', 2];
const LAST_ACK_OWED: Place = ['close', 'client', 3];
const SYN_AGAIN_OWED: Place = ['lost-syn-ack', 'client', 2];

const BITS: readonly (readonly [string, Place, Move, Misconception, string])[] = [
  ['silence instead of a SYN', SYN_OWED, SILENT, 'silence-when-owed', 'waits'],
  ['silence at a SYN', SYN_ACK_OWED, SILENT, 'silence-when-owed', 'waits'],
  ['an ACK for an ACK', SILENCE_OWED, send(ACK), 'ack-answers-ack', 'ignored'],
  ['a FIN in the handshake', SILENCE_OWED, send(FIN | ACK), 'fin-before-close', 'ACK'],
  ['a bare FIN there', THIRD_ACK_OWED, send(FIN), 'fin-before-close', 'ignored'],
  ['nothing in particular', SILENCE_OWED, send(0), 'nothing-owed', 'ignored'],
  ['a RST for a SYN', SYN_ACK_OWED, send(RST | ACK), 'reset-in-good-standing', 'dies'],
  ['a RST for a SYN,ACK', THIRD_ACK_OWED, send(RST), 'reset-in-good-standing', 'dies'],
  ['a RST for a FIN', FIN_COME, send(RST), 'reset-in-good-standing', 'dies'],
  ['a SYN with ACK', SYN_OWED, send(SYN | ACK), 'first-syn-has-ack', 'RST'],
  ['an ACK for a SYN', SYN_ACK_OWED, send(ACK), 'syn-answered-by-ack', 'ignored'],
  ['a SYN for a SYN', SYN_ACK_OWED, send(SYN), 'syn-answered-by-syn', 'SYN,ACK'],
  ['a SYN for a SYN,ACK', THIRD_ACK_OWED, send(SYN), 'syn-twice', 'SYN,ACK'],
  ['a SYN to an open end', FIN_COME, send(SYN), 'syn-on-open-connection', 'ACK'],
  ['a bare FIN that leaves out a due ACK', FIN_COME, send(FIN), 'fin-without-ack', 'ignored'],
  ['an ACK for a CLOSE', FIN_OWED, send(ACK), 'ack-instead-of-fin', 'ignored'],
  ['data without ACK', REQUEST_OWED, send(PSH, 0, 0, 5), 'ack-left-off', 'ignored'],
  ['PSH without the data', REQUEST_OWED, send(PSH | ACK), 'push-without-data', 'ignored'],
  ['bits that mean nothing', SYN_OWED, send(0), 'wrong-bits', 'ignored'],
  ['a request repeated', REQUEST_REPEATED, send(ACK, 0, 0, 5), 'data-not-asked-for', 'ACK'],
  ['a FIN,ACK for the last FIN', LAST_ACK_OWED, send(FIN | ACK), 'fin-twice', 'accepted'],
  ['an ACK that leaves out the data', REQUEST_OWED, send(ACK), 'data-missing', 'ignored'],
  ['another segment than the lost', SYN_AGAIN_OWED, send(ACK), 'lost-segment-not-repeated', 'RST'],
  ['URG', REQUEST_OWED, send(ACK | URG, 0, 0, 5), 'wrong-bits', 'ACK'],
];

describe('wrong bits', () => {
  it.each(BITS)('%s', (_, place, move, code, consequence) =>
    expectWrong(verdictOn(come(place, 'flags'), place[1], move), code, consequence),
  );
});

type Change = (right: Sent) => Partial<Sent>;
const NUMBERS: readonly (readonly [string, Place, Change, Misconception, string])[] = [
  ['the SYN not counted', SYN_ACK_OWED, (r) => ({ ack: r.ack - 1 }), 'ack-forgets-syn', 'RST'],
  [
    'nor that of the SYN,ACK',
    THIRD_ACK_OWED,
    (r) => ({ ack: r.ack - 1 }),
    'ack-forgets-syn',
    'RST',
  ],
  ['the FIN not counted', FIN_COME, (r) => ({ ack: r.ack - 1 }), 'ack-forgets-fin', 'ignored'],
  ['the last octet', REQUEST_COME, (r) => ({ ack: r.ack - 1 }), 'ack-is-last-octet', 'accepted'],
  ['one more always', REQUEST_COME, (r) => ({ ack: r.ack + 1 }), 'ack-adds-one-always', 'ACK'],
  [
    'one more even of a SYN',
    SYN_ACK_OWED,
    (r) => ({ ack: r.ack + 1 }),
    'ack-adds-one-always',
    'RST',
  ],
  ['the peer’s number', SYN_ACK_OWED, (r) => ({ seq: r.ack }), 'one-numbering-for-both', 'ACK'],
  ['our own as ACK', THIRD_ACK_OWED, (r) => ({ ack: r.seq }), 'one-numbering-for-both', 'RST'],
  [
    'a number for the ACK',
    REQUEST_OWED,
    (r) => ({ seq: r.seq + 1 }),
    'pure-ack-uses-a-number',
    'ACK',
  ],
  ['zero', SYN_OWED, () => ({ seq: 0 }), 'numbers-start-at-zero', 'SYN,ACK'],
  ['one', THIRD_ACK_OWED, () => ({ seq: 1 }), 'numbers-start-at-zero', 'ACK'],
  ['a new SYN', SYN_AGAIN_OWED, (r) => ({ seq: r.seq + 1 }), 'new-number-when-repeated', 'dies'],
  ['some ACK', REQUEST_COME, (r) => ({ ack: r.ack + 9 }), 'wrong-ack', 'ACK'],
  ['some SEQ', THIRD_ACK_OWED, (r) => ({ seq: r.seq + 9 }), 'wrong-seq', 'accepted'],
  ['half of the data', REQUEST_OWED, (r) => ({ len: r.len - 2 }), 'wrong-length', 'ACK'],
  ['a FIN without ACK', FIN_OWED, () => ({ ctl: FIN }), 'fin-without-ack', 'ignored'],
];

describe('wrong numbers', () => {
  it.each(NUMBERS)('%s', (_, place, change, code, consequence) => {
    const table = come(place, 'numbers');
    const right = rightAt(table.match, place[1]);
    const verdict = verdictOn(table, place[1], { ...right, ...change(right) });
    expectWrong(verdict, code, consequence);
  });
});

describe('data sent already', () => {
  it('is not asked for again because an answer has come', () => {
    const table = come(REQUEST_COME, 'flags');
    const both = optionsOf(table.match.world.ends.server.turns).find((o) => o.segment.len > 0);
    if (!both) throw new Error('no data');
    give(table, { type: 'move', seat: 'server', move: moveOf(both) });
    // By what the client may know, its request is still under way.
    expectWrong(verdictOn(table, 'client', send(ACK, 0, 0, 5)), 'data-not-asked-for', 'ACK');
  });
});

it('a FIN that leaves out the data before it', () => {
  const situation = SITUATIONS.find((s) => s.id.startsWith('data and FIN'));
  if (!situation) throw new Error('no such situation');
  const verdict = judge(begin(situation), 'flags', 'client', send(FIN | ACK))?.verdict;
  expect(verdict).toMatchObject({ right: false });
  expect(verdict?.right === false && verdict.misconceptions[0]).toBe('fin-skips-data');
});

it('every misconception has its case here', () => {
  const cases = new Set<Misconception>([...BITS, ...NUMBERS].map(([, , , code]) => code));
  const singly: Misconception[] = ['data-not-asked-for', 'fin-skips-data'];
  expect(MISCONCEPTIONS.filter((m) => !cases.has(m) && !singly.includes(m))).toEqual([]);
});

describe('a wrong move', () => {
  it('names every belief that it betrays, the likeliest first', () => {
    const table = come(SYN_ACK_OWED, 'numbers');
    const right = rightAt(table.match, 'server');
    const verdict = verdictOn(table, 'server', { ...right, seq: 0, ack: right.ack - 1 });
    expect(verdict).toMatchObject({
      rule: '3.10.7.2-3',
      misconceptions: ['ack-forgets-syn', 'numbers-start-at-zero'],
    });
  });

  it('shows numbers only of a reset, and those are its own', () => {
    const table = come(THIRD_ACK_OWED, 'numbers');
    const right = rightAt(table.match, 'client');
    expect(verdictOn(table, 'client', { ...right, ack: 4711 })).toMatchObject({
      consequence: { kind: 'answers', ctl: RST, seq: 4711 },
    });
    expect(verdictOn(table, 'client', { ...right, seq: 1 })).toHaveProperty('consequence', {
      kind: 'answers',
      ctl: ACK,
    });
    const first = come(SYN_OWED, 'numbers');
    expect(verdictOn(first, 'client', send(FIN, 7, 0))).toHaveProperty('consequence', {
      kind: 'ignored',
    });
  });

  it('to a connection that is no more is reset, its ACK-less number acknowledged (3.10.7.1)', () => {
    const abort = SITUATIONS.find((s) => s.id === 'abort');
    const gone =
      abort &&
      reachable(abort, 1000).find(({ ends }) => {
        return ends.client.tcb.state === 'CLOSED' && ends.server.turns.length > 0;
      });
    if (!gone) throw new Error('no such world');
    expect(judge(gone, 'numbers', 'server', send(FIN, 7))?.verdict).toMatchObject({
      consequence: { kind: 'answers', ctl: RST | ACK, seq: 0, ack: 8 },
    });
  });

  it('at `flags` stands for the numbers that a TCP would put to its bits', () => {
    const { world } = come(['conversation', 'client', 2], 'flags').match;
    const { snd, rcv } = world.ends.client.tcb;
    const numbered = (ctl: number): unknown =>
      segmentOf(world, 'flags', 'client', { kind: 'send', ctl, seq: 9, ack: 9, len: 0 });
    expect(numbered(ACK)).toMatchObject({ seq: snd.una, ack: rcv.nxt, wnd: rcv.wnd });
    expect(numbered(SYN)).toMatchObject({ seq: snd.iss, ack: 0 });
    expect(numbered(RST)).toMatchObject({ seq: snd.una, ack: 0, wnd: 0 });
    const closed = seated('handshake', 'flags').match.world;
    expect(
      segmentOf(closed, 'flags', 'server', { kind: 'send', ctl: SYN, seq: 9, ack: 9, len: 0 }),
    ).toMatchObject({ seq: closed.ends.server.tcb.nextIss });
  });
});

describe('a bare FIN', () => {
  const bare = (r: Sent): Move => ({ ...r, ctl: FIN });

  it.each([FIN_OWED, OWN_FIN_OWED])('is the lesson’s FIN at `flags`: %s', (...place) => {
    const table = come(place, 'flags');
    const verdict = verdictOn(table, place[1], bare(rightAt(table.match, place[1])));
    expect(verdict).toMatchObject({ right: true, note: 'fin-carries-ack' });
    const row = table.match.world.rows.findLast((r) => r.kind === 'segment');
    expect(row).toMatchObject({ segment: { ctl: FIN | ACK } });
  });

  it.each([FIN_OWED, OWN_FIN_OWED])('is wrong at `numbers`: %s', (...place) => {
    const table = come(place, 'numbers');
    const verdict = verdictOn(table, place[1], bare(rightAt(table.match, place[1])));
    expectWrong(verdict, 'fin-without-ack', 'ignored');
  });

  it('does not stand for an ACK that is due', () => {
    const table = come(FIN_COME, 'flags');
    expect(verdictOn(table, 'server', send(FIN)).right).toBe(false);
    expect(verdictOn(table, 'server', send(FIN | ACK)).right).toBe(true);
  });
});

describe('PSH never matters', () => {
  it.each(LEVELS)('at %s', (level) => {
    for (const { id } of SCENARIOS) {
      const table = playOn(seated(id, level), (match, at) => {
        const move = plainMove(match, at);
        return move.kind === 'send' ? { ...move, ctl: move.ctl ^ PSH } : move;
      });
      expect(table.match.outcome).toBe('finished');
      expect(table.match.mistakes).toEqual([]);
      const rows = table.match.world.rows.filter((r) => r.kind === 'segment');
      expect(rows.filter((r) => r.segment.len === 0).every((r) => r.segment.ctl & PSH)).toBe(true);
    }
  });

  it('a segment sent again is so with or without it', () => {
    const table = come(SYN_AGAIN_OWED, 'flags');
    verdictOn(table, 'client', send(SYN | PSH));
    expect(table.match.world.rows.findLast((r) => r.kind === 'segment')).toMatchObject({
      again: true,
    });
  });
});
