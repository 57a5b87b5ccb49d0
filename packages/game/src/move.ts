import type { Control, State } from '@ackade/tcp';

/**
 * What a player does on a turn. `seq` and `ack` count from level `numbers` on, `ack` only with the ACK
 * bit; `wnd` and `state` at level `full`. `len`: octets of data, from the first that the peer is not known
 * to have on. `state`: the one that the player's end is in afterwards.
 */
export type Move =
  | { readonly kind: 'silent'; readonly state: State | null }
  | {
      readonly kind: 'send';
      readonly ctl: Control;
      readonly seq: number;
      readonly ack: number;
      readonly len: number;
      readonly wnd: number;
      readonly state: State | null;
    };
