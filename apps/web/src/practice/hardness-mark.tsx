import { HARDNESS, type Hardness } from '@ackade/game';
import { m } from '../messages/practice.ts';
import css from './hardness-mark.module.css';

const WORDS: Readonly<Record<Hardness, () => string>> = {
  easy: m.practice_easy,
  medium: m.practice_medium,
  hard: m.practice_hard,
};

/** How hard a scenario is: bars, and the word. */
export const HardnessMark = ({ hardness }: { readonly hardness: Hardness }) => (
  <span class={css.mark}>
    <svg viewBox="0 0 20 16" aria-hidden="true">
      {HARDNESS.map((step, i) => (
        <rect
          key={step}
          x={1 + 7 * i}
          y={10 - 5 * i}
          width="5"
          height={6 + 5 * i}
          rx="1"
          data-on={i <= HARDNESS.indexOf(hardness)}
        />
      ))}
    </svg>
    {WORDS[hardness]()}
  </span>
);
