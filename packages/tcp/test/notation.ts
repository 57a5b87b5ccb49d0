import { ACK, CONTROL_BITS, controlText, PSH, type Segment, seq } from '../src/index.ts';

const LINE =
  /^(?:<SEQ=(\d+)>)(?:<ACK=(\d+)>)?<CTL=([A-Z,]+|none)>(?:<DATA=(\d+)>)?(?:<WND=(\d+)>)?(?:<UP=(\d+)>)?$/;

/** A segment as the RFC writes it: `<SEQ=100><ACK=300><CTL=FIN,ACK>`, `<DATA=10>`, `<WND=0>` and `<UP=3>` after it. */
export function segment(text: string): Segment {
  const [, from, ack = '0', names = '', len = '0', wnd = '65535', up = '0'] = LINE.exec(text) ?? [];
  if (from === undefined) throw new Error(`not a segment: ${text}`);
  const bits = Object.entries(CONTROL_BITS).filter(([name]) => names.split(',').includes(name));
  return {
    ctl: bits.reduce((ctl, [, bit]) => ctl | bit, 0),
    seq: seq(Number(from)),
    ack: seq(Number(ack)),
    wnd: Number(wnd),
    len: Number(len),
    up: Number(up),
  };
}

/** What the RFC writes for a segment; PSH, which it leaves out of its figures, and the window are not told. */
export const text = (s: Segment): string =>
  [
    `<SEQ=${s.seq}>`,
    s.ctl & ACK ? `<ACK=${s.ack}>` : '',
    `<CTL=${controlText(s.ctl & ~PSH)}>`,
    s.len > 0 ? `<DATA=${s.len}>` : '',
    s.up > 0 ? `<UP=${s.up}>` : '',
  ].join('');
