import { add, type SeqNum } from './seq.ts';

/** The control bits as they stand in the header's flag octet (RFC 9293 §3.1). */
export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const PSH = 8;
export const ACK = 16;
export const URG = 32;

export const CONTROL_BITS = { FIN, SYN, RST, PSH, ACK, URG } as const;
export type ControlBit = keyof typeof CONTROL_BITS;

/** A set of control bits: the header's flag octet, 0 … CONTROL_MASK. */
export type Control = number;
export const CONTROL_MASK = 63;

/** What one endpoint sends to the other. The octets themselves are the caller's: the core counts. */
export type Segment = {
  readonly ctl: Control;
  readonly seq: SeqNum;
  /** The next octet expected; 0 and meaningless where ACK is off. */
  readonly ack: SeqNum;
  /** Octets the sender will accept from `ack` on, 0 … 65535 (unscaled). */
  readonly wnd: number;
  /** Octets of data. */
  readonly len: number;
  /** Octets from `seq` to the one that follows the urgent data (MUST-62), 0 … 65535; 0 where URG is off. */
  readonly up: number;
};

export const has = (s: Segment, bits: Control): boolean => (s.ctl & bits) !== 0;

/** SEG.LEN: the sequence numbers that the segment occupies; SYN and FIN count one each (§3.4). */
export const segLen = (s: Segment): number => s.len + ((s.ctl & SYN) === 0 ? 0 : 1) + (s.ctl & FIN);

/** The sequence number after the last one that the segment occupies. */
export const segEnd = (s: Segment): SeqNum => add(s.seq, segLen(s));

/** An ACK that occupies no sequence space: it is never acknowledged and never sent again. */
export const isPureAck = (s: Segment): boolean => (s.ctl & ~PSH) === ACK && s.len === 0;

const ORDER: readonly ControlBit[] = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ACK'];

/** `SYN,ACK`: the bits by name in the order in which the RFC's figures write them. */
export const controlText = (ctl: Control): string =>
  ORDER.filter((bit) => ctl & CONTROL_BITS[bit]).join(',') || 'none';
