import type { Verdict } from '@ackade/observer';
import css from './verdict-mark.module.css';

/** Every verdict has a shape of its own as well as a colour and a word. Drawn around the origin, 12 units high. */
const SHAPES: Readonly<Record<Verdict, string>> = {
  ok: 'M-5 .5-1.5 4.5 5-4.5',
  retransmission: 'M4.5-2.5A5 5 0 1 0 5 1M5-6V-2H1',
  'stacks-differ': 'M-5-1.5Q-2.5-5 0-2.5T5-3.5M-5 3.5Q-2.5 0 0 2.5T5 1.5',
  unknown: 'M-3-2.5A3 3 0 1 1 0 1V2M0 5.2V5.4',
  violation: 'M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5',
};

/** The class that sets `color` to the verdict's own. */
export const verdictClass = (verdict: Verdict): string => css[verdict] ?? '';

/** For use inside an SVG; `size` is the height in user units. */
export const VerdictGlyph = ({ verdict, size }: { verdict: Verdict; size: number }) => (
  <path
    class={`${css.glyph} ${verdictClass(verdict)}`}
    d={SHAPES[verdict]}
    transform={`scale(${size / 12})`}
  />
);

/** For use in a line of text. */
export const VerdictMark = ({ verdict }: { verdict: Verdict }) => (
  <svg class={css.mark} viewBox="-7 -7 14 14" width="1em" height="1em" aria-hidden="true">
    <VerdictGlyph verdict={verdict} size={12} />
  </svg>
);
