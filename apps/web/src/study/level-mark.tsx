import type { MasteryLevel } from '@ackade/game';
import css from './level-mark.module.css';

/** Each level has a shape: an empty ring, a ring with a dot, a half disc, a disc with a check. */
const SHAPES: Readonly<Record<MasteryLevel, string>> = {
  new: '',
  learning: 'M10 10m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0',
  familiar: 'M10 3a7 7 0 0 1 0 14z',
  mastered: 'M10 3a7 7 0 1 0 .01 0',
};

export const LevelMark = ({ level }: { readonly level: MasteryLevel }) => (
  <svg class={css.mark} data-level={level} viewBox="0 0 20 20" aria-hidden="true">
    <circle cx="10" cy="10" r="8" />
    <path d={SHAPES[level]} />
    {level === 'mastered' && <path class={css.check} d="M6.5 10.2 9 12.8l4.7-5.4" />}
  </svg>
);
