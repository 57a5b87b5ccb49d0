import type { Bit } from '../words/bit.ts';
import css from './ladder.module.css';

/** Every control bit has a shape of its own as well as a colour. Drawn around the origin, 12 units high. */
const SHAPES: Readonly<Record<Bit, string>> = {
  SYN: 'M0-4.5 5 4.5H-5z',
  ACK: 'M-5 .5-1.5 4.5 5-4.5',
  FIN: 'M-4.5 5V-4.5H5',
  RST: 'M-2.2-5.2h4.4l3 3v4.4l-3 3h-4.4l-3-3v-4.4z',
  PSH: 'M-5.5 0H5M1-4 5 0 1 4',
  URG: 'M0-5V1M0 4V5',
};

/** The class that sets `color` to the bit's own. */
export const bitClass = (bit: Bit): string => css[bit] ?? '';

/** For use inside an SVG; `size` is the height in user units. */
export const BitGlyph = ({ bit, size }: { bit: Bit; size: number }) => (
  <path
    class={`${css.glyph} ${bitClass(bit)}`}
    d={SHAPES[bit]}
    transform={`scale(${size / 12})`}
    fill={bit === 'SYN' || bit === 'RST' ? 'currentColor' : 'none'}
  />
);
