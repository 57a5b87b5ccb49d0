/** The recorded cases as worlds in which one segment has just arrived. */
import {
  ACK,
  add,
  BLANK_SEND,
  CONTROL_BITS,
  type ControlBit,
  closedTcb,
  DEFAULT_OPTIONS,
  distance,
  type Endpoint,
  FIN,
  FLIGHT,
  peerOf,
  RST,
  type Segment,
  type SeqNum,
  type State,
  SYN,
  seq,
  step,
  synchronizedTo,
  type Tcb,
} from '@ackade/tcp';
import type { Scenario } from '../../scenario.ts';
import { createWorld, withEnd } from '../../world.ts';
import { type Moment, turnOf } from '../moment.ts';
import { VECTORS } from './vectors.ts';

type Vector = {
  readonly name: string;
  readonly tcb: readonly string[];
  readonly segment: readonly string[];
};

const ALL: readonly Vector[] = VECTORS.flatMap(([name, tcb, segments]) =>
  segments
    .split(/;\s+/)
    .map((segment) => ({ name, tcb: tcb.split(' '), segment: segment.split(' ') })),
);
export const VECTOR_COUNT = ALL.length;

/** Vector `index`, 0 … `VECTOR_COUNT` − 1, its ends numbered from these. */
export function vectorMoment(index: number, iss: number, irs: number): Moment | null {
  const vector = ALL[index];
  if (!vector) return null;
  const before = tcbOf(vector.tcb, seq(iss), seq(irs));
  const segment = segmentOf(vector.segment, before, seq(irs));
  const { tcb, out, rule } = step(before, { segment });
  const at: Endpoint = before.opened === 'active' ? 'client' : 'server';
  const numbers = { [at]: iss, [peerOf(at)]: irs } as Record<Endpoint, number>;
  const world = withEnd(createWorld(RECORDED, numbers), at, {
    tcb,
    sent: sentBy(before),
    streamStart: add(before.snd.iss, 1),
    turns: [
      {
        id: 0,
        row: 0,
        before,
        after: tcb.state,
        due: out.map((s) => ({ segment: s, again: false, joined: null })),
        rule,
      },
    ],
  });
  const row = {
    kind: 'arrived',
    time: FLIGHT,
    at,
    tcb,
    segment,
    text: '',
    sent: null,
    copy: 0,
  } as const;
  return turnOf({ ...world, rows: [row] }, at, `recorded/${vector.name}`);
}

const RECORDED: Scenario = {
  id: 'recorded',
  family: 'limits',
  rfc: '§3.10.7',
  start: 'closed',
  script: { client: [], server: [] },
  link: [],
  skills: [],
  levels: ['full'],
  ends: { client: 'CLOSED', server: 'CLOSED' },
};

function tcbOf(words: readonly string[], iss: SeqNum, irs: SeqNum): Tcb {
  const [state = 'CLOSED', opened, una, nxt, fin, rcvNxt, wnd] = words;
  const idle = closedTcb(iss, {
    ...DEFAULT_OPTIONS,
    window: Number(wnd ?? DEFAULT_OPTIONS.window),
  });
  const tcb: Tcb = {
    ...idle,
    state: state as State,
    opened: opened === 'active' ? 'active' : 'passive',
  };
  if (opened === undefined) return tcb;
  const heard = rcvNxt !== '-';
  return {
    ...tcb,
    snd: {
      ...BLANK_SEND,
      iss,
      una: add(iss, Number(una)),
      nxt: add(iss, Number(nxt)),
      wnd: DEFAULT_OPTIONS.window,
      maxWnd: DEFAULT_OPTIONS.window,
      wl1: heard ? irs : seq(0),
      wl2: iss,
      fin: fin === '-' ? null : add(iss, Number(fin)),
    },
    rcv: heard
      ? { ...synchronizedTo(irs, Number(wnd), 0), nxt: add(irs, Number(rcvNxt)) }
      : idle.rcv,
  };
}

function segmentOf(words: readonly string[], { state, snd, rcv }: Tcb, irs: SeqNum): Segment {
  const [ctl = '', from, ack, len] = words;
  const open = state !== 'CLOSED' && state !== 'LISTEN';
  const bits = ctl.split(',').reduce((all, bit) => all | CONTROL_BITS[bit as ControlBit], 0);
  return {
    ctl: bits,
    seq: add(open && state !== 'SYN-SENT' ? rcv.nxt : irs, Number(from)),
    ack: ack === '-' ? seq(0) : add(open ? snd.nxt : seq(irs * 7), Number(ack)),
    wnd: bits & RST ? 0 : DEFAULT_OPTIONS.window,
    len: Number(len),
    up: 0,
  };
}

/** What such a TCB must have sent. */
function sentBy({ state, opened, snd }: Tcb): readonly Segment[] {
  if (state === 'CLOSED' || state === 'LISTEN') return [];
  const blank = { ack: seq(0), wnd: DEFAULT_OPTIONS.window, len: 0, up: 0 };
  const first = add(snd.iss, 1);
  const len = distance(first, snd.fin ?? snd.nxt);
  return [
    { ...blank, ctl: opened === 'active' ? SYN : SYN | ACK, seq: snd.iss },
    ...(len > 0 ? [{ ...blank, ctl: ACK, seq: first, len }] : []),
    ...(snd.fin === null ? [] : [{ ...blank, ctl: FIN | ACK, seq: snd.fin }]),
  ];
}
