import {
  ACK,
  add,
  ENDPOINTS,
  type Endpoint,
  FIN,
  PSH,
  RST,
  type Segment,
  SYN,
  seq,
  URG,
} from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { mayBeSent } from '../test/oracle.ts';
import { answer, begin, reachable, SITUATIONS, successors } from '../test/worlds.ts';
import {
  type End,
  isOver,
  judge,
  type Move,
  maySilently,
  moveFor,
  optionsOf,
  settle,
  type Turn,
  type World,
} from './index.ts';

const segmentText = ({ ctl, seq: s, ack, len }: Omit<Segment, 'wnd' | 'up'>): string =>
  JSON.stringify({ ctl, seq: s, ack, len });

/** Every set of control bits but PSH, which the universe gives to every other one: it never matters. */
const CONTROLS = Array.from({ length: 32 }, (_, n) =>
  [FIN, SYN, RST, ACK, URG].reduce(
    (ctl, bit, i) => (n & (1 << i) ? ctl | bit : ctl),
    n & 1 ? PSH : 0,
  ),
);

const around = (numbers: readonly number[]): number[] => [
  ...new Set(numbers.flatMap((n) => [n, add(seq(n), 1), add(seq(n), -1)])),
];

/** Segments that somebody might send: any bits, any number near one that means something, any data. */
function universe(end: End): Segment[] {
  const due = end.turns.flatMap((t) => t.due.map((d) => d.segment));
  const { snd, rcv } = end.tcb;
  const seqs = around([snd.nxt, snd.una, ...due.map((s) => s.seq)]);
  const acks = around([0, rcv.nxt, ...due.map((s) => s.ack)]);
  const whole = due.reduce((sum, s) => sum + s.len, 0);
  const joined = end.turns.flatMap((t) => t.due.map((d) => d.joined?.len ?? 0));
  const lens = [...new Set([0, 3, ...due.map((s) => s.len), whole, ...joined])];
  return CONTROLS.flatMap((ctl) =>
    seqs.flatMap((from) =>
      acks.flatMap((ack) =>
        lens.map((len) => ({ ctl, seq: seq(from), ack: seq(ack), wnd: 0, len, up: 0 })),
      ),
    ),
  );
}

const owing = (world: World): Endpoint[] => ENDPOINTS.filter((e) => world.ends[e].turns.length > 0);
const asMove = ({ ctl, seq: s, ack, len }: Segment): Move => ({
  kind: 'send',
  ctl,
  seq: s,
  ack,
  len,
  wnd: 0,
  state: null,
});
const right = (world: World, at: Endpoint, move: Move): boolean =>
  judge(world, 'numbers', at, move)?.verdict.right === true;

describe.each(SITUATIONS)('$id', (scenario) => {
  const worlds = reachable(scenario, 1000);

  it('can be explored to the end, and always ends', () => {
    expect(worlds.length).toBeLessThan(1000);
    for (const world of worlds)
      if (successors(world).length === 0) {
        expect(isOver(world)).toBe(true);
        const { client, server } = world.ends;
        expect({ client: client.tcb.state, server: server.tcb.state }).toEqual(scenario.ends);
        const killed = world.rows.some((r) => r.kind === 'sent' && r.segment.ctl & RST);
        if (!killed)
          expect([client.received, server.received]).toEqual([
            server.stream.length,
            client.stream.length,
          ]);
      }
  });

  it('accepts each of its options as it stands', () => {
    for (const world of worlds)
      for (const at of owing(world)) {
        const { turns } = world.ends[at];
        const options = optionsOf(turns);
        for (const option of options) {
          const judgement = judge(world, 'numbers', at, moveFor(option));
          expect(judgement && 'option' in judgement && judgement.option).toEqual(
            options.find((o) => segmentText(o.segment) === segmentText(option.segment)),
          );
          expect(
            right(world, at, { ...asMove(option.segment), ctl: option.segment.ctl ^ PSH } as Move),
          ).toBe(true);
        }
        expect(options.length > 0 || maySilently(turns)).toBe(true);
      }
  });

  it('accepts exactly what a correct TCP may send, among all that anybody might', () => {
    const judged = new Set<string>();
    for (const world of worlds)
      for (const at of owing(world)) {
        const { tcb, turns, sent } = world.ends[at];
        const key = JSON.stringify([at, tcb, turns.map((t) => [t.due, t.rule]), sent]);
        if (judged.has(key)) continue;
        judged.add(key);
        const wrong = universe(world.ends[at]).filter(
          (s) => right(world, at, asMove(s)) !== mayBeSent(world, at, s),
        );
        expect(wrong.map(segmentText), `${key} ${JSON.stringify(turns)}`).toEqual([]);
      }
  });

  it('lets silence be right exactly where nothing answers the oldest event', () => {
    for (const world of worlds)
      for (const at of owing(world))
        expect(right(world, at, { kind: 'silent', state: null })).toBe(
          world.ends[at].turns[0]?.due.length === 0,
        );
  });
});

describe('settling', () => {
  const window = SITUATIONS.find((s) => s.id === 'window that opens as data comes');
  if (!window) throw new Error('no such situation');

  it('data sent after the ACK of something later does not go back behind it (§3.8)', () => {
    let world = begin(window);
    const take = (at: Endpoint, n: number): void => {
      world = answer(world, at, optionsOf(world.ends[at].turns)[n] ?? null);
    };
    take('client', 0);
    // Its ACK lets the rest go, and its data, which comes at the same moment, wants an ACK.
    take('server', 0);
    take('server', 0);
    const { nxt } = world.ends.client.tcb.rcv;
    take('client', 0);
    expect(world.ends.client.sent.at(-1)).toMatchObject({ ctl: ACK, len: 0, ack: nxt });
    const [rest] = optionsOf(world.ends.client.turns);
    expect(rest?.segment).toMatchObject({ len: 6, ack: nxt });
  });

  const turn = (id: number, ...acks: number[]): Turn => ({
    id,
    row: 0,
    before: begin(window).ends.client.tcb,
    due: acks.map((ack) => ({
      segment: { ctl: ACK, seq: seq(100), ack: seq(ack), wnd: 0, len: 0, up: 0 },
      again: false,
      joined: null,
    })),
    after: 'FIN-WAIT-1',
    rule: '3.10.7.4-7',
  });
  const settled = (turns: readonly Turn[], n: number): readonly number[] => {
    const world = begin(window);
    const open = { ...world, ends: { ...world.ends, client: { ...world.ends.client, turns } } };
    const option = optionsOf(turns)[n];
    if (!option) throw new Error('no such option');
    return settle(open, 'client', option).ends.client.turns.map((t) => t.id);
  };

  it('one ACK answers one event, and a later one all before it (§3.4)', () => {
    const turns = [turn(0, 305), turn(1, 305), turn(2, 309), turn(3)];
    expect(optionsOf(turns).map((o) => [o.segment.ack, o.note])).toEqual([
      [305, null],
      [309, 'cumulative-ack'],
    ]);
    expect(settled(turns, 0)).toEqual([1, 2, 3]);
    expect(settled(turns, 1)).toEqual([3]);
  });

  it('closes what silence would have answered before', () => {
    expect(settled([turn(0), turn(1, 305), turn(2)], 0)).toEqual([2]);
  });

  it('an ACK between a repeated segment and a new one takes the number of the new one (§3.4)', () => {
    const data = (from: number, again: boolean): Turn => ({
      ...turn(0),
      due: [
        {
          segment: { ctl: ACK, seq: seq(from), ack: seq(300), wnd: 0, len: 5, up: 0 },
          again,
          joined: null,
        },
      ],
    });
    const late = { ...turn(2, 305) };
    const turns = [
      data(100, true),
      data(105, false),
      {
        ...late,
        due: late.due.map((d) => ({ ...d, segment: { ...d.segment, seq: seq(110) } })),
      },
    ];
    expect(optionsOf(turns)[0]?.segment).toMatchObject({ ctl: ACK, seq: 105, ack: 305 });
  });
});
