import type { Control } from '@ackade/tcp';

/**
 * What a player does on a turn. `seq` and `ack` count at level `numbers`; `ack` only with the ACK bit.
 * `len`: octets of data, taken from what the application has handed over.
 */
export type Move =
  | { readonly kind: 'silent' }
  | {
      readonly kind: 'send';
      readonly ctl: Control;
      readonly seq: number;
      readonly ack: number;
      readonly len: number;
    };
