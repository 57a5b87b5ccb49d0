import fc from 'fast-check';
import { describe, it } from 'vitest';
import {
  closedTcb,
  type EndpointOptions,
  seq,
  step,
  type Tcb,
  type TcpEvent,
} from '../src/index.ts';
import { broken } from './invariants.ts';

/** Walks, and events in each. */
const WALKS = 1500;
const EVENTS = 40;

/** What may happen next, near the numbers that mean something where it happens. */
type Move = (tcb: Tcb) => TcpEvent;

const near = (tcb: Tcb, pick: number, off: number): number => {
  const { snd, rcv, nextIss } = tcb;
  const held = rcv.held.at(-1)?.end ?? rcv.nxt;
  const all = [rcv.nxt, rcv.irs, rcv.nxt + rcv.wnd, held, snd.una, snd.nxt, snd.iss, nextIss];
  return (all[pick % all.length] ?? 0) + off;
};

const off = fc.oneof(fc.constant(0), fc.integer({ min: -3, max: 12 }), fc.integer());
const wnd = fc.constantFrom(0, 1, 5, 100, 65535);
const len = fc.constantFrom(0, 0, 0, 1, 2, 7, 40, 3000);

/** One that a peer might send to this end now: what it answers a SYN, the next octets, some ahead of a gap. */
const likely: fc.Arbitrary<Move> = fc
  .record({
    ctl: fc.constantFrom(16, 16, 16, 24, 17, 48),
    ahead: fc.constantFrom(0, 0, 0, 0, -1, 2, 9),
    acks: fc.constantFrom(4, 5, 5),
    wnd,
    len,
    up: fc.constantFrom(0, 1, 9, 65535),
  })
  .map(({ ctl, ahead, acks, wnd, len, up }) => (tcb) => {
    const opening = tcb.state === 'LISTEN' || tcb.state === 'SYN-SENT';
    const bits = tcb.state === 'LISTEN' ? 2 : opening ? ctl | 2 : ctl;
    const from = opening ? 4294967290 : near(tcb, 0, ahead);
    const ack = near(tcb, acks, 0);
    return {
      segment: { ctl: bits, seq: seq(from), ack: seq(ack), wnd, len, up: bits & 32 ? up : 0 },
    };
  });

/** Anything, near numbers that mean something. */
const wild: fc.Arbitrary<Move> = fc
  .record({
    ctl: fc.nat(63),
    seqs: fc.tuple(fc.nat(7), off),
    acks: fc.tuple(fc.nat(7), off),
    wnd,
    len,
    up: fc.nat(65535),
  })
  .map(({ ctl, seqs, acks, wnd, len, up }) => (tcb) => ({
    segment: {
      ctl,
      seq: seq(near(tcb, ...seqs)),
      ack: seq(near(tcb, ...acks)),
      wnd,
      len,
      up: ctl & 32 ? up : 0,
    },
  }));

const octets = fc.constantFrom(1, 5, 90, 3000);
const open = fc.record({
  call: fc.constant('OPEN' as const),
  mode: fc.constantFrom('active' as const, 'passive' as const),
});
const call: fc.Arbitrary<Move> = fc
  .record({
    open,
    other: fc.oneof(
      open,
      fc.record({ call: fc.constant('SEND' as const), len: octets, urgent: fc.boolean() }),
      fc.record({ call: fc.constant('RECEIVE' as const), len: octets }),
      fc.record({ call: fc.constantFrom('CLOSE' as const, 'STATUS' as const) }),
    ),
  })
  .map(
    ({ open, other }) =>
      (tcb) =>
        tcb.state === 'CLOSED' ? open : other,
  );

const timeout: fc.Arbitrary<Move> = fc
  .constantFrom('retransmission' as const, 'zero-window-probe' as const, 'delayed-ack' as const)
  .map((timeout) => () => ({ timeout }));

/** What most often ends it all. */
const end: fc.Arbitrary<Move> = fc
  .constantFrom<TcpEvent>({ call: 'ABORT' }, { timeout: 'user' }, { timeout: 'time-wait' })
  .map((event) => () => event);

const options: fc.Arbitrary<EndpointOptions> = fc.record({
  mss: fc.constantFrom(1, 10, 536),
  window: fc.constantFrom(0, 1, 30, 65535),
  reads: fc.constantFrom('at-once', 'on-call'),
  delayedAck: fc.boolean(),
  listening: fc.boolean(),
});

const walk = fc.record({
  iss: fc.oneof(fc.nat(0xffffffff), fc.constant(0xfffffffe)),
  options,
  moves: fc.array(
    fc.oneof(
      { weight: 40, arbitrary: likely },
      { weight: 8, arbitrary: wild },
      { weight: 20, arbitrary: call },
      { weight: 8, arbitrary: timeout },
      { weight: 1, arbitrary: end },
    ),
    { minLength: EVENTS, maxLength: EVENTS, size: 'max' },
  ),
});

function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

/** A TCB as it comes out of a log: plain data. */
const revived = (tcb: Tcb): Tcb => JSON.parse(JSON.stringify(tcb));

describe('whatever happens to an endpoint', () => {
  it(
    `nothing throws, nothing is mutated, no invariant breaks (${WALKS * EVENTS} events)`,
    () =>
      fc.assert(
        fc.property(walk, ({ iss, options, moves }) => {
          let tcb = frozen(closedTcb(iss, options));
          for (const move of moves) {
            const event = frozen(move(tcb));
            const result = frozen(step(tcb, event));
            const rule = broken(tcb, event, result);
            if (rule) throw new Error(`${rule}: ${JSON.stringify({ tcb, event, result })}`);
            tcb = result.tcb;
          }
        }),
        { numRuns: WALKS, seed: 9293 },
      ),
    60_000,
  );

  it('a TCB that was written down and read again goes on the same', () =>
    fc.assert(
      fc.property(walk, ({ iss, options, moves }) => {
        let tcb = closedTcb(iss, options);
        for (const move of moves) {
          const event = move(tcb);
          const result = step(tcb, event);
          const again = step(revived(tcb), event);
          if (JSON.stringify(again) !== JSON.stringify(result))
            throw new Error(`differs: ${JSON.stringify({ tcb, event })}`);
          tcb = result.tcb;
        }
      }),
      { numRuns: WALKS / 10, seed: 9293 },
    ));
});
