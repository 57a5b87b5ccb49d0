/** The control bits with their values in the header, in the order in which segments are read aloud. */
const BITS = [
  ['SYN', 2],
  ['FIN', 1],
  ['RST', 4],
  ['PSH', 8],
  ['URG', 32],
  ['ACK', 16],
] as const;
export type Bit = (typeof BITS)[number][0];

export const ACK = 16;
export const RST = 4;

export const bitsOf = (ctl: number): readonly Bit[] =>
  BITS.filter(([, value]) => ctl & value).map(([bit]) => bit);
