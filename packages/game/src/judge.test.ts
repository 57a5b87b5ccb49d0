import { ACK, controlText, FIN, PSH, RST, SYN } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import {
  change,
  MISTAKES,
  type Moment,
  momentOf,
  type Play,
  play,
  SILENT,
  send,
  stating,
} from '../test/mistakes.ts';
import { plainMove, playOn } from '../test/play.ts';
import { seated } from '../test/simulate.ts';
import { reachable, SITUATIONS } from '../test/worlds.ts';
import { DETECTORS } from './diagnose/index.ts';
import {
  judge,
  LEVELS,
  type Level,
  MISCONCEPTIONS,
  type Misconception,
  type Move,
  maySilently,
  optionsOf,
  SCENARIOS,
  segmentOf,
  type Verdict,
} from './index.ts';

type Sent = Extract<Move, { kind: 'send' }>;

function verdictOf(tried: Play): Verdict {
  const { world, at, move } = momentOf(tried);
  const judgement = judge(world, tried.level, at, move);
  if (!judgement) throw new Error('no turn is open');
  return judgement.verdict;
}

const firstOf = (verdict: Verdict): Misconception | 'right' =>
  verdict.right ? 'right' : verdict.misconceptions[0];

const consequenceOf = (verdict: Verdict): string => {
  if (verdict.right) return 'right';
  const { consequence: c } = verdict;
  return c.kind === 'answers' ? controlText(c.ctl & ~PSH) : c.kind;
};

describe('every misconception', () => {
  it('has one detector, in the order in which they are named', () => {
    expect(DETECTORS.map(([code]) => code)).toEqual(MISCONCEPTIONS);
  });

  it.each(MISCONCEPTIONS)('%s is named first for its example', (code) => {
    expect(firstOf(verdictOf(MISTAKES[code].example))).toBe(code);
  });

  it.each(MISCONCEPTIONS)('%s is not what a near miss shows', (code) => {
    const { nearMiss, instead } = MISTAKES[code];
    expect(instead).not.toBe(code);
    expect(firstOf(verdictOf(nearMiss))).toBe(instead);
  });
});

const CASES: readonly (readonly [Play, Misconception, consequence: string])[] = [
  [play('handshake', 'flags', 1, SILENT), 'silence-when-owed', 'waits'],
  [play('handshake', 'flags', 2, send(RST)), 'reset-in-good-standing', 'dies'],
  [play('handshake', 'flags', 0, send(SYN | ACK)), 'first-syn-has-ack', 'RST'],
  [play('handshake', 'flags', 2, send(SYN)), 'syn-twice', 'SYN,ACK'],
  [play('close', 'flags', 1, send(SYN)), 'syn-on-open-connection', 'ACK'],
  [play('close', 'flags', 4, send(FIN | ACK)), 'fin-twice', 'accepted'],
  [play('close', 'flags', 5, send(ACK)), 'ack-answers-ack', 'ignored'],
  [play('lost-third-ack', 'flags', 4, send(RST)), 'reset-for-lost-third-ack', 'dies'],
  [play('two-passive', 'flags', 1, SILENT), 'listen-ignores-ack', 'waits'],
  [play('time-wait-syn', 'flags', 7, send(RST | ACK)), 'time-wait-refuses-syn', 'dies'],
  [play('simultaneous-open', 'flags', 2, send(ACK)), 'crossing-syn-answered-by-ack', 'accepted'],
  [play('zero-window', 'numbers', 2, send(ACK, 6)), 'data-into-closed-window', 'ACK'],
];

describe('the consequence of a wrong move is what the peer’s TCP does', () => {
  it.each(CASES)('%#: %o', (tried, code, consequence) => {
    const verdict = verdictOf(tried);
    expect([firstOf(verdict), consequenceOf(verdict)]).toEqual([code, consequence]);
  });

  it('after what is on its way to it: a data segment follows its own third ACK', () => {
    const ahead = change(({ ack }) => ({ ack: ack + 9 }));
    expect(consequenceOf(verdictOf(play('conversation', 'numbers', 3, ahead)))).toBe('ACK');
    expect(consequenceOf(verdictOf(play('lost-third-ack', 'numbers', 3, ahead)))).toBe('RST');
  });

  it('of silence where nothing was due is nothing', () =>
    expect(consequenceOf(verdictOf(play('close', 'full', 5, stating('TIME-WAIT'))))).toBe(
      'ignored',
    ));

  it.each([
    ['a forgery', play('blind-rst', 'flags', 0, SILENT)],
    ['a second copy', play('duplicate-data', 'flags', 3, SILENT)],
    ['the peer', play('duplicate-data', 'flags', 1, SILENT)],
  ])('of silence does not tell that it was %s that asked', (_, tried) =>
    expect(consequenceOf(verdictOf(tried))).toBe('waits'),
  );

  it('shows numbers only of a reset, and those are its own', () => {
    const odd = play(
      'handshake',
      'numbers',
      2,
      change(() => ({ ack: 4711 })),
    );
    expect(verdictOf(odd)).toMatchObject({ consequence: { kind: 'answers', ctl: RST, seq: 4711 } });
    const early = play(
      'handshake',
      'numbers',
      2,
      change(() => ({ seq: 1 })),
    );
    expect(verdictOf(early)).toHaveProperty('consequence', { kind: 'answers', ctl: ACK });
  });

  it('of a segment without ACK to an end that is no more is a reset that acknowledges it (3.10.7.1)', () => {
    const late = change(() => ({ ctl: FIN, seq: 7, len: 0 }));
    expect(verdictOf(play('half-open-data', 'numbers', 0, late))).toMatchObject({
      consequence: { kind: 'answers', ctl: RST | ACK, seq: 0, ack: 8 },
    });
  });
});

describe('a wrong move', () => {
  it('names every belief that it betrays, the likeliest first', () => {
    const two = change(({ ack }) => ({ seq: 0, ack: ack - 1 }));
    expect(verdictOf(play('handshake', 'numbers', 1, two))).toMatchObject({
      rule: '3.10.7.2-3',
      misconceptions: ['ack-forgets-syn', 'numbers-start-at-zero'],
    });
    expect(verdictOf(play('half-close', 'flags', 3, send(FIN | ACK)))).toMatchObject({
      misconceptions: ['fin-ends-both-ways', 'fin-before-close'],
    });
  });

  it('names what differs, and a belief about something else behind it', () => {
    const both: Play['move'] = (base, right) => ({
      ...change(({ ack }) => ({ ack: ack + 2 }))(base, right),
      state: 'CLOSED',
    });
    expect(verdictOf(play('close', 'full', 4, both))).toMatchObject({
      misconceptions: ['wrong-ack', 'no-time-wait'],
    });
  });

  it('shows nothing of the numbers at `flags`, nor of window and state before `full`', () => {
    const all = change(({ ctl, len }) => ({ ctl, len, seq: 0, ack: 0, wnd: 0, state: null }));
    expect(verdictOf(play('handshake', 'flags', 1, all)).right).toBe(true);
    const rest = change(() => ({ wnd: 0, state: null }));
    expect(verdictOf(play('handshake', 'numbers', 1, rest)).right).toBe(true);
    expect(verdictOf(play('handshake', 'full', 1, rest))).toMatchObject({
      misconceptions: ['wrong-window'],
    });
  });

  it('may show in the state alone what is believed of an arrival', () => {
    expect(firstOf(verdictOf(play('blind-rst', 'full', 2, stating('CLOSED'))))).toBe(
      'any-reset-kills',
    );
    expect(firstOf(verdictOf(play('blind-syn', 'full', 0, stating('SYN-RECEIVED'))))).toBe(
      'syn-restarts-the-connection',
    );
    expect(firstOf(verdictOf(play('fin-overtakes-data', 'full', 2, stating('CLOSE-WAIT'))))).toBe(
      'fin-processed-early',
    );
  });

  it('is measured by the right segment that it comes nearest to', () => {
    const all = change(() => ({ len: 6, state: 'CLOSED' }));
    expect(verdictOf(play('zero-window', 'full', 7, all))).toMatchObject({
      misconceptions: ['wrong-state'],
    });
  });
});

/** The same, but for what becomes of the client's first bare ACK. */
const withAckOf = (tried: Play, transit: readonly number[]): Play => ({
  ...tried,
  scenario: { ...tried.scenario, link: [{ from: 'client', ctl: ACK, nth: 1, transit }] },
});

describe('what has passed tells one belief from another', () => {
  it('a SYN,ACK that comes again is no attempt to restart', () => {
    const again = (move: Play['move']): Play => withAckOf(play('handshake', 'flags', 4, move), []);
    expect(firstOf(verdictOf(again(SILENT)))).toBe('silence-when-owed');
    expect(firstOf(verdictOf(again(send(RST))))).toBe('bad-segment-answered-by-reset');
  });

  it('nobody is told that CLOSE was not called once it was, though the connection is gone', () => {
    const late = play('close', 'flags', 6, send(FIN | ACK));
    expect(firstOf(verdictOf(withAckOf(late, [50, 200])))).toBe('stranger-is-welcome');
  });
});

/** Control bits that somebody might set, with and without the data that is due. */
const anySegments = (base: Sent): Move[] =>
  [0, SYN, SYN | ACK, ACK, PSH | ACK, FIN, FIN | ACK, RST, RST | ACK].flatMap((ctl) =>
    [...new Set([0, base.len])].flatMap((len) =>
      [-1, 0, 1].map((by) => ({ ...base, ctl, len, ack: (base.ack + by) >>> 0 })),
    ),
  );

describe('whatever is tried wherever', () => {
  it.each(SITUATIONS.map((s) => [s.id, s] as const))('%s', (_, situation) => {
    for (const world of reachable(situation, 60))
      for (const at of ['client', 'server'] as const) {
        const { turns } = world.ends[at];
        const [turn] = turns;
        if (!turn) continue;
        const option = optionsOf(turns)[0]?.segment;
        const base: Sent = {
          kind: 'send',
          ctl: 0,
          seq: 0,
          ack: 0,
          len: 0,
          wnd: 0,
          ...option,
          state: turn.after,
        };
        const tried: Move[] = [...anySegments(base), { kind: 'silent', state: turn.after }];
        for (const level of LEVELS)
          for (const move of tried) {
            const verdict = judge(world, level, at, move)?.verdict;
            if (!verdict || verdict.right) continue;
            const places = verdict.misconceptions.map((c) => MISCONCEPTIONS.indexOf(c));
            expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
            if (level !== 'full') expect(verdict.misconceptions).not.toContain('wrong-state');
          }
      }
  });
});

describe('silence', () => {
  it('is right where nothing is due, and at `full` only with the state that follows', () => {
    const { world, at } = momentOf(play('close', 'full', 5, SILENT));
    expect(maySilently(world.ends[at].turns)).toBe(true);
    const said = (level: Level, state: 'CLOSED' | null): boolean | undefined =>
      judge(world, level, at, { kind: 'silent', state })?.verdict.right;
    expect([said('flags', null), said('numbers', null), said('full', 'CLOSED')]).toEqual([
      true,
      true,
      true,
    ]);
    expect(said('full', null)).toBe(false);
  });
});

describe('at `flags` a segment', () => {
  it('stands for the numbers that a TCP would put to its bits', () => {
    const { world } = momentOf(play('conversation', 'flags', 3, SILENT));
    const { snd, rcv } = world.ends.client.tcb;
    const numbered = (
      ctl: number,
      at: 'client' | 'server',
      in_: Moment['world'] = world,
    ): unknown =>
      segmentOf(in_, 'flags', at, {
        kind: 'send',
        ctl,
        seq: 9,
        ack: 9,
        len: 0,
        wnd: 9,
        state: null,
      });
    expect(numbered(ACK, 'client')).toMatchObject({ seq: snd.una, ack: rcv.nxt, wnd: rcv.wnd });
    expect(numbered(SYN, 'client')).toMatchObject({ seq: snd.iss, ack: 0 });
    expect(numbered(RST, 'client')).toMatchObject({ seq: snd.una, ack: 0, wnd: 0 });
    const closed = momentOf(play('handshake', 'flags', 0, SILENT)).world;
    expect(numbered(SYN, 'server', closed)).toMatchObject({
      seq: closed.ends.server.tcb.nextIss,
    });
  });
});

describe('a bare FIN', () => {
  it.each([0, 3])('is the lesson’s FIN at `flags`: close, move %i', (after) => {
    expect(verdictOf(play('close', 'flags', after, send(FIN)))).toMatchObject({
      right: true,
      note: 'fin-carries-ack',
    });
  });

  it.each([0, 3])('is wrong at `numbers`: close, move %i', (after) => {
    const verdict = verdictOf(play('close', 'numbers', after, send(FIN)));
    expect([firstOf(verdict), consequenceOf(verdict)]).toEqual(['fin-without-ack', 'ignored']);
  });

  it('does not stand for an ACK that is due', () => {
    expect(firstOf(verdictOf(play('three-segment-close', 'flags', 1, send(FIN))))).toBe(
      'fin-without-ack',
    );
    expect(verdictOf(play('three-segment-close', 'flags', 1, send(FIN | ACK))).right).toBe(true);
  });
});

describe('PSH never matters', () => {
  it.each(LEVELS)('at %s', (level) => {
    for (const { id } of SCENARIOS.filter((s) => (s.levels as readonly Level[]).includes(level))) {
      const table = playOn(seated(id, level), (match, at) => {
        const move = plainMove(match, at);
        return move.kind === 'send' ? { ...move, ctl: move.ctl ^ PSH } : move;
      });
      expect([id, table.match.outcome, table.match.mistakes]).toEqual([id, 'finished', []]);
    }
  });
});
