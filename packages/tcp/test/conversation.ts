import {
  add,
  closedTcb,
  ENDPOINTS,
  type Endpoint,
  type EndpointOptions,
  type Happening,
  type Passage,
  peerOf,
  type SeqNum,
  type State,
  seq,
  simulate,
  type Tcb,
} from '../src/index.ts';
import { broken, resets } from './invariants.ts';

/** What the user at one end does. Times in ms since the conversation began. */
export type User = {
  readonly iss: number;
  readonly options: EndpointOptions;
  readonly sends: readonly {
    readonly time: number;
    readonly len: number;
    readonly urgent: boolean;
  }[];
  /** When the user closes, or as soon after as there is a connection and all is sent. */
  readonly close: number;
  /** The calls of a user who reads on call, over and over, each `delay` ms after octets have come. */
  readonly receives: readonly { readonly delay: number; readonly len: number }[];
};

export type Conversation = {
  /** How the server opens; the client does so actively. */
  readonly open: 'active' | 'passive';
  readonly users: Readonly<Record<Endpoint, User>>;
  readonly link: readonly Passage[];
};

type Account = {
  state: State;
  /** The next octet of the peer's stream that the user is to get. */
  next: SeqNum;
  received: number;
  peerClosed: boolean;
  reading: boolean;
  reads: number;
};

const ALL = 2 ** 20;
/** Far above what any of the conversations takes. */
const ENDLESS = 50_000;

/**
 * Plays a conversation to its end. Throws where a step breaks an invariant, where a user gets other octets than
 * the next, or where the connection ends otherwise than by both closing it. `witness` is shown all that happens.
 */
export function converse(
  { open, users, link }: Conversation,
  witness?: (h: Happening) => void,
): Record<Endpoint, Account> {
  const tcb = (e: Endpoint): Tcb => closedTcb(users[e].iss, users[e].options);
  const sim = simulate({ client: tcb('client'), server: tcb('server') }, link);
  const account = (e: Endpoint): Account => ({
    state: 'CLOSED',
    next: add(seq(users[peerOf(e)].iss), 1),
    received: 0,
    peerClosed: false,
    reading: false,
    reads: 0,
  });
  const accounts = { client: account('client'), server: account('server') };

  use(sim.happen('server', { call: 'OPEN', mode: open }));
  use(sim.happen('client', { call: 'OPEN', mode: 'active' }));
  for (const e of ENDPOINTS) {
    for (const { time, len, urgent } of users[e].sends)
      sim.plan(time, e, { call: 'SEND', len, urgent });
    // STATUS is the user's alarm clock.
    sim.plan(closeTime(users[e]), e, { call: 'STATUS' });
  }
  for (let n = 0; n < ENDLESS; n++) {
    const h = sim.next();
    if (!h) return accounts;
    use(h);
  }
  throw new Error('it never ends');

  function use(h: Happening): void {
    witness?.(h);
    const { time, at, event, step } = h;
    const user = users[at];
    const mine = accounts[at];
    const { state, rcv } = step.tcb;
    const rule = broken(h.before, event, step);
    if (rule) throw new Error(rule);
    if (resets(step.out, h.before)) throw new Error(`${h.before.state} sends a RST`);
    take(mine, h);
    if ('call' in event && event.call === 'STATUS') {
      if (state === 'LISTEN' || state === 'SYN-SENT') sim.plan(time + 500, at, event);
      else {
        // Who has heard the peer's FIN loses by closing what is still unread.
        if (state === 'CLOSE-WAIT' && rcv.unread > 0)
          use(sim.happen(at, { call: 'RECEIVE', len: ALL }));
        use(sim.happen(at, { call: 'CLOSE' }));
      }
    }
    if ('call' in event && event.call === 'RECEIVE') mine.reading = false;
    const read = user.receives[mine.reads % user.receives.length];
    if (rcv.unread === 0 || mine.reading || !read) return;
    mine.reading = true;
    mine.reads++;
    sim.plan(time + read.delay, at, { call: 'RECEIVE', len: read.len });
  }
}

const closeTime = ({ close, sends }: User): number => Math.max(close, ...sends.map((s) => s.time));

function take(mine: Account, { step }: Happening): void {
  mine.state = step.tcb.state;
  for (const s of step.signals) {
    if (s.signal === 'received') {
      if (s.seq !== mine.next) throw new Error(`octets from ${s.seq} instead of ${mine.next}`);
      mine.next = add(mine.next, s.len);
      mine.received += s.len;
    } else if (s.signal === 'peer-closed') mine.peerClosed = true;
    else if (s.signal === 'reset' || s.signal === 'refused' || s.signal === 'timed-out')
      throw new Error(s.signal);
  }
}
