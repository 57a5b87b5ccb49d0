import { CONTROL_BITS, type Control, type ControlBit } from '@ackade/tcp';

export const CONTROL_NAMES = Object.keys(CONTROL_BITS) as [ControlBit, ...ControlBit[]];

/** The names of the bits that are set. */
export const controlNames = (ctl: Control): ControlBit[] =>
  CONTROL_NAMES.filter((name) => ctl & CONTROL_BITS[name]);
