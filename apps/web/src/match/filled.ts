import type { Move } from '@ackade/game';
import { BITS, type Draft, EMPTY, VALUE } from './draft.ts';

/** The draft that stands for `move`: what `moveOf` makes a move of. */
export function filled(move: Move, pieces: readonly string[]): Draft {
  if (move.kind === 'silent') return { ...EMPTY, state: move.state ?? '' };
  const { ctl, len } = move;
  const same = pieces.findIndex((piece) => piece.length === len);
  return {
    bits: BITS.filter((bit) => ctl & VALUE[bit]),
    data: len === 0 ? null : Math.max(0, same),
    len: len === 0 ? '' : String(len),
    seq: String(move.seq),
    ack: String(move.ack),
    wnd: String(move.wnd),
    state: move.state ?? '',
  };
}
