import type { ComponentChildren } from 'preact';
import { ToneMark } from './mark.tsx';
import css from './verdict-card.module.css';
import type { Tone } from './verdict-words.ts';

type Props = {
  readonly tone: Tone;
  readonly words: string;
  readonly children: ComponentChildren;
};

/** The verdict, to be read from a step away, and what to do about it. */
export const VerdictCard = ({ tone, words, children }: Props) => (
  <section class={css.card} data-tone={tone}>
    <div class={css.verdict}>
      <ToneMark tone={tone} />
      <p role="status">{words}</p>
    </div>
    {children}
  </section>
);
