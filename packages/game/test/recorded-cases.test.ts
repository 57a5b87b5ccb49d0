import { readFileSync } from 'node:fs';
import { ACK, CONTROL_BITS, type ControlBit, PSH, type Segment, step, URG } from '@ackade/tcp';
import { describe, expect, it } from 'vitest';
import { CAPTURES, capture, read } from '../../tcp/test/capture-file.ts';
import { RECORDED } from '../src/quiz/sources/captured.ts';
import { VECTOR_COUNT, vectorMoment } from '../src/quiz/sources/vector.ts';

type Json = { ctl: ControlBit[]; seq: number; ack?: number; len: number };
type Vector = {
  setup: string;
  tcb: { snd?: { nxt: number }; rcv?: { nxt?: number }; nextIss?: number };
  event: { segment: Json };
  expect: { state: string; out: Json[] };
};

const vectors = readFileSync(
  new URL('../../tcp/test/segment-arrives.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Vector);

const bits = (s: Json | Segment): number =>
  typeof s.ctl === 'number'
    ? s.ctl & ~(PSH | URG)
    : s.ctl.reduce((all, bit) => all | CONTROL_BITS[bit], 0) & ~(PSH | URG);

/** A segment from where the TCB stands, so that cases with other initial numbers are the same. */
const placed = (s: Json | Segment, seqFrom: number, ackFrom: number): string => {
  const ack = bits(s) & ACK ? ((s.ack ?? 0) - ackFrom) | 0 : '-';
  return `${bits(s)} ${(s.seq - seqFrom) | 0} ${ack} ${s.len}`;
};

describe('recorded cases', () => {
  const recorded = new Map(
    vectors.flatMap((v) => {
      const [own, peers] = [v.tcb.snd?.nxt, v.tcb.rcv?.nxt];
      if (own === undefined || peers === undefined) return [];
      const key = `${v.setup.replace('/shutdown', '')} ${placed(v.event.segment, peers, own)}`;
      const answers = v.expect.out.map((s) => placed(s, own, peers));
      return [[key, [v.expect.state, ...answers]] as const];
    }),
  );

  it('end as the recording of a Linux kernel does', () => {
    let compared = 0;
    for (let i = 0; i < VECTOR_COUNT; i++) {
      const moment = vectorMoment(i, 1000 * i, 4_000_000_000 + i);
      if (!moment || !('segment' in moment.event)) continue;
      const { before } = moment.turn;
      if (['CLOSED', 'LISTEN', 'SYN-SENT'].includes(before.state)) continue;
      const own = before.snd.nxt;
      const peers = before.rcv.nxt;
      const setup = moment.variant.replace(/^recorded\//, '').replace(/\/[^/]*\/[^/]*$/, '');
      const key = `${setup} ${placed(moment.event.segment, peers, own)}`;
      const { tcb, out } = step(before, moment.event);
      expect([tcb.state, ...out.map((s) => placed(s, own, peers))], key).toEqual(recorded.get(key));
      compared++;
    }
    expect(compared).toBeGreaterThan(450);
  });
});

describe('recorded conversations', () => {
  it.each(RECORDED.map(({ name, frames }) => [name, frames] as const))(
    '%s is as in the file',
    (name, frames) => {
      const file = CAPTURES.find((c) => c.replace(/^\d+-/, '').replace(/\..*/, '') === name);
      const packets = read(capture(file ?? '')).frames.map((f) => f.tcp);
      for (const { number, segment } of frames) {
        const packet = packets[number - 1];
        const { ctl, seq, ack, wnd, len } = segment;
        expect(packet, `${name} ${number}`).toMatchObject({
          segment: { ctl: expect.toSatisfy((c: number) => (c & ~PSH) === ctl), seq, ack, wnd, len },
        });
      }
    },
  );
});
