import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ACK,
  BLANK_SEND,
  CONTROL_BITS,
  type ControlBit,
  closedTcb,
  controlText,
  DEFAULT_OPTIONS,
  PSH,
  type Segment,
  seq,
  step,
  type Tcb,
  URG,
} from '../src/index.ts';

type JsonSegment = { ctl: ControlBit[]; seq: number; ack?: number; wnd?: number; len: number };
type JsonTcb = {
  state: Tcb['state'];
  opened?: Tcb['opened'];
  nextIss?: number;
  snd?: {
    iss: number;
    una: number;
    nxt: number;
    wnd: number;
    wl1: number;
    wl2: number;
    fin?: number;
  };
  rcv?: { irs?: number; nxt?: number; wnd: number };
};
type Vector = {
  id: string;
  setup: string;
  tcb: JsonTcb;
  event: { segment: JsonSegment };
  expect: { state: Tcb['state']; out: JsonSegment[]; mayAlso: JsonSegment[] };
};

const segmentFrom = (j: JsonSegment): Segment => ({
  ctl: j.ctl.reduce((bits, name) => bits | CONTROL_BITS[name], 0),
  seq: seq(j.seq),
  ack: seq(j.ack ?? 0),
  wnd: j.wnd ?? 65535,
  len: j.len,
  up: 0,
});

function tcbFrom(j: JsonTcb): Tcb {
  const window = j.rcv?.wnd ?? DEFAULT_OPTIONS.window;
  const blank = closedTcb(j.nextIss ?? 0, { ...DEFAULT_OPTIONS, window });
  const tcb: Tcb = { ...blank, state: j.state, opened: j.opened ?? 'passive' };
  if (!j.snd || !j.rcv) return tcb;
  const { iss, una, nxt, wnd, wl1, wl2, fin } = j.snd;
  return {
    ...tcb,
    snd: {
      ...BLANK_SEND,
      iss: seq(iss),
      una: seq(una),
      nxt: seq(nxt),
      wnd,
      maxWnd: wnd,
      wl1: seq(wl1),
      wl2: seq(wl2),
      fin: fin === undefined ? null : seq(fin),
    },
    rcv: { ...blank.rcv, irs: seq(j.rcv.irs ?? 0), nxt: seq(j.rcv.nxt ?? 0) },
  };
}

const shape = (s: Segment): string =>
  `${controlText(s.ctl & ~(PSH | URG))} ${s.seq}${s.ctl & ACK ? ` ack ${s.ack}` : ''}`;

const vectors = readFileSync(new URL('segment-arrives.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Vector);

describe('SEGMENT ARRIVES as RFC 9293 says and a Linux 6.18 kernel does', () => {
  it('has all the vectors', () => expect(vectors).toHaveLength(945));
  for (const v of vectors)
    it(`${v.setup} ← ${shape(segmentFrom(v.event.segment))} (${v.id})`, () => {
      const { tcb, out } = step(tcbFrom(v.tcb), { segment: segmentFrom(v.event.segment) });
      const owed = v.expect.out.map(segmentFrom).map(shape);
      const may = v.expect.mayAlso.map(segmentFrom).map(shape);
      const sent = out.map(shape);
      expect(tcb.state).toBe(v.expect.state);
      expect(sent.filter((s) => !may.includes(s))).toEqual(owed);
    });
});
