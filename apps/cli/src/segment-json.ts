/** Segments in JSON: `{"ctl":["SYN","ACK"],"seq":300,"ack":101,"wnd":65535,"len":0}`. */
import { ACK, CONTROL_BITS, has, type Segment, seq, URG } from '@ackade/tcp';
import { z } from 'zod';
import { CONTROL_NAMES, controlNames } from './control.ts';
import { exactly, SeqNum, Word } from './schema.ts';

const Fields = exactly({
  ctl: z.array(z.enum(CONTROL_NAMES)).max(CONTROL_NAMES.length),
  seq: SeqNum,
  ack: SeqNum.optional(),
  wnd: Word.default(0xffff),
  up: Word.optional(),
  len: Word.default(0),
});

export const SegmentJson = Fields.superRefine(({ ctl, ack, up }, context) => {
  const refuse = (key: 'ack' | 'up', message: string): void =>
    context.addIssue({ code: 'custom', path: [key], message });
  if (ctl.includes('ACK') !== (ack !== undefined))
    refuse('ack', 'the key ack and the control bit ACK go together');
  if (up !== undefined && !ctl.includes('URG')) refuse('up', 'goes with the control bit URG only');
}).transform(
  ({ ctl, ack = seq(0), up = 0, ...rest }): Segment => ({
    ...rest,
    ctl: ctl.reduce((bits, name) => bits | CONTROL_BITS[name], 0),
    ack,
    up,
  }),
);

/** The JSON of a segment, which `SegmentJson` reads. */
export const segmentToJson = (s: Segment): z.input<typeof SegmentJson> => ({
  ctl: controlNames(s.ctl),
  seq: s.seq,
  ...(has(s, ACK) ? { ack: s.ack } : {}),
  wnd: s.wnd,
  ...(has(s, URG) ? { up: s.up } : {}),
  len: s.len,
});
