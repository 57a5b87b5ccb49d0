import type { Level, Move } from '@ackade/game';
import { BitGlyph, bitClass } from '../ladder/glyph.tsx';
import { m } from '../messages/learn.ts';
import { bitsOf } from '../words/bit.ts';
import { numberWords } from '../words/notation.ts';
import css from './segment-chip.module.css';

type Props = {
  readonly move: Move;
  readonly level: Level;
  /** The data that ride along. */
  readonly data: string;
};

/** A segment that could be sent, as it will stand on its arrow. */
export const SegmentChip = ({ move, level, data }: Props) =>
  move.kind === 'silent' ? (
    <span class={css.chip}>{m.learn_silent()}</span>
  ) : (
    <span class={css.chip}>
      {bitsOf(move.ctl).map((bit) => (
        <b key={bit} class={bitClass(bit)}>
          <svg viewBox="-7 -7 14 14" width="0.85em" height="0.85em" aria-hidden="true">
            <BitGlyph bit={bit} size={12} />
          </svg>
          {bit}
        </b>
      ))}
      {numberWords(move, level).map((text) => (
        <span key={text}>{text}</span>
      ))}
      {move.len > 0 && <span>“{data}”</span>}
    </span>
  );
