/**
 * How many segments a second can the connection machine take, on one core? Plays whole conversations through
 * a network that loses, doubles and reorders some of them, and then has each end take the same events again
 * and again, without the network. Beside it, the same for a reducer that does no more than make a new state
 * and an ACK: what immutability costs by itself.
 *
 *   node --import tsx --conditions=source bench/core.ts [rounds]
 */
import {
  ACK,
  closedTcb,
  DEFAULT_OPTIONS,
  ENDPOINTS,
  type Endpoint,
  type LinkProgram,
  type Segment,
  segEnd,
  segLen,
  simulate,
  step,
  type Tcb,
  type TcpEvent,
} from '@ackade/tcp';
import { median } from './median.ts';

/** What one end went through, from CLOSED to CLOSED. */
type Life = { readonly tcb: Tcb; readonly events: readonly TcpEvent[] };

const OPTIONS = { ...DEFAULT_OPTIONS, mss: 1460 };
/** SENDs at each end, of up to eight full segments each. */
const SENDS = 24;

/** Every seventh or so segment of data is late, doubled or lost. */
const LINK: LinkProgram = ENDPOINTS.flatMap((from) =>
  Array.from({ length: 40 }, (_, i) => ({
    from,
    ctl: ACK,
    nth: 5 + 7 * i,
    transit: [[170], [50, 90], [130], [50, 50], [90], []][i % 6] ?? [],
  })),
);

function lives(iss: Readonly<Record<Endpoint, number>>): Life[] {
  const tcbs = { client: closedTcb(iss.client, OPTIONS), server: closedTcb(iss.server, OPTIONS) };
  const events: Record<Endpoint, TcpEvent[]> = { client: [], server: [] };
  const sim = simulate(tcbs, LINK);
  sim.plan(0, 'server', { call: 'OPEN', mode: 'passive' });
  sim.plan(0, 'client', { call: 'OPEN', mode: 'active' });
  for (let i = 0; i < SENDS; i++)
    for (const at of ENDPOINTS)
      sim.plan(300 + 150 * i, at, { call: 'SEND', len: 1460 * (1 + ((5 * i) % 8)) });
  sim.plan(30_000, 'client', { call: 'CLOSE' });
  sim.plan(30_500, 'server', { call: 'CLOSE' });
  for (let h = sim.next(); h; h = sim.next()) events[h.at].push(h.event);
  return ENDPOINTS.map((e) => ({ tcb: tcbs[e], events: events[e] }));
}

const all = [1000, 2 ** 31 - 9000, 2 ** 32 - 5000].flatMap((n) =>
  lives({ client: n, server: n + 77_777 }),
);
const arrivals = all.reduce(
  (sum, { events }) => sum + events.filter((e) => 'segment' in e).length,
  0,
);

function machine(): void {
  for (const { tcb, events } of all) {
    let t = tcb;
    for (const event of events) t = step(t, event).tcb;
    if (t.state !== 'CLOSED') throw new Error(`a conversation ends in ${t.state}`);
  }
}

/** The plainest immutable reducer: the next state and an ACK for what occupies numbers. */
function plain(tcb: Tcb, event: TcpEvent): { tcb: Tcb; out: readonly Segment[] } {
  if (!('segment' in event)) return { tcb, out: [] };
  const { segment: s } = event;
  const rcv = { ...tcb.rcv, nxt: segEnd(s) };
  const next = { ...tcb, rcv, snd: { ...tcb.snd, una: s.ack, wnd: s.wnd } };
  const ack = { ctl: ACK, seq: next.snd.nxt, ack: rcv.nxt, wnd: rcv.wnd, len: 0, up: 0 };
  return { tcb: next, out: segLen(s) > 0 ? [ack] : [] };
}

let sink = 0;
function baseline(): void {
  for (const { tcb, events } of all) {
    let t = tcb;
    for (const event of events) {
      const r = plain(t, event);
      t = r.tcb;
      sink += r.out.length;
    }
  }
}

const repeats = Math.ceil(400_000 / arrivals);
/** Arrivals a second. */
function rate(run: () => void): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) run();
  return (1000 * repeats * arrivals) / (performance.now() - start);
}

const rounds = Number(process.argv[2] ?? 10);
const rates: Record<'machine' | 'baseline', number[]> = { machine: [], baseline: [] };
for (let i = -2; i < rounds; i++) {
  const [m, b] = [rate(machine), rate(baseline)];
  // Two rounds to warm up.
  if (i >= 0) {
    rates.machine.push(m);
    rates.baseline.push(b);
  }
}
console.log(
  JSON.stringify({
    arrivalsPerConversation: arrivals / (all.length / 2),
    arrivalsPerSecond: {
      median: Math.round(median(rates.machine)),
      best: Math.round(Math.max(...rates.machine)),
    },
    timesThePlainReducer: Number((median(rates.baseline) / median(rates.machine)).toFixed(2)),
    sink,
  }),
);
