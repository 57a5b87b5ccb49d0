import { BitGlyph } from '../ladder/glyph.tsx';
import css from './chips.module.css';
import { BITS, type Bit } from './draft.ts';

type Props = {
  readonly label: string;
  readonly bits: readonly Bit[];
  readonly onToggle: (bit: Bit) => void;
};

/** The control bits of a segment, to be pressed. */
export const Chips = ({ label, bits, onToggle }: Props) => (
  <fieldset class={css.chips} aria-label={label}>
    {BITS.map((bit) => (
      <button
        key={bit}
        type="button"
        data-chip
        class={css.chip}
        style={{ '--bit': `var(--${bit.toLowerCase()})` }}
        aria-pressed={bits.includes(bit)}
        aria-keyshortcuts={bit[0]}
        onClick={() => onToggle(bit)}
      >
        <svg viewBox="-7 -7 14 14" aria-hidden="true">
          <BitGlyph bit={bit} size={12} />
        </svg>
        {bit}
      </button>
    ))}
  </fieldset>
);
