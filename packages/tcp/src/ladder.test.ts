import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LadderRow, type LadderStyle, ladder, type Way } from './ladder.ts';
import type { Endpoint } from './link.ts';
import { ACK, FIN, PSH, RST, type Segment, SYN, URG } from './segment.ts';
import { seq } from './seq.ts';
import { STATES } from './state.ts';

const PLAIN: LadderStyle = {
  width: 80,
  names: { client: 'client', server: 'server' },
  states: false,
  base: null,
};
const segment = (ctl: number, from: number, ack = 0, more: Partial<Segment> = {}): Segment => ({
  ctl,
  seq: seq(from),
  ack: seq(ack),
  wnd: 65535,
  len: 0,
  up: 0,
  ...more,
});
const draw = (style: Partial<LadderStyle>, ...rows: LadderRow[]): string => {
  const made = ladder({ ...PLAIN, ...style });
  return ['', ...made.head, ...rows.flatMap(made.row), ''].join('\n');
};
type Arrow = Extract<LadderRow, { segment: Segment }>;
const syn: Arrow = { time: 0, from: 'client', segment: segment(SYN, 100) };
const synAck: Arrow = { time: 0.05, from: 'server', segment: segment(SYN | ACK, 300, 101) };
const data: Arrow = {
  time: 0.1,
  from: 'client',
  segment: segment(PSH | ACK, 4_294_967_295, 4_294_967_290, { len: 1448, wnd: 0 }),
};

describe('a ladder', () => {
  it('draws an arrow for each segment, labelled with what it carries', () => {
    expect(
      draw({ width: 60 }, syn, synAck, { ...data, segment: segment(FIN | ACK, 101, 301) }),
    ).toBe(`
          client                                      server
          |                                                |
 0.000000 |- SYN seq=100 --------------------------------->|
 0.050000 |<--------------------- SYN,ACK seq=300 ack=101 -|
 0.100000 |- FIN,ACK seq=101 ack=301 --------------------->|
`);
  });

  it('shows the states of both ends', () => {
    const states = { client: 'SYN-SENT', server: 'SYN-RECEIVED' } as const;
    expect(draw({ states: true }, { ...syn, states })).toBe(`
                       client                                server
                       |                                          |
 0.000000 SYN-SENT     |- SYN seq=100 --------------------------->| SYN-RECEIVED
`);
  });

  it('tells what stops a sender and where urgent octets end', () => {
    const closed = segment(URG | ACK, 1, 1, { wnd: 0, up: 7 });
    expect(draw({}, { ...syn, segment: closed })).toContain('URG,ACK seq=1 ack=1 up=7 win=0');
    expect(draw({}, { ...syn, segment: segment(RST, 1, 0, { wnd: 0 }) })).toContain(
      '- RST seq=1 -',
    );
  });

  it('breaks the arrow of a lost segment off', () => {
    const lost = [syn, synAck, data].map((row): LadderRow => ({ ...row, way: 'lost' }));
    expect(draw({ width: 60 }, ...lost)).toBe(`
          client                                      server
          |                                                |
 0.000000 |- SYN seq=100 ---------------------X            |
 0.050000 |            X--------- SYN,ACK seq=300 ack=101 -|
          | PSH,ACK seq=4294967295 ack=4294967290 len=1448 |
          | win=0                                          |
 0.100000 |-----------------------------------X            |
`);
  });

  it('draws an arrow in two parts where something else happens while it is on its way', () => {
    expect(
      draw(
        { width: 60 },
        { ...syn, way: 'leaves' },
        { ...synAck, time: 0, segment: segment(SYN, 300), way: 'leaves' },
        { ...syn, time: 0.05, way: 'arrives' },
        { ...synAck, segment: segment(SYN, 300), way: 'arrives' },
      ),
    ).toBe(`
          client                                      server
          |                                                |
 0.000000 |- SYN seq=100 -------------------...            |
 0.000000 |            ...------------------- SYN seq=300 -|
 0.050000 |            ... SYN seq=100 ------------------->|
 0.050000 |<------------------- SYN seq=300 ...            |
`);
  });

  it('stops an arrow that may not leave', () => {
    expect(draw({ width: 60 }, { ...syn, way: 'stopped' }, { ...synAck, way: 'stopped' })).toBe(`
          client                                      server
          |                                                |
 0.000000 |- SYN seq=100 !                                 |
 0.050000 |                     ! SYN,ACK seq=300 ack=101 -|
`);
  });

  it('writes what happens at an end beside its lifeline', () => {
    const long = 'SEND, with more words than there is room for between two lifelines';
    expect(
      draw(
        { width: 60 },
        { time: 0, at: 'client', event: 'OPEN, active' },
        { time: 0, at: 'server', event: 'OPEN, passive', note: 'waits for anybody' },
        { time: 1, at: 'client', event: long },
        { time: 1, at: 'server', event: long },
      ),
    ).toBe(`
          client                                      server
          |                                                |
 0.000000 | [OPEN, active]                                 |
 0.000000 |                                [OPEN, passive] |
          | waits for anybody                              |
 1.000000 | [SEND, with more words than there is room for  |
          | between two lifelines]                         |
 1.000000 |  [SEND, with more words than there is room for |
          |                         between two lifelines] |
`);
    const states = { client: 'CLOSED', server: 'LISTEN' } as const;
    expect(draw({ states: true }, { time: 0, at: 'server', event: 'OPEN', states })).toBe(`
                       client                                server
                       |                                          |
 0.000000 CLOSED       |                                   [OPEN] | LISTEN
`);
  });

  it('writes a label above an arrow that has no room for it, and a note below, broken at spaces', () => {
    expect(
      draw({ width: 40 }, { ...data, note: 'carries 1448 octets into a closed window' }),
    ).toBe(`
          client                  server
          |                            |
          | PSH,ACK seq=4294967295     |
          | ack=4294967290 len=1448    |
          | win=0                      |
 0.100000 |--------------------------->|
          | carries 1448 octets into a |
          | closed window              |
`);
  });

  it('writes numbers relative to where each end began', () => {
    const base = { client: seq(4_294_967_290), server: seq(300) };
    const row: LadderRow = { ...syn, segment: segment(ACK, 4, 301, { len: 5 }) };
    const old: LadderRow = { ...syn, segment: segment(SYN, 4_294_967_280) };
    expect(draw({ base }, row)).toContain('ACK seq=10 ack=1 len=5');
    expect(draw({ base }, old)).toContain('SYN seq=-10');
  });

  it('puts names that are too long for one line on two', () => {
    const names = {
      client: `[${'2001:db8:1:2:'.repeat(2)}1:1]:50000`,
      server: '[2001:db8::2]:443',
    };
    expect(ladder({ ...PLAIN, width: 60, names }).head).toEqual([
      `          ${names.client}`,
      `                                           ${names.server}`,
      '          |                                                |',
    ]);
  });

  it('keeps times in their column, at the cost of their last digits', () => {
    const times = [0, 9.9999994, 123.4567891, 54_321.123_456];
    const lines = times.flatMap((time) => ladder(PLAIN).row({ ...syn, time }));
    expect(lines.map((line) => line.slice(0, 10))).toEqual([
      ' 0.000000 ',
      ' 9.999999 ',
      '123.45678 ',
      '54321.123 ',
    ]);
  });

  it('never passes its width, whatever the segment, and keeps its lifelines', () => {
    const word = fc.string({ unit: fc.constantFrom('a', '.', ' '), maxLength: 90 });
    const number = fc.nat({ max: 0xffff_ffff });
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 66, max: 200 }),
          names: fc.record({ client: fc.constant('client'), server: fc.constant('server') }),
          states: fc.boolean(),
          base: fc.constant(null),
        }),
        fc.record({
          time: fc.double({ min: 0, max: 1e8, noNaN: true }),
          from: fc.constantFrom<Endpoint>('client', 'server'),
          segment: fc.record({
            ctl: fc.integer({ min: 0, max: 63 }),
            seq: number.map(seq),
            ack: number.map(seq),
            wnd: fc.integer({ min: 0, max: 65535 }),
            len: fc.integer({ min: 0, max: 65535 }),
            up: fc.integer({ min: 0, max: 65535 }),
          }),
          way: fc.constantFrom<Way>('whole', 'lost', 'leaves', 'arrives', 'stopped'),
          note: word,
          states: fc.record({
            client: fc.constantFrom(...STATES),
            server: fc.constantFrom(...STATES),
          }),
        }),
        word,
        fc.constantFrom<Endpoint>('client', 'server'),
        (style, arrow, event, at) => {
          const left = style.states ? 23 : 10;
          const right = style.width - 1 - (style.states ? 13 : 0);
          const { time, note, states } = arrow;
          const { row } = ladder(style);
          for (const line of [...row(arrow), ...row({ time, note, states, at, event })]) {
            expect(line.length).toBeLessThanOrEqual(style.width);
            expect([line[left], line[right]]).toEqual(['|', '|']);
          }
        },
      ),
    );
  });
});
