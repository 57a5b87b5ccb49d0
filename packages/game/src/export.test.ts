import {
  ACK,
  ENDPOINTS,
  type Endpoint,
  FIN,
  type Packet,
  PSH,
  peerOf,
  type Skip,
  SYN,
} from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { checksumStatus } from '../../tcp/src/checksum.ts';
import { concat, type Kept, read } from '../../tcp/test/capture-file.ts';
import { playOn } from '../test/play.ts';
import { seated } from '../test/simulate.ts';
import { captureOf, textLadder } from './export.ts';
import { type Replay, type ReplayStep, replayOf } from './replay.ts';
import { SCENARIOS } from './scenarios/index.ts';
import type { RowView, SegmentView, TcbView } from './view.ts';

/** As the clocks of servers have it, which those of tests have not. */
const ENDED_AT = 1_800_000_000_000;

const played = (id: string): Replay => {
  const replay = replayOf(playOn(seated(id, 'full', 3)).match);
  if (!replay) throw new Error('the match is not over');
  return { ...replay, endedAt: ENDED_AT };
};

const framesOf = (replay: Replay, mistakes = true): Kept[] => {
  const { frames, fault } = read(concat(...captureOf(replay, { mistakes })));
  expect(fault).toBeNull();
  return frames;
};

const packetIn = (tcp: Packet | Skip): Packet => {
  if (typeof tcp === 'string') throw new Error(tcp);
  return tcp;
};

/** A frame in words: where, when on the connection's own clock, who sent it, what, and its data. */
function lineOf({ time, on, tcp }: Kept, began: number): string {
  const { octets, end, sourcePort, segment } = packetIn(tcp);
  const { ctl, seq, ack, wnd, len } = segment;
  const from = sourcePort === 80 ? 'server' : 'client';
  const text = String.fromCharCode(...octets.subarray(end - len, end));
  return [on.name, time / 1000 - began, from, ctl, seq, ack, wnd, len, text].join(' ');
}

function lineFor(on: Endpoint, time: number, from: Endpoint, s: SegmentView): string {
  const ack = s.ctl & ACK ? s.ack : 0;
  return [on, time, from, s.ctl, s.seq, ack, s.wnd, s.len, s.text].join(' ');
}

/** What both ends see of the rows, in any order. */
const linesFor = (rows: readonly RowView[]): string[] =>
  rows.flatMap((row) => {
    if (row.kind !== 'segment') return [];
    const { from, time, arrives, segment, copy, stray } = row;
    return [
      ...(copy || stray ? [] : [lineFor(from, time, from, segment)]),
      ...(arrives === null ? [] : [lineFor(peerOf(from), arrives, from, segment)]),
    ];
  });

describe.each(SCENARIOS)('$id as a capture', ({ id }) => {
  const replay = played(id);
  const frames = framesOf(replay);
  const began = replay.endedAt - (replay.steps.at(-1)?.time ?? 0);

  it('holds every segment as it leaves and as it arrives', () =>
    expect(frames.map((frame) => lineOf(frame, began)).sort()).toEqual(
      linesFor(replay.rows).sort(),
    ));

  it('is in the order of time, and has sound packets', () => {
    const times = frames.map(({ time }) => time);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    for (const { tcp } of frames) expect(checksumStatus(packetIn(tcp))).toBe('good');
  });
});

const TCB: TcbView = {
  state: 'CLOSED',
  iss: 0,
  una: null,
  nxt: null,
  wnd: null,
  rcvNxt: null,
  rcvWnd: 65535,
};
const segment = (ctl: number, from: number, ack = 0, text = ''): SegmentView => ({
  ctl,
  seq: from,
  ack,
  wnd: 65535,
  len: text.length,
  text,
});
const crossing = (
  time: number,
  from: Endpoint,
  what: SegmentView,
  more: Partial<Extract<RowView, { kind: 'segment' }>> = {},
): RowView => ({
  kind: 'segment',
  time,
  arrives: time + 50,
  from,
  segment: what,
  fate: 'delivered',
  again: false,
  copy: false,
  stray: false,
  ...more,
});

/** All that can become of a segment, and of a move, in no connection that makes sense. */
const ROWS: readonly RowView[] = [
  { kind: 'call', time: 0, at: 'client', call: 'OPEN', mode: 'active', text: '', len: 0 },
  crossing(0, 'client', segment(SYN, 100), { fate: 'lost', arrives: null }),
  { kind: 'timeout', time: 1000, at: 'client', timer: 'retransmission' },
  crossing(1000, 'client', segment(SYN, 100), { again: true }),
  {
    kind: 'mistake',
    time: 1050,
    at: 'server',
    move: { kind: 'silent', state: null },
    segment: null,
    rule: '3.10.7.2-3',
    misconceptions: ['silence-when-owed'],
    consequence: { kind: 'waits' },
    answering: 3,
  },
  {
    kind: 'mistake',
    time: 1050,
    at: 'server',
    move: { kind: 'send', ctl: ACK, seq: 300, ack: 101, len: 0, wnd: 0, state: null },
    segment: segment(ACK, 300, 101),
    rule: '3.10.7.2-3',
    misconceptions: ['syn-answered-by-ack', 'wrong-bits'],
    consequence: { kind: 'ignored' },
    answering: 3,
  },
  crossing(1050, 'server', segment(SYN | ACK, 300, 101)),
  crossing(1050, 'server', segment(SYN | ACK, 300, 101), { arrives: 1140, copy: true }),
  crossing(1060, 'client', segment(SYN, 7), { arrives: 1110, stray: true }),
  { kind: 'call', time: 1070, at: 'server', call: 'SEND', mode: null, text: 'hello', len: 0 },
  crossing(1070, 'server', segment(PSH | ACK, 301, 101, 'hello'), {
    arrives: null,
    fate: 'unknown',
  }),
  { kind: 'call', time: 1100, at: 'client', call: 'RECEIVE', mode: null, text: '', len: 5 },
  { kind: 'silence', time: 1140, at: 'client' },
  crossing(1150, 'client', segment(FIN | ACK, 101, 301)),
];

/** Every row as it leaves, or happens, and as it arrives. */
const stepsOf = (rows: readonly RowView[]): ReplayStep[] =>
  rows
    .flatMap((row, index): Omit<ReplayStep, 'tcbs'>[] => {
      if (row.kind !== 'segment') return [{ row: index, part: 'whole', time: row.time }];
      const { time, arrives, fate, copy, stray } = row;
      const part = fate === 'lost' ? 'whole' : 'sent';
      return [
        ...(copy || stray ? [] : [{ row: index, part, time } as const]),
        ...(arrives === null ? [] : [{ row: index, part: 'arrived', time: arrives } as const]),
      ];
    })
    .sort((a, b) => a.time - b.time)
    .map((step) => ({ ...step, tcbs: { client: TCB, server: { ...TCB, state: 'LISTEN' } } }));

const REPLAY: Replay = {
  ...played('handshake'),
  scenario: 'everything',
  level: 'numbers',
  players: { client: { name: 'Ada', bot: false }, server: { name: '', bot: true } },
  rows: ROWS,
  steps: stepsOf(ROWS),
};

describe('a capture', () => {
  const told = (mistakes: boolean) =>
    framesOf(REPLAY, mistakes).map(({ time, on, comments, tcp }) => {
      const { segment: s } = packetIn(tcp);
      return [on.name, 1200 + time / 1000 - ENDED_AT, s.ctl, ...comments];
    });
  const ADA = 'sent by Ada (client)';
  const BOT = 'sent by the bot (server)';
  const WRONG = ['server', 1050, ACK, BOT, 'wrong move: syn-answered-by-ack, wrong-bits'];
  const RIGHT = [
    ['client', 0, SYN, ADA, 'lost on the way'],
    ['client', 1000, SYN, ADA, 'sent again'],
    ['server', 1050, SYN, ADA, 'sent again'],
    ['server', 1050, SYN | ACK, BOT],
    ['server', 1070, PSH | ACK, BOT],
    ['client', 1100, SYN | ACK, BOT],
    ['server', 1110, SYN, 'sent by nobody'],
    ['client', 1140, SYN | ACK, BOT, 'copy made by the network'],
    ['client', 1150, FIN | ACK, ADA],
    ['server', 1200, FIN | ACK, ADA],
  ];

  it('tells of each packet who sent it and what became of it, and ends when the match did', () =>
    expect(told(false)).toEqual(RIGHT));

  it('holds wrong moves, if they are asked for, where they were made', () =>
    expect(told(true)).toEqual(RIGHT.toSpliced(3, 0, WRONG)));

  it('is between addresses that are nobody’s', () => {
    for (const { tcp } of framesOf(REPLAY)) {
      const { octets, addresses, sourcePort, destinationPort } = packetIn(tcp);
      const ends = [
        [192, 0, 2, 1, 49152],
        [192, 0, 2, 2, 80],
      ];
      const [source, destination] = [0, 4].map((at) => [
        ...octets.subarray(addresses + at, addresses + at + 4),
      ]);
      const found = [
        [...(source ?? []), sourcePort],
        [...(destination ?? []), destinationPort],
      ];
      expect(sourcePort === 80 ? found.reverse() : found).toEqual(ends);
    }
  });

  it('says that a bot plays in the place of somebody who left', () => {
    const players = { ...REPLAY.players, client: { name: 'Ada', bot: true } };
    expect(framesOf({ ...REPLAY, players })[0]?.comments).toContain(
      'sent by the bot in place of Ada (client)',
    );
  });

  it('of a match in which nothing happened is empty', () =>
    expect(framesOf({ ...REPLAY, rows: [], steps: [] })).toEqual([]));
});

describe('a text ladder', () => {
  it('shows calls, timers, silence and all that becomes of segments', () =>
    expect(textLadder(REPLAY)).toBe(`everything, level numbers

                       Ada (client)                                    the bot (server)
                       |                                                              |
 0.000000 CLOSED       | [OPEN active]                                                | LISTEN
 0.000000 CLOSED       |- SYN seq=100 -------------------------------X                | LISTEN
                       | lost on the way                                              |
 1.000000 CLOSED       | [retransmission timeout]                                     | LISTEN
 1.000000 CLOSED       |- SYN seq=100 ----------------------------------------------->| LISTEN
                       | sent again                                                   |
 1.050000 CLOSED       |                                                    [silence] | LISTEN
                       | wrong move: silence-when-owed                                |
 1.050000 CLOSED       |                                       ! ACK seq=300 ack=101 -| LISTEN
                       | wrong move: syn-answered-by-ack, wrong-bits                  |
 1.050000 CLOSED       |<----------------------------------- SYN,ACK seq=300 ack=101 -| LISTEN
 1.070000 CLOSED       |                                               [SEND "hello"] | LISTEN
 1.070000 CLOSED       |                ...----------- PSH,ACK seq=301 ack=101 len=5 -| LISTEN
                       | "hello"                                                      |
 1.100000 CLOSED       | [RECEIVE 5]                                                  | LISTEN
 1.110000 CLOSED       |                ... SYN seq=7 ------------------------------->| LISTEN
                       | sent by nobody                                               |
 1.140000 CLOSED       |<----------------- SYN,ACK seq=300 ack=101 ...                | LISTEN
                       | copy made by the network                                     |
 1.140000 CLOSED       | [silence]                                                    | LISTEN
 1.150000 CLOSED       |- FIN,ACK seq=101 ack=301 ----------------------------------->| LISTEN
`));

  it('follows the states of both ends', () =>
    expect(textLadder(played('handshake'))).toBe(`handshake, level full

                       Ada (client)                                         Bo (server)
                       |                                                              |
 0.000000 SYN-SENT     | [OPEN active]                                                | CLOSED
 0.000000 SYN-SENT     |                                               [OPEN passive] | LISTEN
 0.000000 SYN-SENT     |- SYN seq=9000 ---------------------------------------------->| SYN-RECEIVED
 0.050000 ESTABLISHED  |<---------------------------------- SYN,ACK seq=300 ack=9001 -| SYN-RECEIVED
 0.100000 ESTABLISHED  |- ACK seq=9001 ack=301 -------------------------------------->| ESTABLISHED
 0.150000 ESTABLISHED  |                                                    [silence] | ESTABLISHED
`));

  it.each(SCENARIOS)('of $id keeps its width and draws each thing once', ({ id }) => {
    const replay = played(id);
    const lines = textLadder(replay).split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    const drawn = (kind: RowView['kind']) => replay.rows.filter((row) => row.kind === kind).length;
    const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
    expect(count(/\[silence\]/)).toBe(drawn('silence'));
    expect(count(/\[[a-z-]+ timeout\]/)).toBe(drawn('timeout'));
    expect(count(/\[[A-Z]+.*\]/)).toBe(drawn('call'));
    const strays = replay.rows.filter((row) => row.kind === 'segment' && (row.stray || row.copy));
    const leaving = count(/\|-.*\.\.\. +\||\| +\.\.\..*-\|/);
    const arriving = count(/\|<.*\.\.\. +\||\| +\.\.\..*>\|/);
    expect(arriving).toBe(leaving + strays.length);
  });
});

it('both ends are in every capture, by name', () =>
  expect(new Set(framesOf(played('handshake')).map(({ on }) => on.name))).toEqual(
    new Set(ENDPOINTS),
  ));
